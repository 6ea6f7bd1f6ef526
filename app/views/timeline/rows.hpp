// SPDX-License-Identifier: MIT
// The spans of one repetition as rows of bars: one row a worker, neighbours that look alike joined.
// No drawing.
#pragma once

#include "kernels/protocol/messages.hpp"

#include <vector>

namespace lockstep::timeline {

enum class Kind { Busy, Serial, Wait };

struct Bar {
    double begin_ms = 0, end_ms = 0;
    Kind kind = Kind::Busy;
    int first_task = 0, tasks = 1; ///< how many spans it stands for
    int phase = 0;
};

struct Rows {
    std::vector<std::vector<Bar>> workers; ///< by worker, each by rising begin
    std::vector<double> barriers_ms;       ///< where a phase ended for all, without the last
    double end_ms = 0;                     ///< of what is shown
    bool cut = false;                      ///< only the beginning of the repetition was recorded
};

/// The repetition's time, or that of its last span where the spans end long before it: a worker
/// keeps only so many.
double shown_end_ms(const protocol::Spans& spans);

/// Bars nearer than `join_ms` and of the same kind and phase become one, so that a thousand pieces
/// of work do not become a thousand slivers. Spans of workers below 0 are left out.
Rows rows_of(const protocol::Spans& spans, double join_ms);

/// How much of the row is not covered by busy or serial bars: 0 to 1.
double idle_share(const std::vector<Bar>& row, double end_ms);

} // namespace lockstep::timeline
