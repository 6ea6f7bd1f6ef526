// SPDX-License-Identifier: MIT
// Machines that are bad in a way that is known: a runner whose batches last what a script says, and
// lose to others what it says. It asks no clock, so that no test depends on how long a thing took.
#pragma once

#include "kernels/measure/comparison.hpp"
#include "kernels/measure/oracle.hpp"
#include "sim/stats/interval.hpp"
#include "tests/kernels/measure/scribe.hpp"
#include "tests/kernels/measure/toys.hpp"

#include <functional>

namespace lockstep::scripted {

/// Of one batch: how long a repetition takes, and what others took from the whole batch.
struct Beat {
    double repetition_ns = 1e6;
    double lost_ns = 0;
    double batch_ns = 0; ///< once a batch, however many repetitions it has
    double cold_ns = 0;  ///< a repetition more, where the batch before was of another side
};

/// Of each repetition.
inline constexpr double copies_ns = 11;

/// `batch` counts the batches of this machine, whichever side they are of.
using Script = std::function<Beat(int batch)>;

class ScriptedRunner final : public Runner {
  public:
    ScriptedRunner(const Problem& problem, Script script, int& batches, double factor)
        : m_oracle(problem, toys::serial.run), m_script(std::move(script)), m_batches(batches),
          m_factor(factor) {}

    Result<Batch> run(std::int64_t first, int repetitions) override {
        const bool cold = m_batches != m_next;
        const Beat beat = m_script(m_batches++);
        m_next = m_batches;
        Batch batch;
        batch.begin_ns = Recorder::now_ns();
        const double length_ns =
            (beat.repetition_ns * m_factor + (cold ? beat.cold_ns : 0)) * repetitions +
            beat.batch_ns + beat.lost_ns;
        batch.end_ns = batch.begin_ns + static_cast<std::int64_t>(length_ns);
        batch.checksum = m_oracle.expected(first, repetitions);
        batch.copies_ns = copies_ns * repetitions;
        m_lost_ns += beat.lost_ns;
        return batch;
    }
    std::vector<double> lost_ns() const override { return {m_lost_ns}; }
    /// A thousandth of a repetition by the card's own clock.
    std::optional<double> kernel_ns() override {
        ++kernel_looks;
        return 1e3 * m_factor;
    }
    static inline int kernel_looks = 0;

  private:
    Oracle m_oracle;
    Script m_script;
    int& m_batches;
    double m_factor;
    double m_lost_ns = 0;
    int m_next = -1; ///< the batch that would follow this runner's last one
};

/// Two sides, of which the second takes `factor` times as long; all that was said of them.
class Machine {
  public:
    /// The budget is one that no other program's work makes too small for fifteen rounds.
    explicit Machine(Script script, double factor = 2, double budget_s = 30)
        : m_script(std::move(script)) {
        std::vector<SideRequest> sides{toys::side(toys::card, 0, 10),
                                       toys::side(toys::card, 1, 10)};
        int made = 0;
        Workshop workshop{m_crews, [&](const Variant&, const Problem& problem) {
                              return Result<std::unique_ptr<Runner>>(
                                  std::make_unique<ScriptedRunner>(problem, m_script, m_batches,
                                                                   made++ == 0 ? 1 : factor));
                          }};
        // What really happens here is usual; what the script takes is not.
        constexpr UsualNoise usual{1e12, 0, 1e12};
        Comparison comparison({"r", budget_s, 0.01}, workshop, Watcher(usual), scribe);
        comparison.run(std::move(sides));
        remarks = comparison.remarks();
    }

    /// The paired ratios of the rounds that nobody disturbed, as the front takes them.
    stats::Interval ratio() const;

    Scribe scribe;
    std::vector<std::string> remarks;

  private:
    Crews m_crews;
    Script m_script;
    int m_batches = 0;
};

inline stats::Interval Machine::ratio() const {
    std::map<int, double> first;
    for (const Sample& sample : scribe.samples_of(0))
        if (sample.flags == 0 && sample.time_ns > 0)
            first[sample.round] = sample.time_ns;
    std::vector<double> a, b;
    for (const Sample& sample : scribe.samples_of(1))
        if (sample.flags == 0 && sample.time_ns > 0 && first.contains(sample.round)) {
            a.push_back(sample.time_ns);
            b.push_back(first[sample.round]);
        }
    return stats::ratio_interval(a, b);
}

} // namespace lockstep::scripted
