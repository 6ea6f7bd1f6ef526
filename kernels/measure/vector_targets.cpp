// SPDX-License-Identifier: MIT
// Highway numbers its targets so that a better one has a lower bit.
#include "kernels/measure/vector_targets.hpp"

#include <algorithm>
#include <hwy/highway.h>

namespace lockstep {

std::vector<std::int64_t> usable_vector_targets() {
    std::vector<std::int64_t> targets = hwy::SupportedAndGeneratedTargets();
    std::ranges::sort(targets);
    return targets;
}

std::string vector_target_name(std::int64_t target) {
    switch (target) {
#if HWY_ARCH_X86
    case HWY_AVX3:
    case HWY_AVX3_DL:
        return "AVX-512";
    case HWY_AVX2:
        return "AVX2";
    case HWY_SSE4:
        return "SSE4";
    case HWY_SSSE3:
        return "SSSE3";
#endif
    case HWY_SCALAR:
    case HWY_EMU128:
        return "one lane";
    default:
        return hwy::TargetName(target);
    }
}

void OnlyVectorTarget::choose(std::int64_t target) {
    // "ForTest" is Highway's only way to ask for less than the best that the machine has.
    hwy::SetSupportedTargetsForTest(target);
    hwy::GetChosenTarget().Update(hwy::SupportedTargets());
}

} // namespace lockstep
