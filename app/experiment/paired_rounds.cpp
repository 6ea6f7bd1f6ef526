// SPDX-License-Identifier: MIT
// Which samples of two points were taken in the same round.
#include "app/experiment/paired_rounds.hpp"

#include <map>
#include <utility>

namespace lockstep {

using protocol::SampleFlag;

namespace {

bool has(int flags, SampleFlag flag) {
    return (flags & flag) != 0;
}

int flags_of(const Point& point, std::size_t index) {
    return index < point.flags.size() ? point.flags[index] : 0;
}

/// Which sample stands for a round; pilot and later rounds may be numbered alike.
std::map<std::pair<bool, int>, std::size_t> samples_by_round(const Point& point) {
    std::map<std::pair<bool, int>, std::size_t> found;
    for (std::size_t i = 0; i < point.time_ns.size() && i < point.round.size(); ++i) {
        if (!(point.time_ns[i] > 0)) // a sample whose time could not be had
            continue;
        const int flags = flags_of(point, i);
        if (has(flags, protocol::sample_redraw))
            continue;
        found[{has(flags, protocol::sample_pilot), point.round[i]}] = i;
    }
    return found;
}

struct Rounds {
    std::vector<RoundPair> pilot, after;
};

Rounds all_rounds(const Point* baseline, const Point& variant) {
    const auto of_variant = samples_by_round(variant);
    const auto of_baseline = baseline ? samples_by_round(*baseline) : of_variant;
    Rounds rounds;
    for (const auto& [key, index] : of_variant) {
        const auto partner = of_baseline.find(key);
        if (partner == of_baseline.end())
            continue;
        const int flags =
            flags_of(variant, index) | (baseline ? flags_of(*baseline, partner->second) : 0);
        RoundPair pair{key.second, partner->second, index, key.first,
                       has(flags, protocol::sample_disturbed)};
        (key.first ? rounds.pilot : rounds.after).push_back(pair);
    }
    return rounds;
}

} // namespace

std::vector<RoundPair> paired_rounds(const Point* baseline, const Point& variant) {
    Rounds rounds = all_rounds(baseline, variant);
    return rounds.after.empty() ? rounds.pilot : rounds.after;
}

std::vector<RoundPair> pilot_rounds(const Point* baseline, const Point& variant) {
    return all_rounds(baseline, variant).pilot;
}

} // namespace lockstep
