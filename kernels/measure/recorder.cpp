// SPDX-License-Identifier: MIT
// Sums and spans in memory that was reserved before the clock started. Each worker writes to its
// own slot alone; what belongs together is added up after the clock has stopped.
#include "kernels/measure/recorder.hpp"

#include "sim/base/assert.hpp"

#include <algorithm>
#include <atomic>
#include <ctime>

namespace lockstep {

namespace {

/// Rows are shared beyond this, which keeps the sums of one point under some megabytes.
constexpr int most_sums = 1 << 19;

struct alignas(128) Slot {
    std::vector<double> sums; ///< [row][phase]
    std::vector<Span> spans;  ///< of the last repetition
    int spans_noted = 0;      ///< in the repetition `spans_of`, kept or not
    std::uint64_t spans_of = 0;
    int phases_seen = 1;
    int spans_seen = 0;
};

} // namespace

struct Recorder::State {
    int workers, phases, rows = 1;
    int row = -1;         ///< of the repetition in progress
    bool wrapped = false; ///< all rows have been used in this sample
    bool keeps_spans = false;
    std::uint64_t spans_of = 0; ///< counts the repetitions with spans, so that none must be erased
    std::int64_t repetition_begin_ns = 0;
    std::vector<Slot> slots; ///< one a worker, and the last for serial stretches
    double serial_ns = 0;
    alignas(128) std::atomic<double> lanes_used = 0;
    std::atomic<double> lanes_offered = 0;
    std::optional<double> claimed_ns;

    State(int worker_count, int phase_count)
        : workers(worker_count), phases(phase_count), slots(static_cast<std::size_t>(workers) + 1) {
    }

    void note(Slot& slot, const Span& span) {
        if (!keeps_spans) return;
        if (slot.spans_of != spans_of) {
            slot.spans_of = spans_of;
            slot.spans_noted = 0;
        }
        if (slot.spans_noted < static_cast<int>(slot.spans.size()))
            slot.spans[static_cast<std::size_t>(slot.spans_noted)] = span;
        ++slot.spans_noted;
        slot.spans_seen = std::max(slot.spans_seen, slot.spans_noted);
    }

    void add(Slot& slot, int phase, double busy_ns) {
        slot.phases_seen = std::max(slot.phases_seen, phase + 1);
        const int row_now = std::max(row, 0);
        slot.sums[static_cast<std::size_t>(row_now * phases + std::min(phase, phases - 1))] +=
            busy_ns;
    }

    Slot& slot_of(int worker, int phase) {
        LOCKSTEP_ASSERT(worker >= 0 && worker < workers && phase >= 0,
                        "A worker notes its time under its own number, and phases count from 0.");
        return slots[static_cast<std::size_t>(worker)];
    }

    void next_row() {
        if (++row < rows) return;
        row = 0;
        wrapped = true;
    }

