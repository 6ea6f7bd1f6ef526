// SPDX-License-Identifier: MIT
// Times points against each other: a first look at each, a pilot that fixes the number of rounds,
// and the rounds, one sample of each side in an order that balances who follows whom.
#pragma once

#include "kernels/measure/calibration.hpp"
#include "kernels/measure/slices.hpp"
#include "kernels/measure/span_keeper.hpp"
#include "kernels/measure/troubles.hpp"
#include "kernels/measure/watcher.hpp"
#include "sim/base/random.hpp"

#include <optional>

namespace lockstep {

struct RunPlan {
    std::string id; ///< of the request
    double budget_s = 4;
    double relative_width = 0.01;
    Caches caches = Caches::Warm;
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
        int warm_repetitions = 1; ///< of a sample, were it timed with warm caches
        DoublingCheck doubling;
        std::vector<double> times_ns; ///< by round; 0 where there is none
        std::vector<int> disturbed;   ///< by round
        bool active() const { return state.status == PointStatus::Ok && side != nullptr; }
    };
    std::span<const Timed> sides() const { return m_sides; }
    /// What the machine did to the run, in sentences for the learner.
    std::vector<std::string> remarks() const { return m_troubles.sentences(m_rounds_done); }

  private:
    void first_look(Timed& timed, SideRequest request);
    void fix_repetitions();
    void do_round(int round, int flags);
    /// Timers interrupt at regular times. Short rounds as regular as they could meet them in step
    /// for long, and always with the same side: each begins a random while after the one before.
    void fall_out_of_step();
    bool samples_are_short() const { return m_sample_ns < usual_sample_ns; }
    /// One sample, checked and noted; false when the side has no time from now on.
    bool take_sample(Timed& timed, int round, int flags);
    void note(Timed& timed, int round, int flags, const Batch& batch);
    /// What the watcher saw in the sample just taken: notes it, and sets our clocks where the
    /// machine's was set.
    void heed(int round, int flags, bool disturbed);
    void take_touched_again();
    void check_doubling(Timed& timed, int round);
    /// Of batches that follow each other, where samples are too cold to tell.
    void check_doubling_warm(Timed& timed);
    /// A batch, and whether nobody disturbed it.
    tl::expected<FirstBatch, Refused> first_batch(Timed& timed);
    tl::expected<std::pair<Batch, bool>, Refused> watched(Timed& timed, std::int64_t first, int n);
    void judge_doubling(Timed& timed);
    tl::expected<std::optional<double>, Refused> warm_doubling(Timed& timed);
    /// Wrong only where twice the work is too cheap with warm caches, too.
    void judge_left_out(Timed& timed, double ratio);
    void plan_rounds(double round_s);
    std::vector<double> pilot_ratios(const Timed& timed) const;
    const Timed* reference_of(const Timed& timed) const;
    void judge_disturbance();
    void judge_course();
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
        double sum_ns = samples_are_short() ? 3.5e5 : 1e5; // waiting, the watcher and its books
        for (const std::size_t i : active()) {
            sum_ns += sample_ns(m_sides[i]) + walk_ns() + 1e5; // waking, checking
            sum_ns += m_sides[i].side->beside_ns();
        }
        return 1.1e-9 * sum_ns; // a tenth more: warm-ups, and the breaths themselves
    }
    /// What emptying the caches before a sample takes.
    double walk_ns() const {
        return m_workshop.walker != nullptr ? m_workshop.walker->latest_ns() : 0;
    }
    double seconds_since_start() const {
        return 1e-9 * static_cast<double>(Recorder::now_ns() - m_begin_ns);
    }

    RunPlan m_plan;
    Workshop& m_workshop;
    Watcher m_watcher;
    Listener& m_listener;
    Slices m_slices;
    Troubles m_troubles;
    std::vector<Timed> m_sides;
    std::int64_t m_begin_ns;
    int m_pilot = 0, m_rounds = 0; ///< rounds of the pilot, and after it
    int m_rounds_done = 0;
    double m_round_s = 0;
    double m_sample_ns = 0; ///< what one should last at least
    bool m_checks_at_the_end = false;
    Random m_random{20261127};
};

} // namespace lockstep
