// SPDX-License-Identifier: MIT
// Every instruction set that the vector variants were compiled for and this machine has computes
// what serial computes: vectors of 1, 4, 8 and 16 lanes are four programs, and a learner's machine
// has any.
#include "trial.hpp"

#include <gtest/gtest.h>
#include <hwy/highway.h>
#include <set>

namespace lockstep::trial {
namespace {

/// For as long as it lives, Highway believes in this instruction set alone.
class OnlyTarget {
  public:
    explicit OnlyTarget(std::int64_t target) { choose(target); }
    ~OnlyTarget() { choose(0); }
    OnlyTarget(const OnlyTarget&) = delete;
    OnlyTarget& operator=(const OnlyTarget&) = delete;

  private:
    static void choose(std::int64_t targets) {
        hwy::SetSupportedTargetsForTest(targets);
        hwy::GetChosenTarget().Update(hwy::SupportedTargets());
    }
};

void expect_vectors_as_serial(const Variant& one, const Values& given) {
    const Values values = with_defaults(workload(one.workload), given);
    const auto job = problem(workload(one.workload), values);
    for (int input = 0; input < input_count; ++input)
        EXPECT_EQ(run(one, *job, input, 1)->checksum,
                  run(variant(one.workload, "serial"), *job, input, 1)->checksum)
            << words(one, values, input);
}

TEST(Targets, AllComputeWhatSerialComputes) {
    std::set<int> widths;
    for (const std::int64_t target : hwy::SupportedAndGeneratedTargets()) {
        const OnlyTarget only(target);
        SCOPED_TRACE(hwy::TargetName(target));
        widths.insert(vector_lanes_f32());
        for (const double lanes : {1, 33, 100})
            expect_vectors_as_serial(variant("divergence", "simd"),
                                     {{"lanes", lanes}, {"paths", 5}, {"leave", 3}});
        for (const double size : {1, 9, 33, 70})
            expect_vectors_as_serial(variant("mandelbrot", "simd"), {{"size", size}, {"tile", 13}});
        for (const double items : {1, 33, 1025})
            expect_vectors_as_serial(variant("launch_shape", "simd"),
                                     {{"items", items}, {"block", 37}});
        for (const double loads : {1, 33, 1025})
            for (const double order : {0, 1})
                expect_vectors_as_serial(variant("gather", "simd"), {{"loads", loads},
                                                                     {"stride", 5},
                                                                     {"offset", 3},
                                                                     {"order", order},
                                                                     {"array", 64}});
        for (const double n : {1, 4, 33, 70})
            expect_vectors_as_serial(variant("transpose", "simd"), {{"n", n}, {"tile", 13}});
        for (const double n : {1, 33, 1025})
            expect_vectors_as_serial(variant("reduction", "simd"), {{"n", n}});
    }
    EXPECT_GE(widths.size(), hwy::SupportedAndGeneratedTargets().size() > 1 ? 2u : 1u);
}

TEST(Targets, GroupIsAsWideAsTheVector) {
    for (const std::int64_t target : hwy::SupportedAndGeneratedTargets()) {
        const OnlyTarget only(target);
        const int w = vector_lanes_f32();
        for (int leave = 0; leave <= w; ++leave) {
            const auto job = problem(workload("divergence"), {{"leave", leave}, {"lanes", 64}});
            const auto totals = run(variant("divergence", "simd"), *job, 0, 1)->totals;
            EXPECT_DOUBLE_EQ(totals.lanes_offered / totals.lanes_used,
                             leave == 0 || leave == w ? 1.0 : 2.0)
                << hwy::TargetName(target) << " " << leave;
        }
    }
}

} // namespace
} // namespace lockstep::trial