    /// Of each slot, in this sample; all others are 0. There may be room for a thousand times as
    /// many, which nobody should walk through before every sample.
    std::size_t used_sums() const {
        return static_cast<std::size_t>((wrapped ? rows : std::max(row, 0) + 1) * phases);
    }
};

Recorder::Recorder(int workers, int phases, int spans) {
    LOCKSTEP_ASSERT(workers >= 1 && phases >= 1 && spans >= 0, "A recorder has room for somebody.");
    m_state = std::make_unique<State>(workers, phases);
    for (Slot& slot : m_state->slots) {
        slot.sums.resize(static_cast<std::size_t>(phases));
        slot.spans.resize(static_cast<std::size_t>(spans));
    }
}

Recorder::~Recorder() = default;

std::int64_t Recorder::now_ns() {
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return static_cast<std::int64_t>(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
}

void Recorder::reserve(int repetitions) {
    m_state->rows = std::clamp(repetitions, 1, std::max(1, most_sums / m_state->phases));
    for (Slot& slot : m_state->slots)
        slot.sums.assign(static_cast<std::size_t>(m_state->rows * m_state->phases), 0.0);
    m_state->row = -1;
    m_state->wrapped = false;
}

void Recorder::begin_sample() {
    for (Slot& slot : m_state->slots)
        std::fill_n(slot.sums.begin(), m_state->used_sums(), 0.0);
    ++m_state->spans_of;
    m_state->row = -1;
    m_state->wrapped = false;
    m_state->keeps_spans = false;
    m_state->serial_ns = 0;
    m_state->lanes_used = 0;
    m_state->lanes_offered = 0;
    m_state->claimed_ns.reset();
}

void Recorder::begin_repetition() {
    m_state->next_row();
    ++m_state->spans_of;
    m_state->keeps_spans = true;
    m_state->repetition_begin_ns = now_ns();
}

void Recorder::next_repetition() {
    m_state->next_row();
}

void Recorder::busy(int worker, int phase, int task, std::int64_t begin_ns, std::int64_t end_ns) {
    Slot& slot = m_state->slot_of(worker, phase);
    m_state->add(slot, phase, static_cast<double>(end_ns - begin_ns));
    const std::int64_t zero = m_state->repetition_begin_ns;
    m_state->note(slot, {worker, phase, task, static_cast<int>(SpanKind::Busy), begin_ns - zero,
                         end_ns - zero});
}

void Recorder::counted(int worker, int phase, double busy_ns) {
    m_state->add(m_state->slot_of(worker, phase), phase, busy_ns);
}

void Recorder::serial(std::int64_t begin_ns, std::int64_t end_ns) {
    m_state->serial_ns += static_cast<double>(end_ns - begin_ns);
    const std::int64_t zero = m_state->repetition_begin_ns;
    m_state->note(m_state->slots.back(),
                  {0, 0, 0, static_cast<int>(SpanKind::Serial), begin_ns - zero, end_ns - zero});
}

void Recorder::lanes(double used, double offered) {
    // Called once a leaf, by any worker: the shared line costs less than the leaf's two stamps.
    m_state->lanes_used.fetch_add(used, std::memory_order_relaxed);
    m_state->lanes_offered.fetch_add(offered, std::memory_order_relaxed);
}

void Recorder::claims(double ns) {
    m_state->claimed_ns = ns;
}

BusyTotals Recorder::totals(int repetitions) const {
    LOCKSTEP_ASSERT(repetitions >= 1, "A mean is over at least one repetition.");
    const State& state = *m_state;
    BusyTotals totals;
    totals.busy_ns.assign(static_cast<std::size_t>(state.workers), 0.0);
    for (std::size_t i = 0; i < state.used_sums(); ++i) {
        double longest = 0;
        for (std::size_t worker = 0; worker < totals.busy_ns.size(); ++worker) {
            const double busy = state.slots[worker].sums[i];
            totals.busy_ns[worker] += busy / repetitions;
            longest = std::max(longest, busy);
        }
        totals.longest_ns += longest / repetitions;
    }
    totals.serial_ns = state.serial_ns / repetitions;
    totals.lanes_used = state.lanes_used / repetitions;
    totals.lanes_offered = state.lanes_offered / repetitions;
    totals.claimed_ns = state.claimed_ns;
    return totals;
}

std::vector<Span> Recorder::spans() const {
    std::vector<Span> all;
    const auto take = [&](const Slot& slot) {
        if (slot.spans_of != m_state->spans_of) return;
        const auto kept =
            std::min<std::size_t>(static_cast<std::size_t>(slot.spans_noted), slot.spans.size());
        all.insert(all.end(), slot.spans.begin(),
                   slot.spans.begin() + static_cast<std::ptrdiff_t>(kept));
    };
    take(m_state->slots.back()); // serial stretches belong to worker 0, before its busy ones
    for (int worker = 0; worker < m_state->workers; ++worker)
        take(m_state->slots[static_cast<std::size_t>(worker)]);
    return all;
}

std::int64_t Recorder::repetition_begin_ns() const {
    return m_state->repetition_begin_ns;
}

int Recorder::phases_seen() const {
    return std::ranges::max_element(m_state->slots, {}, &Slot::phases_seen)->phases_seen;
}

int Recorder::spans_seen() const {
    return std::ranges::max_element(m_state->slots, {}, &Slot::spans_seen)->spans_seen;
}

} // namespace lockstep
