// SPDX-License-Identifier: MIT
#include "sim/simt/layout.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace lockstep::simt {

using ptx::Space;
using ptx::Type;

static ptx::Function function() {
    ptx::Function made;
    made.registers = {{"%p1", Type::Pred},
                      {"%r1", Type::B32},
                      {"%p2", Type::Pred},
                      {"%h", Type::B16},
                      {"%d", Type::F64}};
    made.variables.resize(3);
    made.variables[0].space = Space::Local, made.variables[0].size_bytes = 5;
    made.variables[1].space = Space::Local, made.variables[1].size_bytes = 16,
    made.variables[1].align_bytes = 8;
    made.variables[2].space = Space::Param, made.variables[2].size_bytes = 12;
    return made;
}

TEST(LayoutTest, NothingOverlapsAndAllIsAligned) {
    const ptx::Function from = function();
    Code code;
    Layout layout(from, code);
    std::vector<std::pair<Slot, Slot>> ranges{{0, 4}};
    for (int i = 0; i < 5; ++i) {
        const Place place = layout.reg(i);
        EXPECT_EQ(place.slot % (place.bytes == 0 ? 4 : 64), 0u);
        ranges.push_back({place.slot, place.slot + (place.bytes == 0 ? 4u : place.bytes * 32u)});
    }
    ranges.push_back({layout.passed(2).slot, layout.passed(2).slot + 12 * 32});
    const Place seven = layout.constant(7, 4);
    ranges.push_back({seven.slot, seven.slot + 128});
    const Place tid = layout.special(ptx::Special::TidX, 4);
    ranges.push_back({tid.slot, tid.slot + 128});
    layout.finish();
    std::ranges::sort(ranges);
    for (std::size_t i = 1; i < ranges.size(); ++i)
        EXPECT_LE(ranges[i - 1].second, ranges[i].first);
    EXPECT_LE(ranges.back().second, code.frame_bytes);
    EXPECT_LE(code.zeroed_bytes, seven.slot);
}

TEST(LayoutTest, TheSameConstantHasOneSlot) {
    const ptx::Function from = function();
    Code code;
    Layout layout(from, code);
    EXPECT_EQ(layout.constant(7, 4).slot, layout.constant(7, 4).slot);
    EXPECT_NE(layout.constant(7, 4).slot, layout.constant(7, 8).slot);
    EXPECT_NE(layout.constant(7, 4).slot, layout.constant(8, 4).slot);
    EXPECT_EQ(code.constants.size(), 3u);
}

TEST(LayoutTest, LocalVariablesLieBehindEachOther) {
    const ptx::Function from = function();
    Code code;
    Layout layout(from, code);
    layout.finish();
    EXPECT_EQ(layout.local_offset(0), 0u);
    EXPECT_EQ(layout.local_offset(1), 8u);
    EXPECT_EQ(code.local_bytes, 32u); // 24, in units of 16
}

} // namespace lockstep::simt
