// SPDX-License-Identifier: MIT
#include "sim/base/units.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lockstep {

using testing::ElementsAre;
using testing::IsEmpty;

static const std::vector<std::string> workloads{"amdahl",     "chains",    "divergence",
                                                "mandelbrot", "straggler", "false_sharing"};

TEST(NearestNamesTest, OneSlipOfEachKindIsFound) {
    EXPECT_THAT(nearest_names("amdal", workloads), ElementsAre("amdahl"));
    EXPECT_THAT(nearest_names("amdahll", workloads), ElementsAre("amdahl"));
    EXPECT_THAT(nearest_names("amdohl", workloads), ElementsAre("amdahl"));
    EXPECT_THAT(nearest_names("amdhal", workloads), ElementsAre("amdahl"));
    EXPECT_THAT(nearest_names("Amdahl", workloads), ElementsAre("amdahl"));
}

TEST(NearestNamesTest, LongWordsMayBeMoreThanTwoSlipsAway) {
    EXPECT_THAT(nearest_names("fals-sharng", workloads), ElementsAre("false_sharing"));
}

TEST(NearestNamesTest, ASwapIsOneSlipNotTwo) {
    EXPECT_THAT(nearest_names("ba", {"xa", "ab", "bc"}, 9), ElementsAre("ab", "bc", "xa"));
    EXPECT_THAT(nearest_names("abc", {"bac", "bca"}, 1), ElementsAre("bac"));
}

TEST(NearestNamesTest, NearestFirstAndNotTooMany) {
    const std::vector<std::string> names{"simd", "sim", "serial", "sima", "simb", "simc"};
    EXPECT_THAT(nearest_names("sim", names), ElementsAre("sim", "sima", "simb"));
}

TEST(NearestNamesTest, AWordLikeNoneOfThemGetsNone) {
    EXPECT_THAT(nearest_names("quicksort", workloads), IsEmpty());
    EXPECT_THAT(nearest_names("f", {"p", "n"}), IsEmpty());
    EXPECT_THAT(nearest_names("", workloads), IsEmpty());
    EXPECT_THAT(nearest_names("amdahl", {}), IsEmpty());
}

} // namespace lockstep
