// SPDX-License-Identifier: MIT
// The picture's slots: never two warps in one, full when there are warps enough, and near the
// model's curve on the way there.
#include "app/blocks/figure/scheduler/slots.hpp"
#include "sim/models/model.hpp"

#include <gtest/gtest.h>

namespace lockstep::scheduler {
namespace {

TEST(SchedulerFigure, OneWarpASlotAtMost) {
    const Slots slots = slots_of({.in_flight = 6});
    for (int slot = 0; slot < slots.timeline.cycles; ++slot) {
        int issuing = 0;
        for (int warp = 0; warp < slots.timeline.warps; ++warp)
            issuing += slots.timeline.at(warp, slot).state == simt::WarpState::Issuing;
        EXPECT_EQ(issuing, slots.issuer(slot) >= 0 ? 1 : 0) << "slot " << slot;
    }
}

TEST(SchedulerFigure, RowsBeginOneAfterTheOther) {
    const Slots slots = slots_of({.in_flight = 6});
    for (int warp = 0; warp < 6; ++warp)
        EXPECT_EQ(slots.issuer(warp), warp);
}

TEST(SchedulerFigure, FollowsTheModelsCurve) {
    const models::Model* model = models::find_model("latency_hiding");
    ASSERT_TRUE(model);
    const double alone = slots_of({.in_flight = 1}).used;
    for (int warps = 1; warps <= 24; ++warps) {
        const double speedup = slots_of({.in_flight = warps}).used / alone;
        const double wanted = model->value({{"warps", static_cast<double>(warps)},
                                            {"latency", 24},
                                            {"arithmetic", 3},
                                            {"arithmetic_latency", 4}});
        EXPECT_LE(speedup, wanted * 1.01) << warps << " warps";
        EXPECT_GE(speedup, wanted * 0.75) << warps << " warps"; // what the scheduler's test allows
    }
}

TEST(SchedulerFigure, HugeSettingsArePlayedInPart) {
    const Slots slots = slots_of({.in_flight = 65536, .chains = true});
    EXPECT_EQ(slots.timeline.warps, most_warps);
    EXPECT_EQ(slots.asked, 65536);
    EXPECT_NEAR(slots.used, 1, 1e-9);
}

TEST(SchedulerFigure, SaysThatItIsAModel) {
    const Setting setting{.in_flight = 1};
    const Slots slots = slots_of(setting);
    EXPECT_EQ(sentence_of(setting, slots),
              "A model: 1 warp, a load takes 24 slots, then 3 instructions of 4 slots, each needs "
              "the one before. In the long run "
              "12 % of the slots are used; it takes 9 warps to fill them.");
    EXPECT_EQ(who_is(setting, slots, 0, 0), "slot 0, warp 0: issues its load");
    EXPECT_EQ(who_is(setting, slots, 0, 5), "slot 5, warp 0: waits for its load");
    EXPECT_EQ(who_is(setting, slots, -1, 5), "slot 5: empty, every warp waits");
    EXPECT_EQ(who_is(setting, slots, -1, 0), "slot 0: taken by warp 0");
}

} // namespace
} // namespace lockstep::scheduler
