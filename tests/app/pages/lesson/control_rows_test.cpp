// SPDX-License-Identifier: MIT
#include "app/pages/lesson/control_rows.hpp"

#include <gtest/gtest.h>

namespace lockstep::lab {
namespace {

TEST(ControlRows, StandInOneRowWhereTheyFit) {
    const ControlRows rows = control_rows({150, 150}, 200, 700, 20, 26);
    EXPECT_EQ(rows.counts, (std::vector<std::size_t>{2}));
    EXPECT_EQ(rows.button_row, 0);
}

TEST(ControlRows, LeaveTheButtonTheLastRow) {
    const ControlRows rows = control_rows({330, 150, 300}, 250, 700, 20, 26);
    EXPECT_EQ(rows.counts, (std::vector<std::size_t>{2, 1}));
    EXPECT_EQ(rows.button_row, 1);
}

TEST(ControlRows, TakeOneDownToStandBesideTheButton) {
    const ControlRows rows = control_rows({150, 150, 150}, 260, 670, 20, 26);
    EXPECT_EQ(rows.counts, (std::vector<std::size_t>{2, 1}));
    EXPECT_EQ(rows.button_row, 1);
}

TEST(ControlRows, PutTheButtonBelowWhereNothingIsLeft) {
    const ControlRows rows = control_rows({300, 300}, 250, 400, 20, 26);
    EXPECT_EQ(rows.counts, (std::vector<std::size_t>{1, 1}));
    EXPECT_EQ(rows.button_row, -1);
    EXPECT_EQ(control_rows({}, 250, 400, 20, 26).button_row, -1);
}

TEST(ControlRows, GiveOneTooWideARowOfItsOwn) {
    const ControlRows rows = control_rows({900, 100}, 100, 400, 20, 26);
    EXPECT_EQ(rows.counts, (std::vector<std::size_t>{1, 1}));
    EXPECT_EQ(rows.button_row, 1);
}

TEST(ShareOut, GivesWhatIsLeftToThoseThatGrow) {
    EXPECT_EQ(share_out({150, 100, 150}, {true, false, true}, 640, 20, 330),
              (std::vector<float>{250, 100, 250}));
    EXPECT_EQ(share_out({150}, {true}, 700, 20, 330), (std::vector<float>{330}));
    EXPECT_EQ(share_out({400}, {true}, 300, 20, 330), (std::vector<float>{400}));
}

} // namespace
} // namespace lockstep::lab
