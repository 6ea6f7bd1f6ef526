// SPDX-License-Identifier: MIT
#include "sim/simt/recording.hpp"

#include "traced.hpp"

namespace lockstep::simt {

TEST(RecordingTest, ThinningKeepsWhatWasExecuted) {
    TraceBench bench(kernel("ret;", 0));
    const auto card =
        Card::create(*bench.program, bench.memory, bench.launch, bench.options).value();
    Recording recording(*card, 0);
    EXPECT_EQ(recording.instructions, 2u); // the ret, and the end behind it
    for (std::uint64_t k = 0; k < 5; ++k) {
        Checkpoint& one = recording.checkpoints.emplace_back();
        one.step = 10 * k;
        one.executed = {Mask{1} << k, 0};
        one.diverged = Mask{1} << k;
        if (k > 0)
            recording.history.mark();
    }
    EXPECT_EQ(recording.checkpoint_before(0), 0u);
    EXPECT_EQ(recording.checkpoint_before(19), 1u);
    EXPECT_EQ(recording.checkpoint_before(20), 2u);
    EXPECT_EQ(recording.checkpoint_before(99), 4u);
    recording.thin();
    ASSERT_EQ(recording.checkpoints.size(), 3u);
    EXPECT_EQ(recording.checkpoints[1].step, 20u);
    EXPECT_EQ(recording.checkpoints[0].executed[0], 3u);
    EXPECT_EQ(recording.checkpoints[1].diverged, 12u);
    EXPECT_EQ(recording.checkpoints[2].diverged, 16u);
    EXPECT_TRUE(recording.thinned);
}

} // namespace lockstep::simt
