// SPDX-License-Identifier: MIT
// Looking things up in a catalogue.
#include "kernels/protocol/messages.hpp"

#include <algorithm>

namespace lockstep::protocol {

const WorkloadInfo* Catalogue::workload(std::string_view name) const {
    const auto found = std::ranges::find(workloads, name, &WorkloadInfo::name);
    return found == workloads.end() ? nullptr : &*found;
}

const VariantInfo* Catalogue::variant(std::string_view of_workload, std::string_view name) const {
    const WorkloadInfo* const owner = workload(of_workload);
    if (owner == nullptr)
        return nullptr;
    const auto found = std::ranges::find(owner->variants, name, &VariantInfo::name);
    return found == owner->variants.end() ? nullptr : &*found;
}

} // namespace lockstep::protocol
