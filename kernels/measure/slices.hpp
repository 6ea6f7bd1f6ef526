// SPDX-License-Identifier: MIT
// The breath: timing goes on for at most 200 ms, then what was measured is sent and the front may
// draw one frame. Samples that a frame touched are marked, and named for taking again.
#pragma once

#include "kernels/measure/side.hpp"

#include <functional>
#include <span>
#include <vector>

namespace lockstep {

/// One sample of one side. Times are per repetition.
struct Sample {
    int point = 0;
    int round = 0;
    double time_ns = 0;
    BusyTotals busy;
    int flags = 0;                         ///< protocol::SampleFlag
    std::int64_t begin_ns = 0, end_ns = 0; ///< CLOCK_MONOTONIC, of the whole batch
};

/// A frame that the front drew, CLOCK_MONOTONIC.
struct Frame {
    std::int64_t begin_ns = 0, end_ns = 0;
};

/// The other end, as far as timing knows of it.
class Listener {
  public:
    virtual ~Listener() = default;
    virtual void state(const protocol::PointState& state) = 0;
    virtual void samples(std::span<const Sample> samples) = 0;
    /// Says what goes on and, where it says `await_go`, waits for the answer, at most 100 ms. The
    /// frames of which it has heard since the last call.
    virtual std::vector<Frame> progress(const protocol::Progress& progress) = 0;
    /// Frames of which it has heard since, without saying anything.
    virtual std::vector<Frame> frames() = 0;
};

class Slices {
  public:
    Slices(Listener& listener, Crews& crews);

    /// What every `progress` carries; next_slice_ms and await_go are filled in here.
    protocol::Progress news;
    /// Announced for every slice as long as nobody knows how long the next thing will take.
    int at_least_ms = 0;

    /// Before timing something that will take so long: takes a breath when the slice would outlast
    /// its 200 ms (the first one half of that, so that the first marks come soon). True when it
    /// did, and what comes next needs a warm-up.
    bool before(double expected_ns);
    void add(Sample sample);
    /// Drops what was not sent yet of a point that turned out to be wrong.
    void forget(int point);
    /// Sends what there is and waits for `go`. `expected_ns`: how long the next thing will take.
    void breathe(double expected_ns);

    /// The clock was set: from now on it tells another time.
    void clock_jumped(double jump_ns) { m_begin_ns += static_cast<std::int64_t>(jump_ns); }

    /// Samples that a frame touched since the last call, each at most three times.
    std::vector<Sample> take_again();

  private:
    void mark(std::vector<Sample>& samples, std::span<const Frame> frames);

    Listener& m_listener;
    Crews& m_crews;
    std::int64_t m_begin_ns;
    bool m_first = true;
    double m_announced_ns = 0;
    std::vector<Sample> m_unsent, m_sent, m_touched;
    std::map<std::pair<int, int>, int> m_tries; ///< by point and round
};

} // namespace lockstep
