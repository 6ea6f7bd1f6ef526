// SPDX-License-Identifier: MIT
// Making a trace.
#include "sim/simt/launch.hpp"
#include "sim/simt/recorder.hpp"
#include "sim/simt/trace_parts.hpp"

#include <fmt/format.h>

namespace lockstep::simt {

Result<Traced> record(std::shared_ptr<const Program> program, Memory& memory, const Launch& launch,
                      const Options& options, std::uint64_t block, const TraceLimits& limits) {
    LOCKSTEP_TRY(const std::unique_ptr<Card> card, Card::create(*program, memory, launch, options));
    if (block >= card->blocks)
        return fail(program->function(program->entry_code()).name,
                    fmt::format("there is no block {} to trace.", block),
                    fmt::format("The launch has {} blocks, counted from 0.", card->blocks));
    Recorder recorder(*card, block, limits);
    Traced traced;
    traced.outcome = run_in_order(*card, Allowance(options.budget, options.cancelled), &recorder);
    auto parts = std::make_unique<Trace::Parts>();
    parts->program = program;
    parts->warps = static_cast<int>((card->block_threads + 31) / 32);
    parts->shared_bytes = card->shared_bytes;
    parts->recording = recorder.take();
    LOCKSTEP_TRY(parts->replay,
                 Replay::create(std::move(program), launch, options, *parts->recording));
    traced.trace = std::make_unique<Trace>(std::move(parts));
    return traced;
}

} // namespace lockstep::simt
