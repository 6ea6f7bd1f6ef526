// SPDX-License-Identifier: MIT
// In every instruction set each number has taken every step: nothing was left out.
#include "kernels/measure/probes/peak_chains.hpp"

#include "kernels/measure/vector_targets.hpp"

#include <gtest/gtest.h>
#include <vector>

namespace lockstep {
namespace {

template <class T, class Count>
void expect_all_count(Count count) {
    std::vector<T> start(most_chain_numbers), out(most_chain_numbers, -1);
    for (std::size_t i = 0; i < start.size(); ++i)
        start[i] = static_cast<T>(i % 7);
    for (const std::int64_t steps : {0, 1, 2, 1000}) {
        const int numbers = count(steps, T{1}, start.data(), out.data());
        ASSERT_GE(numbers, 12);
        ASSERT_LE(numbers, most_chain_numbers);
        for (int i = 0; i < numbers; ++i) {
            const auto at = static_cast<std::size_t>(i);
            ASSERT_EQ(out[at], start[at] + static_cast<T>(steps)) << i << " of " << numbers;
        }
    }
    // The factor is one: with another the result is another, so it is multiplied by.
    count(3, T{2}, start.data(), out.data());
    EXPECT_EQ(out[1], static_cast<T>(((start[1] * 2 + 2) * 2 + 2) * 2 + 2));
}

TEST(PeakChains, EveryNumberTakesEveryStep) {
    for (const std::int64_t target : usable_vector_targets()) {
        SCOPED_TRACE(vector_target_name(target));
        const OnlyVectorTarget only(target);
        expect_all_count<float>(&count_up_f32);
        expect_all_count<double>(&count_up_f64);
        EXPECT_GE(chain_lanes_f32(), 1);
        EXPECT_LE(chain_lanes_f32(), 64);
    }
}

TEST(PeakChains, WideVectorsFuse) {
    for (const std::int64_t target : usable_vector_targets()) {
        const OnlyVectorTarget only(target);
        if (chain_lanes_f32() > 4) {
            EXPECT_TRUE(fuses()) << vector_target_name(target);
        }
        if (chain_lanes_f32() == 1) {
            EXPECT_FALSE(fuses());
        }
    }
}

} // namespace
} // namespace lockstep
