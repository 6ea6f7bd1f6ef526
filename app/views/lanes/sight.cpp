// SPDX-License-Identifier: MIT
// Which rows are in sight, and registers as words. No drawing.
#include "app/views/lanes/parts.hpp"

#include "sim/base/units.hpp"

#include <algorithm>
#include <bit>
#include <fmt/format.h>

namespace lockstep::lanes_view {

namespace {

/// The bits of a register as its type reads them.
std::string value_of(const std::string& type, std::int64_t bits) {
    const auto low = static_cast<std::uint32_t>(bits);
    if (type == "f32")
        return format_number(static_cast<double>(std::bit_cast<float>(low)), 6);
    if (type == "f64")
        return format_number(std::bit_cast<double>(bits), 9);
    if (type == "pred")
        return bits != 0 ? "true" : "false";
    if (type == "s32" || type == "b32" || type == "u32")
        return type == "u32" ? fmt::format("{}", low)
                             : fmt::format("{}", static_cast<std::int32_t>(low));
    return fmt::format("{}", bits);
}

} // namespace

Sight sight_of(const Tracing& tracing, std::size_t most_rows, int file) {
    Sight sight;
    sight.rows = step_rows(tracing.window, tracing.warp, tracing.ptx, file);
    // The cursor may stand between two steps of this warp, on one of another: the next is meant.
    const auto chosen = std::ranges::find_if(
        sight.rows, [&](const StepRow& row) { return row.step >= tracing.cursor; });
    sight.chosen = static_cast<std::size_t>(chosen - sight.rows.begin());
    sight.count = std::min(most_rows, sight.rows.size());
    const std::size_t before = most_rows / 2;
    const std::size_t first = sight.chosen > before ? sight.chosen - before : 0;
    sight.first = std::min(first, sight.rows.size() - sight.count);
    return sight;
}

std::vector<std::string> register_words(const protocol::Registers& registers, int lane,
                                        std::size_t most) {
    std::vector<std::string> words;
    if (registers.function < 0 || lane < 0 || lane > 31)
        return words;
    for (std::size_t i = 0; i < registers.names.size() && words.size() < most; ++i) {
        if (i >= registers.written.size() || registers.written[i] == 0 || registers.low[i].empty())
            continue;
        const std::vector<std::int64_t>& lanes = registers.low[i];
        const std::int64_t bits =
            lanes.size() == 1 ? lanes.front() : lanes.at(static_cast<std::size_t>(lane));
        words.push_back(registers.names[i] + " = " + value_of(registers.types[i], bits));
    }
    return words;
}

} // namespace lockstep::lanes_view
