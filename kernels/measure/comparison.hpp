// SPDX-License-Identifier: MIT
// Times points against each other: a first look at each, a pilot that fixes the number of rounds,
// and the rounds, one sample of each side in an order that balances who follows whom.
#pragma once

#include "kernels/measure/calibration.hpp"
#include "kernels/measure/slices.hpp"
#include "kernels/measure/span_keeper.hpp"
#include "kernels/measure/watcher.hpp"

namespace lockstep {

struct RunPlan {
    std::string id; ///< of the request
    double budget_s = 4;
    double relative_width = 0.01;
};

class Comparison {
  public:
    Comparison(RunPlan plan, Workshop& workshop, Watcher watcher, Listener& listener);

    /// Carries it all out. What became of each side is told to the listener, samples once a slice.
    void run(std::vector<SideRequest> requests);

    /// One side after the run, for its spans and its picture.
    struct Timed {
        std::unique_ptr<Side> side;
        protocol::PointState state;
        SpanKeeper spans;
        double repetition_ns = 0; ///< latest estimate
        DoublingCheck doubling;
        std::vector<double> times_ns; ///< by round; 0 where there is none
        std::vector<int> disturbed;   ///< by round
        bool active() const { return state.status == PointStatus::Ok && side != nullptr; }
    };
    std::span<const Timed> sides() const { return m_sides; }

  private:
    void first_look(Timed& timed, SideRequest request);
    void fix_repetitions();
    void do_round(int round, int flags);
    /// One sample, checked and noted; false when the side has no time from now on.
    bool take_sample(Timed& timed, int round, int flags);
    void note(Timed& timed, int round, int flags, const Batch& batch);
    void take_touched_again();
    void check_doubling(Timed& timed, int round);
    void judge_doubling(Timed& timed);
    void plan_rounds(double round_s);
    std::vector<double> pilot_ratios(const Timed& timed) const;
    const Timed* reference_of(const Timed& timed) const;
    void judge_disturbance();
    void refuse(Timed& timed, const Refused& why);
    /// Indices of the sides that still have a time.
    std::vector<std::size_t> active() const {
        std::vector<std::size_t> found;
        for (std::size_t i = 0; i < m_sides.size(); ++i)
            if (m_sides[i].active()) found.push_back(i);
        return found;
    }
    static double sample_ns(const Timed& timed) {
        return timed.side == nullptr ? 0 : timed.repetition_ns * timed.side->repetitions();
    }
    double round_estimate_s() const {
        double sum_ns = 1e5; // the watcher's spin, and reading its books
        for (const std::size_t i : active())
            sum_ns += sample_ns(m_sides[i]) + 1e5; // waking, checking
        return 1.1e-9 * sum_ns; // a tenth more: warm-ups, and the breaths themselves
    }
    double seconds_since_start() const {
        return 1e-9 * static_cast<double>(Recorder::now_ns() - m_begin_ns);
    }

    RunPlan m_plan;
    Workshop& m_workshop;
    Watcher m_watcher;
    Listener& m_listener;
    Slices m_slices;
    std::vector<Timed> m_sides;
    std::int64_t m_begin_ns;
    int m_pilot = 0, m_rounds = 0; ///< rounds of the pilot, and after it
    double m_round_s = 0;
    bool m_checks_at_the_end = false;
};

} // namespace lockstep
