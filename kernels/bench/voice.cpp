// SPDX-License-Identifier: MIT
// Turning samples into columns, and gos into frames.
#include "kernels/bench/voice.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace lockstep::bench {

/// Of twenty characters at most, so that a line stays below its limit.
static constexpr std::size_t most_numbers = 40'000;

std::vector<protocol::Samples> columns_of(const std::string& id, std::span<const Sample> samples) {
    std::map<int, protocol::Samples> by_point;
    std::vector<protocol::Samples> all;
    for (const Sample& sample : samples) {
        protocol::Samples& columns = by_point[sample.point];
        // A thousand workers fill a line soon: its rest goes into another message.
        if (columns.round.size() * (sample.busy.busy_ns.size() + 10) > most_numbers)
            all.push_back(std::exchange(columns, {}));
        columns.id = id;
        columns.point = sample.point;
        columns.round.push_back(sample.round);
        columns.time_ns.push_back(sample.time_ns);
        columns.busy_ns.push_back(sample.busy.busy_ns);
        columns.longest_ns.push_back(sample.busy.longest_ns);
        columns.serial_ns.push_back(sample.busy.serial_ns);
        columns.lanes_used.push_back(sample.busy.lanes_used);
        columns.lanes_offered.push_back(sample.busy.lanes_offered);
        if (sample.busy.claimed_ns)
            columns.claimed_ns.push_back(*sample.busy.claimed_ns);
        if (sample.busy.card) {
            columns.kernel_ns.push_back(sample.busy.card->kernel_ns);
            columns.copy_ns.push_back(sample.busy.card->copies_ns);
        }
        columns.flags.push_back(sample.flags);
    }
    for (auto& [point, columns] : by_point)
        all.push_back(std::move(columns));
    for (protocol::Samples& columns : all)
        if (std::ranges::all_of(columns.lanes_offered, [](double lanes) { return lanes == 0; })) {
            columns.lanes_used.clear();
            columns.lanes_offered.clear();
        }
    return all;
}

protocol::Spans columns_of(const std::string& id, int point, const Timeline& timeline) {
    protocol::Spans spans;
    spans.id = id;
    spans.point = point;
    spans.time_ns = timeline.repetition_ns;
    // Too many for a line: the beginning is shown whole rather than all of it with holes.
    std::vector<Span> kept = timeline.spans;
    if (kept.size() > most_spans) {
        std::ranges::stable_sort(kept, {}, &Span::begin_ns);
        kept.resize(most_spans);
    }
    for (const Span& span : kept) {
        spans.worker.push_back(span.worker);
        spans.phase.push_back(span.phase);
        spans.task.push_back(span.task);
        spans.kind.push_back(span.kind);
        spans.begin_ns.push_back(static_cast<double>(span.begin_ns));
        spans.end_ns.push_back(static_cast<double>(span.end_ns));
    }
    return spans;
}

void Voice::state(const protocol::PointState& state) {
    m_pipe.send(state);
}

void Voice::samples(std::span<const Sample> samples) {
    for (protocol::Samples& columns : columns_of(m_id, samples))
        m_pipe.send(std::move(columns));
}

static std::vector<Frame> frames_in(const std::vector<protocol::Go>& gos) {
    std::vector<Frame> frames;
    for (const protocol::Go& go : gos)
        if (go.frame_end_ns > 0) frames.push_back({go.frame_begin_ns, go.frame_end_ns});
    return frames;
}

std::vector<Frame> Voice::progress(const protocol::Progress& progress) {
    m_pipe.send(progress);
    return frames_in(m_pipe.gos(m_id, progress.await_go ? protocol::breath_ms : 0));
}

std::vector<Frame> Voice::frames() {
    return frames_in(m_pipe.gos(m_id, 0));
}

} // namespace lockstep::bench
