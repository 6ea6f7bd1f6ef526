// SPDX-License-Identifier: MIT
// Planning rounds from the pilot, ordering their sides, and leaving out the disturbed ones.
#include "sim/stats/rounds.hpp"

#include "sim/base/assert.hpp"
#include "sim/stats/interval.hpp"
#include "sim/stats/memory.hpp"

#include <algorithm>
#include <cmath>

namespace lockstep::stats {

static int odd_at_most(double n) {
    const int whole = static_cast<int>(std::min(n, 1e9));
    return std::max(1, whole % 2 == 1 ? whole : whole - 1);
}

int rounds_needed(std::span<const double> pilot_ratios, double relative_width, int most) {
    return rounds_needed(pilot_ratios, relative_width, most, round_memory(pilot_ratios));
}

int rounds_needed(std::span<const double> pilot_ratios, double relative_width, int most,
                  double memory) {
    LOCKSTEP_ASSERT(relative_width > 0, "An interval cannot be planned to have no width.");
    std::vector<double> logs;
    for (const double ratio : pilot_ratios)
        logs.push_back(std::log(ratio));
    const double error = median_standard_error(logs); // infinite for a pilot that is too short
    double wanted = fewest_rounds;
    if (std::isfinite(error)) {
        // The width falls with the square root of n: 2 x 1.96 x error x sqrt(pilot / n).
        const double shrink = 2 * 1.96 * error / relative_width;
        wanted = std::max(wanted, static_cast<double>(logs.size()) * shrink * shrink);
    }
    // Rounds that remember each other count for less: so many more make up for it.
    const int independent = static_cast<int>(std::min(wanted, 1e6));
    wanted *= widening(memory, independent);
    wanted = std::min(std::ceil(wanted), static_cast<double>(std::max(most, 1)));
    const bool one_more = std::fmod(wanted, 2.0) == 0 && wanted + 1 <= most;
    return odd_at_most(one_more ? wanted + 1 : wanted);
}

int williams_period(int sides) {
    return sides == 1 || sides % 2 == 0 ? sides : 2 * sides;
}

std::vector<int> williams_order(int sides, int round) {
    LOCKSTEP_ASSERT(sides >= 1 && round >= 0, "A round has a number and at least one side.");
    const int row = round % williams_period(sides);
    std::vector<int> order;
    // The first row zigzags 0, n-1, 1, n-2, ...: its n - 1 steps all differ modulo n, so that in
    // its n shifts every ordered pair of neighbours occurs once. For odd n the steps come in equal
    // pairs instead, and the rows read backwards make up for it.
    for (int place = 0; place < sides; ++place) {
        const int zigzag = place % 2 == 0 ? place / 2 : sides - 1 - place / 2;
        order.push_back((zigzag + row) % sides);
    }
    if (row >= sides)
        std::ranges::reverse(order);
    return order;
}

bool is_noticeable(double lost_ns, double sample_ns) {
    return lost_ns > 0.01 * sample_ns;
}

bool disturbed(const Watched& seen, const Watched& usual, double sample_ns) {
    const bool lost = is_noticeable(seen.off_cpu_ns, sample_ns);
    const bool off_cpu = lost && seen.off_cpu_ns > 3 * usual.off_cpu_ns;
    const bool switched = lost && seen.switches > 3 * usual.switches;
    const bool gap = is_noticeable(seen.gap_ns, sample_ns) && seen.gap_ns > 3 * usual.gap_ns;
    return off_cpu || switched || gap;
}

KeptRounds keep_rounds(std::span<const int> round_disturbed) {
    KeptRounds kept;
    for (std::size_t i = 0; i < round_disturbed.size(); ++i)
        if (round_disturbed[i] == 0)
            kept.rounds.push_back(static_cast<int>(i));
    kept.left_out = static_cast<int>(round_disturbed.size() - kept.rounds.size());
    kept.point_disturbed = 4 * static_cast<std::size_t>(kept.left_out) > round_disturbed.size();
    if (!kept.point_disturbed)
        return kept;
    kept.rounds.clear();
    for (std::size_t i = 0; i < round_disturbed.size(); ++i)
        kept.rounds.push_back(static_cast<int>(i));
    return kept;
}

} // namespace lockstep::stats
