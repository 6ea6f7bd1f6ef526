// SPDX-License-Identifier: MIT
#include "sim/simt/simulate.hpp"

#include "sim/simt/claims.hpp"
#include "sim/simt/launch.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace lockstep::simt {

Result<Outcome> simulate(const Program& program, Memory& memory, const Launch& launch,
                         const Options& options) {
    LOCKSTEP_TRY(const std::unique_ptr<Card> card, Card::create(program, memory, launch, options));
    const Allowance allowance(options.budget, options.cancelled);
    const auto threads = static_cast<int>(std::min<std::uint64_t>(
        static_cast<std::uint64_t>(std::clamp(options.threads, 1, 256)), card->blocks));
    const bool countable = card->blocks < Claims::most_blocks;
    std::string why;
    if (threads > 1 && countable && !card->stack && !options.checks.global_races) {
        if (std::optional<Outcome> outcome = run_together(*card, allowance, threads, why))
            return *std::move(outcome);
    }
    Outcome outcome = run_in_order(*card, allowance);
    if (!why.empty())
        outcome.remark = fmt::format("Run again in reference order on one core: {}.", why);
    return outcome;
}

} // namespace lockstep::simt
