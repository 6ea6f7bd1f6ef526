// SPDX-License-Identifier: MIT
// One program for all vector widths beside programs that are built for one: the vector variant of
// divergence, dispatched to a width at run time, and the same file compiled for that width alone.
#include "benchmarks/figure.hpp"
#include "benchmarks/in_process.hpp"
#include "kernels/bench/catalogue.hpp"
#include "kernels/measure/vector_targets.hpp"

#include <algorithm>
#include <dlfcn.h>
#include <filesystem>
#include <fmt/format.h>
#include <hwy/highway.h>

namespace lockstep::benchmarks {
namespace {

struct Width {
    std::int64_t target; ///< Highway's number
    const char* module;  ///< beside this program
};

/// What CMakeLists.txt builds of kernels/divergence/simd.cpp, each with that width's flags alone.
std::vector<Width> fixed_widths() {
#if HWY_ARCH_X86
    return {{HWY_AVX3, "fixed_width_avx512.so"},
            {HWY_AVX2, "fixed_width_avx2.so"},
            {HWY_SSE4, "fixed_width_sse4.so"}};
#else
    return {};
#endif
}

/// The variant in that module; it stays loaded.
Result<const Variant*> fixed_variant(const char* module) {
    const auto path = std::filesystem::read_symlink("/proc/self/exe").parent_path() / module;
    void* const library = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
    const void* const found =
        library == nullptr ? nullptr : dlsym(library, "_ZN8lockstep10fixed_simdE");
    if (found == nullptr)
        return fail(module, dlerror(), "Build lockstep_benchmarks again.");
    return static_cast<const Variant*>(found);
}

Result<Measured> measure() {
    double least = 0;
    std::string each;
    for (const auto& [target, module] : fixed_widths()) {
        if (std::ranges::count(usable_vector_targets(), target) == 0)
            continue; // this processor has no such vectors
        LOCKSTEP_TRY(const Variant* const fixed, fixed_variant(module));
        const OnlyVectorTarget only(target);
        LOCKSTEP_TRY(const auto chosen, bench::find_point({0, "divergence", "simd", {}}));
        SideRequest alone = chosen;
        alone.variant = fixed;
        const Compared both = compare(chosen, alone, 2);
        if (!both.refused.empty())
            return fail(module, both.refused.front());
        if (both.ratio.n == 0)
            return fail(module, "every round was disturbed.",
                        "Try again when the machine is quiet.");
        each += fmt::format("{}{} {:.4f} [{:.4f}, {:.4f}]", each.empty() ? "" : ", ",
                            vector_target_name(target), both.ratio.value, both.ratio.low,
                            both.ratio.high);
        least = least == 0 ? both.ratio.value : std::min(least, both.ratio.value);
    }
    if (each.empty())
        return fail("", "not run: no module is built for this processor's vectors.");
    return Measured{least, least >= 0.97, "divergence, in alternation: " + each};
}

} // namespace

extern const Figure fixed_width{"one program over fixed widths", ">= 0.97", "", &measure};

} // namespace lockstep::benchmarks
