// SPDX-License-Identifier: MIT
// Plays the scheduler, and says what came of it.
#include "app/blocks/figure/scheduler/slots.hpp"

#include "sim/base/units.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace lockstep::scheduler {

namespace {

using simt::WarpState;

std::vector<simt::PatternStep> pattern_of(const Setting& setting) {
    return simt::load_then_arithmetic(
        setting.latency, setting.arithmetic_latency, setting.arithmetic,
        setting.chains ? simt::NextLoad::NeedsResult : simt::NextLoad::Independent);
}

/// The scheduler begins with its first warp and then prefers the youngest. Rows in that order make
/// a picture that is read downwards; which of these equal warps is called what means nothing.
simt::IssueTimeline downwards(const simt::IssueTimeline& played) {
    simt::IssueTimeline sorted = played;
    for (int row = 1; row < played.warps; ++row)
        for (int slot = 0; slot < played.cycles; ++slot)
            sorted.cells[static_cast<std::size_t>(row * played.cycles + slot)] =
                played.at(played.warps - row, slot);
    return sorted;
}

std::string counted(int count, std::string_view one) {
    return fmt::format("{} {}{}", count, one, count == 1 ? "" : "s");
}

/// What needs the load.
std::string after_it(const Setting& setting) {
    if (setting.arithmetic == 0)
        return "";
    return fmt::format(", then {} of {}{}", counted(setting.arithmetic, "instruction"),
                       counted(setting.arithmetic_latency, "slot"),
                       setting.arithmetic == 1 ? "" : ", each needs the one before");
}

} // namespace

int Slots::issuer(int slot) const {
    for (int warp = 0; warp < timeline.warps; ++warp)
        if (timeline.at(warp, slot).state == WarpState::Issuing)
            return warp;
    return -1;
}

Slots slots_of(const Setting& setting) {
    const auto pattern = pattern_of(setting);
    const int round = simt::round_cycles(pattern);
    Slots slots;
    slots.asked = setting.in_flight;
    const int warps = std::clamp(setting.in_flight, 1, most_warps);
    // The second round begins inside the picture: its first loads show when they can.
    slots.timeline =
        downwards(simt::issue_timeline(pattern, warps, std::max(round + round / 2, 2)));
    slots.used = simt::steady_utilisation(pattern, warps);
    slots.enough = simt::warps_needed(pattern);
    return slots;
}

std::string sentence_of(const Setting& setting, const Slots& slots) {
    const std::string what =
        fmt::format("A model: {}, a load takes {} slots{}. ",
                    counted(setting.in_flight, setting.one()), setting.latency, after_it(setting));
    const std::string used =
        fmt::format("In the long run {} of the slots are used", format_percent(slots.used));
    if (setting.in_flight >= slots.enough)
        return what + used +
               fmt::format(": {} or more can fill them.", counted(slots.enough, setting.one()));
    return what + used +
           fmt::format("; it takes {} to fill them.", counted(slots.enough, setting.one()));
}

std::string who_is(const Setting& setting, const Slots& slots, int warp, int slot) {
    if (warp < 0) {
        const int issuer = slots.issuer(slot);
        return issuer < 0 ? fmt::format("slot {}: empty, every {} waits", slot, setting.one())
                          : fmt::format("slot {}: taken by {} {}", slot, setting.one(), issuer);
    }
    const simt::Cell& cell = slots.timeline.at(warp, slot);
    const char* instruction = cell.step == 0 ? "its load" : "an instruction";
    const std::string name = fmt::format("slot {}, {} {}: ", slot, setting.one(), warp);
    if (cell.state == WarpState::Issuing)
        return name + "issues " + instruction;
    if (cell.state == WarpState::Ready)
        return name + fmt::format("ready, but another {} has the slot", setting.one());
    const bool for_load = cell.step == 1 || (setting.arithmetic == 0 && cell.step == 0);
    return name + (for_load ? "waits for its load" : "waits for its last instruction");
}

} // namespace lockstep::scheduler
