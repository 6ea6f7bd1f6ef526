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
    void take_touched_again();
    void check_doubling(Timed& timed, int round);
    void judge_doubling(Timed& timed);
    void plan_rounds(double round_s);
    std::vector<double> pilot_ratios(const Timed& timed) const;
    const Timed* reference_of(const Timed& timed) const;
    void judge_disturbance();
    void refuse(Timed& timed, const Refused& why);
    std::vector<std::size_t> active() const;
    static double sample_ns(const Timed& timed) {
        return timed.side == nullptr ? 0 : timed.repetition_ns * timed.side->repetitions();
    }
    double round_estimate_s() const;
    double seconds_since_start() const {
        return 1e-9 * static_cast<double>(Recorder::now_ns() - m_begin_ns);
    }
    void tell_time_left(int rounds_done);

    RunPlan m_plan;
    Workshop& m_workshop;
    Watcher m_watcher;
    Listener& m_listener;
    Slices m_slices;
    std::vector<Timed> m_sides;
    std::int64_t m_begin_ns;
    int m_pilot = 0, m_rounds = 0; ///< rounds of the pilot, and after it
    double m_round_s = 0;
};

} // namespace lockstep
