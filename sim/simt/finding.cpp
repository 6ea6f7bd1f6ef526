// SPDX-License-Identifier: MIT
#include "sim/simt/finding.hpp"

namespace lockstep::simt {

std::string_view name_of(FindingKind kind) {
    switch (kind) {
    case FindingKind::Race:
        return "race";
    case FindingKind::Uninitialised:
        return "uninitialised";
    case FindingKind::Bounds:
        return "bounds";
    case FindingKind::Alignment:
        return "alignment";
    case FindingKind::Barrier:
        return "barrier";
    case FindingKind::Unspecified:
        return "unspecified";
    case FindingKind::Budget:
        return "budget";
    case FindingKind::Trap:
        return "trap";
    }
    return "";
}

} // namespace lockstep::simt
