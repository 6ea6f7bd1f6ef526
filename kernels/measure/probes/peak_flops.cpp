// SPDX-License-Identifier: MIT
// Deals pieces of the chains to the workers. Pieces, and not a share for each: on a machine with
// fast and slow cores all are then busy to the end.
#include "kernels/measure/probes/peak_flops.hpp"

#include "kernels/measure/cores.hpp"
#include "kernels/measure/probes/peak_chains.hpp"
#include "kernels/measure/vector_targets.hpp"

#include <algorithm>
#include <array>
#include <atomic>

namespace lockstep {
namespace {

/// A piece is some 40 us, long against the counter that deals it, and a try some 2 ms.
constexpr std::int64_t piece_steps = 1 << 14;
constexpr std::int64_t pieces_of_each = 48;

/// Read where the compiler cannot see it, or it would leave out to multiply by it.
volatile double hidden_one = 1;

template <class T>
struct Chains {
    alignas(64) std::array<T, most_chain_numbers> start{};
    alignas(64) std::array<T, most_chain_numbers> out{};
    int numbers = 0;

    Chains() {
        for (std::size_t i = 0; i < start.size(); ++i)
            start[i] = static_cast<T>(i % 61);
    }
    /// Whether every number has gone so many steps.
    bool carry_out(std::int64_t steps, T one) {
        if constexpr (sizeof(T) == 4)
            numbers = count_up_f32(steps, one, start.data(), out.data());
        else
            numbers = count_up_f64(steps, one, start.data(), out.data());
        for (int i = 0; i < numbers; ++i) {
            const auto at = static_cast<std::size_t>(i);
            if (out[at] != start[at] + static_cast<T>(steps)) return false;
        }
        return true;
    }
};

template <class T>
BestTry best_of_tries(Team& team) {
    const auto one = static_cast<T>(hidden_one);
    Chains<T> warm;
    std::atomic<bool> right = warm.carry_out(piece_steps, one);
    const std::int64_t pieces = pieces_of_each * team.size();
    const double flops = 2.0 * warm.numbers * piece_steps * static_cast<double>(pieces);
    Tries tries(team);
    while (tries.wanted()) {
        std::atomic<std::int64_t> next = 0;
        const auto body = [&](int) {
            Chains<T> chains;
            while (next.fetch_add(1, std::memory_order_relaxed) < pieces)
                if (!chains.carry_out(piece_steps, one)) right = false;
        };
        tries.begin();
        team.run(body);
        tries.end(flops);
    }
    return right ? tries.best() : BestTry{};
}

} // namespace

BestTry peak_gflops(std::int64_t target, Precision precision, Team& team) {
    const OnlyVectorTarget only(target);
    return precision == Precision::Single ? best_of_tries<float>(team)
                                          : best_of_tries<double>(team);
}

std::vector<protocol::PeakFlops> probe_peaks(Crews& crews, Pauses& pauses) {
    const int workers = usable_cores().workers();
    const auto measure = [&](std::int64_t target, Precision precision, int p) {
        pauses.before(longest_tries_ns);
        Team* const team = gathered(crews, p);
        return team != nullptr ? pauses.noted(peak_gflops(target, precision, *team)) : 0;
    };
    std::vector<protocol::PeakFlops> peaks;
    for (const std::int64_t target : usable_vector_targets()) {
        protocol::PeakFlops peak;
        peak.target = vector_target_name(target);
        peak.workers = workers;
        {
            const OnlyVectorTarget only(target);
            peak.lanes_f32 = chain_lanes_f32();
            peak.fused = fuses();
        }
        peak.f32_one = measure(target, Precision::Single, 1);
        peak.f64_one = measure(target, Precision::Double, 1);
        peak.f32_all = workers > 1 ? measure(target, Precision::Single, workers) : peak.f32_one;
        peak.f64_all = workers > 1 ? measure(target, Precision::Double, workers) : peak.f64_one;
        peaks.push_back(std::move(peak));
    }
    return peaks;
}

} // namespace lockstep
