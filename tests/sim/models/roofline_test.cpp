// SPDX-License-Identifier: MIT
#include "ask.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace lockstep::models {

namespace {

double roof(double k) {
    return ask("roofline", {{"k", k}, {"peak_gflops", 48}, {"memory_gb_s", 12}});
}

} // namespace

TEST(RooflineTest, RisesWithTheFlopsOfAByteUntilThePeak) {
    EXPECT_DOUBLE_EQ(roof(1), 1) << "a twelfth of a flop a byte, 12 GB/s";
    EXPECT_DOUBLE_EQ(roof(24), 24);
    EXPECT_DOUBLE_EQ(roof(48), 48) << "the ridge: 4 flops a byte";
    EXPECT_DOUBLE_EQ(roof(49), 48);
    EXPECT_DOUBLE_EQ(roof(1024), 48);
}

TEST(RooflineTest, EachWrongReadingIsOneOfItsTwoParts) {
    const Values machine = {{"peak_gflops", 48}, {"memory_gb_s", 12}};
    for (const double k : {1.0, 8.0, 48.0, 512.0}) {
        Values values = machine;
        values["k"] = k;
        EXPECT_DOUBLE_EQ(roof(k), std::min(ask("more_work_more_time", values),
                                           ask("memory_only", values)));
    }
}

} // namespace lockstep::models
