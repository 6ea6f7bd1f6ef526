// SPDX-License-Identifier: MIT
// A card has limits and rates, none has a reason.
#include "kernels/bench/card_passport.hpp"

#include "kernels/bench/cuda_card.hpp"

#include <gtest/gtest.h>

namespace lockstep::bench {
namespace {

TEST(CardPassport, HasLimitsOrAReason) {
    const protocol::GpuInfo gpu = card_passport();
    EXPECT_EQ(gpu.present, ask_card().present);
    EXPECT_EQ(gpu.name, ask_card().words);
    EXPECT_EQ(gpu.multiprocessors > 0, gpu.present);
    EXPECT_EQ(gpu.warp_size, gpu.present ? 32 : 0);
    EXPECT_EQ(gpu.threads_per_block >= 1024, gpu.present);
    for (const double value :
         {gpu.memory_gib, gpu.to_card_gb_s, gpu.from_card_gb_s, gpu.memory_gb_s, gpu.launch_ns})
        EXPECT_EQ(value > 0, gpu.present);
}

} // namespace
} // namespace lockstep::bench
