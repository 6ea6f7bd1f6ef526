// SPDX-License-Identifier: MIT
// Trace files on the command line: `simulate ... --trace FILE` and `simulate FILE.trace.json`.
#pragma once

#include "app/cli/bench_client.hpp"
#include "app/experiment/trace_file.hpp"

namespace lockstep::cli {

bool is_trace_file(const std::string& name);

/// Writes what it takes to simulate the request again; `seen` is its answer, and the bench still
/// has the trace.
std::optional<Trouble> write_trace_file(BenchClient& bench, const SimulateOptions& options,
                                        const protocol::SimulateRequest& request,
                                        const protocol::Simulated& seen);

} // namespace lockstep::cli
