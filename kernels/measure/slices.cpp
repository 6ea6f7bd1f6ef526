// SPDX-License-Identifier: MIT
// When to breathe, and what a frame inside a slice does to its samples.
#include "kernels/measure/slices.hpp"

#include <algorithm>
#include <cmath>

namespace lockstep {
namespace {

constexpr std::int64_t slice_ns = protocol::slice_ms * std::int64_t{1'000'000};
/// From here on the front may draw a frame while it waits (the breath, design 2).
constexpr std::int64_t long_repetition_ns = 300'000'000;
constexpr int most_tries = 3;

/// A slice lasts 200 ms, or, when one repetition is longer than that, as long as it may take on a
/// bad day.
int announced_ms(double expected_ns) {
    const double expected_ms = expected_ns / 1e6;
    return expected_ms <= protocol::slice_ms ? protocol::slice_ms
                                             : static_cast<int>(std::ceil(1.5 * expected_ms)) + 100;
}

} // namespace

Slices::Slices(Listener& listener, Crews& crews)
    : m_listener(listener), m_crews(crews), m_begin_ns(Recorder::now_ns()) {}

bool Slices::before(double expected_ns) {
    const std::int64_t length_ns = m_first ? slice_ns / 2 : slice_ns;
    const std::int64_t end_ns = Recorder::now_ns() + static_cast<std::int64_t>(expected_ns);
    const bool just_breathed = m_unsent.empty() && (m_first || expected_ns <= m_announced_ns);
    if (end_ns - m_begin_ns <= length_ns || just_breathed) return false;
    breathe(expected_ns);
    return true;
}

void Slices::add(Sample sample) {
    m_unsent.push_back(std::move(sample));
}

void Slices::forget(int point) {
    std::erase_if(m_unsent, [&](const Sample& sample) { return sample.point == point; });
    std::erase_if(m_touched, [&](const Sample& sample) { return sample.point == point; });
}

void Slices::mark(std::vector<Sample>& samples, std::span<const Frame> frames) {
    for (Sample& sample : samples) {
        const bool hit = std::ranges::any_of(frames, [&](const Frame& frame) {
            return frame.begin_ns < sample.end_ns && sample.begin_ns < frame.end_ns;
        });
        if (!hit || (sample.flags & protocol::sample_redraw) != 0) continue;
        sample.flags |= protocol::sample_redraw;
        if (++m_tries[{sample.point, sample.round}] <= most_tries) m_touched.push_back(sample);
    }
}

void Slices::breathe(double expected_ns) {
    m_crews.rest();
    news.await_go = true;
    news.next_slice_ms = std::max(at_least_ms, announced_ms(expected_ns));
    m_announced_ns = expected_ns;
    mark(m_unsent, m_listener.frames());
    // A frame that was drawn while a long repetition ran is heard of with the next `go`: only then
    // is it known which samples it touched.
    const bool long_one = std::ranges::any_of(m_unsent, [](const Sample& sample) {
        return sample.end_ns - sample.begin_ns > long_repetition_ns;
    });
    if (long_one) mark(m_unsent, m_listener.progress(news));
    m_listener.samples(m_unsent);
    m_sent = std::move(m_unsent);
    m_unsent.clear();
    const std::size_t touched_before = m_touched.size();
    mark(m_sent, m_listener.progress(news));
    for (std::size_t i = touched_before; i < m_touched.size(); ++i)
        m_unsent.push_back(m_touched[i]); // sent once more, with the mark
    m_first = false;
    m_begin_ns = Recorder::now_ns();
}

std::vector<Sample> Slices::take_again() {
    return std::exchange(m_touched, {});
}

} // namespace lockstep
