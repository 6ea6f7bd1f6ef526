// SPDX-License-Identifier: MIT
// Where a variant notes who was busy when. Memory is reserved before the clock starts; a stamp
// costs two clock readings, so leaf bodies that are stamped last at least 2 us (measuring rule 4).
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace lockstep {

/// One stretch of one worker's time, as the timeline draws it. Times are ns since the repetition
/// began.
struct Span {
    int worker = 0;
    int phase = 0; ///< a phase ends with a barrier or a join
    int task = 0;  ///< which task, tile or chain it was
    int kind = 0;  ///< SpanKind
    std::int64_t begin_ns = 0;
    std::int64_t end_ns = 0;
};

enum class SpanKind : int { Busy = 0, Serial = 1, Wait = 2 };

/// Of a repetition on a card; NaN where it could not be had.
struct CardTimes {
    double kernel_ns = 0; ///< T_kernel of the gap: its launches by the card's own clock
    double copies_ns = 0; ///< T_copy of the gap: data there and results back, by the wall's
};

/// Totals of one repetition (or the mean of several): the inputs of the gap (measuring.md).
struct BusyTotals {
    double serial_ns = 0;               ///< s: the program allowed one worker only
    std::vector<double> busy_ns;        ///< sum over phases, one entry a worker
    double longest_ns = 0;              ///< M = sum over phases of the longest worker's busy time
    double lanes_used = 0;              ///< useful lane steps counted, 0 when not a vector variant
    double lanes_offered = 0;           ///< lane steps that the vector unit went through
    std::optional<double> claimed_ns;   ///< of a variant that measures: what it makes of the work
    std::optional<CardTimes> card = {}; ///< of a card, which has no workers
};

/// Worker i writes only to its own slot, so no lock and no shared line is touched. Slots are one
/// 128-byte block each at least.
class Recorder {
  public:
    /// Room for `workers` workers, `phases` phases and `spans` spans a worker; spans beyond that
    /// are summed but not kept.
    Recorder(int workers, int phases, int spans);
    ~Recorder();
    Recorder(const Recorder&) = delete;
    Recorder& operator=(const Recorder&) = delete;

    /// CLOCK_MONOTONIC in ns.
    static std::int64_t now_ns();

    /// Rows for so many repetitions of a sample, so that the longest worker of each repetition's
    /// phases is found after the clock has stopped. Beyond them rows are shared.
    void reserve(int repetitions);

    /// A new sample: totals to zero, spans forgotten.
    void begin_sample();
    /// Called by the harness before each repetition; spans are relative to it.
    void begin_repetition();
    /// The same for a repetition whose spans nobody will ask for: no clock reading, a few ns.
    void next_repetition();

    void busy(int worker, int phase, int task, std::int64_t begin_ns, std::int64_t end_ns);
    /// Busy time that was counted rather than stamped (leaf bodies under 2 us): pieces x time of
    /// one.
    void counted(int worker, int phase, double busy_ns);
    /// A stretch in which the program allows one worker only.
    void serial(std::int64_t begin_ns, std::int64_t end_ns);
    /// Lanes that did wanted work, out of those that the unit went through.
    void lanes(double used, double offered);
    /// How long something took by a variant's own measuring, right or wrong. Of a sample's
    /// repetitions the last one's claim counts: a mean of claims is none that anybody made.
    void claims(double ns);

    /// Means per repetition over the sample.
    BusyTotals totals(int repetitions) const;
    /// Spans of the last repetition, by worker.
    std::vector<Span> spans() const;
    /// The clock reading of the last begin_repetition.
    std::int64_t repetition_begin_ns() const;
    /// One more than the highest phase that was ever noted; at least 1.
    int phases_seen() const;
    /// The most spans that a worker ever had in one repetition, kept or not.
    int spans_seen() const;

  private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// Stamps a leaf body: `Stamp stamp(context, worker, phase, task);` to the end of the scope.
class Stamp {
  public:
    Stamp(Recorder& record, int worker, int phase, int task)
        : m_record(record), m_worker(worker), m_phase(phase), m_task(task),
          m_begin_ns(Recorder::now_ns()) {}
    ~Stamp() { m_record.busy(m_worker, m_phase, m_task, m_begin_ns, Recorder::now_ns()); }
    Stamp(const Stamp&) = delete;
    Stamp& operator=(const Stamp&) = delete;

  private:
    Recorder& m_record;
    int m_worker, m_phase, m_task;
    std::int64_t m_begin_ns;
};

} // namespace lockstep
