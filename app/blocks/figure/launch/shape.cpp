// SPDX-License-Identifier: MIT
// The arithmetic of a launch, and its sentences.
#include "app/blocks/figure/launch/shape.hpp"

#include "sim/base/units.hpp"

#include <algorithm>
#include <cstdint>
#include <fmt/format.h>

namespace lockstep::launch {

namespace {

std::int64_t first_item(const Shape& shape, int block) {
    return static_cast<std::int64_t>(block) * shape.block;
}

std::string counted(int count, std::string_view things) {
    return fmt::format("{} {}", count, counted_unit(count, things));
}

} // namespace

Lane lane_of(const Shape& shape, int block, int place) {
    if (place >= shape.block)
        return Lane::NoThread;
    return first_item(shape, block) + place < shape.items ? Lane::Works : Lane::NoItem;
}

int threads_without_item(const Shape& shape, int block) {
    const std::int64_t left = shape.items - first_item(shape, block);
    return shape.block - static_cast<int>(std::clamp<std::int64_t>(left, 0, shape.block));
}

std::string sentence_of(const Shape& shape, int block) {
    const char* are = shape.block == 1 ? "is" : "are";
    const char* have = shape.spare_lanes() == 1 ? "has" : "have";
    std::string words = fmt::format("{} {} {}: {} lanes, ", counted(shape.block, "threads"), are,
                                    counted(shape.warps(), "warps"), shape.lanes());
    if (shape.spare_lanes() == 0)
        words += "and each of them has a thread.";
    else
        words += fmt::format("{} of them {} no thread.", shape.spare_lanes(), have);
    if (const int idle = threads_without_item(shape, block); idle > 0)
        words += fmt::format(" For {} of this block there is no item.", counted(idle, "threads"));
    return words;
}

std::string grid_words(const Shape& shape) {
    return fmt::format("{} of {} for {}", counted(shape.blocks(), "blocks"),
                       counted(shape.block, "threads"), counted(shape.items, "items"));
}

std::string who_is(const Shape& shape, int block, int place) {
    const int warp = place / warp_lanes, lane = place % warp_lanes;
    const std::string name = fmt::format("block {}, warp {}, lane {}: ", block, warp, lane);
    if (lane_of(shape, block, place) == Lane::NoThread)
        return name + fmt::format("no thread, a block has {}", shape.block);
    const std::string item = fmt::format("item {} × {} + {} + {} = {}", block, shape.block,
                                         warp * warp_lanes, lane, first_item(shape, block) + place);
    return name + item + (lane_of(shape, block, place) == Lane::NoItem ? ", which is none" : "");
}

} // namespace lockstep::launch
