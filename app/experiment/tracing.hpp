// SPDX-License-Identifier: MIT
// A kernel's block step by step. The second bench keeps the trace; this is what is in sight of it.
// Included by session.hpp.
#pragma once

#include "kernels/protocol/messages.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace lockstep {

struct Tracing {
    protocol::PointRequest point; ///< whose kernel it is; no workload: nothing was asked for yet
    bool simulating = false;      ///< the trace itself is not there yet
    protocol::TraceInfo info;     ///< block -1: there is none
    std::string problem;          ///< why there is none
    std::vector<std::string> ptx; ///< its lines, as far as they have come

    /// The learner's own version of the kernel; empty: the project's.
    std::string source;
    int error_line = 0; ///< of that, where it cannot be compiled; 0: it can
    /// The text was compiled for a debugger: its counters are compared with nothing.
    bool as_written = false;
    std::string file; ///< the trace file that it is of; empty: of a point
    /// What a version came to: its counts, whether the result is the serial variant's, and what was
    /// found wrong.
    Values counters;
    std::vector<protocol::KernelFigures> figures; ///< of its kernels, by ptxas
    protocol::PointStatus status = protocol::PointStatus::Ok;
    std::string reason;
    std::vector<protocol::FindingInfo> findings;

    std::int64_t cursor = 0;                      ///< the step that was chosen
    int warp = 0;                                 ///< whose steps are shown
    protocol::Steps window;                       ///< steps round the cursor
    std::optional<protocol::Registers> registers; ///< of the warp before the cursor's step
    int sought_line = 0;       ///< by the search that was asked for last; 0: it looks for no line
    std::string nothing_found; ///< after a search that led nowhere

    std::optional<protocol::Overview> overview; ///< of all its warps
    int overview_asked = 0; ///< in how many columns it was asked for last; 0: it is stale
    std::int64_t overview_from = 0, overview_count = 0; ///< steps to be summed; count 0: all

    /// Something was asked for, which may have failed.
    bool is_asked() const { return !point.workload.empty() || !file.empty(); }
    bool has_trace() const { return info.block >= 0 && info.steps > 0; }
    bool in_window(std::int64_t step) const {
        return step >= window.from &&
               step < window.from + static_cast<std::int64_t>(window.warp.size());
    }
};

/// The id that requests for the trace carry: a run's own is a uuid.
inline constexpr std::string_view trace_id = "trace";

} // namespace lockstep
