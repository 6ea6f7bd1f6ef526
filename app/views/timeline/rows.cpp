// SPDX-License-Identifier: MIT
#include "app/views/timeline/rows.hpp"

#include <algorithm>
#include <map>

namespace lockstep::timeline {

namespace {

Kind kind_of(int kind) {
    return kind == 1 ? Kind::Serial : kind == 2 ? Kind::Wait : Kind::Busy;
}

void join(std::vector<Bar>& row, double join_ms) {
    std::sort(row.begin(), row.end(),
              [](const Bar& a, const Bar& b) { return a.begin_ms < b.begin_ms; });
    std::vector<Bar> joined;
    for (const Bar& bar : row) {
        const bool same = !joined.empty() && joined.back().kind == bar.kind &&
                          joined.back().phase == bar.phase &&
                          bar.begin_ms - joined.back().end_ms <= join_ms;
        if (!same) {
            joined.push_back(bar);
            continue;
        }
        joined.back().end_ms = std::max(joined.back().end_ms, bar.end_ms);
        ++joined.back().tasks;
    }
    row = std::move(joined);
}

} // namespace

double shown_end_ms(const protocol::Spans& spans) {
    double last_ns = 0;
    for (const double end : spans.end_ns)
        last_ns = std::max(last_ns, end);
    if (last_ns > 0 && last_ns < 0.5 * spans.time_ns)
        return 1.02 * last_ns / 1e6;
    return std::max(last_ns, spans.time_ns) / 1e6;
}

Rows rows_of(const protocol::Spans& spans, double join_ms) {
    Rows rows;
    std::map<int, double> phase_end;
    rows.end_ms = shown_end_ms(spans);
    rows.cut = rows.end_ms < spans.time_ns / 1e6;
    for (std::size_t i = 0; i < spans.worker.size(); ++i) {
        if (spans.worker[i] < 0)
            continue;
        const auto worker = static_cast<std::size_t>(spans.worker[i]);
        if (worker >= rows.workers.size())
            rows.workers.resize(worker + 1);
        const double end = spans.end_ns[i] / 1e6;
        rows.workers[worker].push_back({spans.begin_ns[i] / 1e6, end, kind_of(spans.kind[i]),
                                        spans.task[i], 1, spans.phase[i]});
        double& last = phase_end[spans.phase[i]];
        last = std::max(last, end);
    }
    for (auto& row : rows.workers)
        join(row, join_ms);
    for (const auto& [phase, end] : phase_end)
        rows.barriers_ms.push_back(end);
    std::sort(rows.barriers_ms.begin(), rows.barriers_ms.end());
    if (!rows.barriers_ms.empty())
        rows.barriers_ms.pop_back();
    return rows;
}

double idle_share(const std::vector<Bar>& row, double end_ms) {
    if (end_ms <= 0)
        return 0;
    double busy = 0;
    for (const Bar& bar : row)
        if (bar.kind != Kind::Wait)
            busy += bar.end_ms - bar.begin_ms;
    return std::clamp(1 - busy / end_ms, 0.0, 1.0);
}

} // namespace lockstep::timeline
