// SPDX-License-Identifier: MIT
// One point, made ready to be timed against others: its problem, its oracle, whoever carries it
// out. A batch whose checksum is wrong has no time.
#pragma once

#include "kernels/measure/cache_walker.hpp"
#include "kernels/measure/oracle.hpp"
#include "kernels/measure/runner.hpp"
#include "kernels/protocol/messages.hpp"

#include <algorithm>
#include <functional>
#include <string>

namespace lockstep {

using protocol::PointStatus;

/// What is asked for.
struct SideRequest {
    int point = 0; ///< its id in the request
    const Workload* workload = nullptr;
    const Variant* variant = nullptr;
    Run serial = nullptr; ///< of the same workload: the oracle
    Values values;        ///< every parameter, and p
};

/// Makes a runner for a Crew::Card variant, or says why there is none.
using CardMaker =
    std::function<Result<std::unique_ptr<Runner>>(const Variant& variant, const Problem& problem)>;

/// A problem that several variants share, and the answers to it.
struct SharedProblem {
    std::unique_ptr<Problem> problem;
    std::unique_ptr<Oracle> oracle;
};

/// What the sides of one comparison have in common. The crews outlive it.
struct Workshop {
    Crews& crews;
    CardMaker card;
    CacheWalker* walker = nullptr; ///< where cold caches are asked for
    std::map<std::pair<const Workload*, Values>, std::shared_ptr<SharedProblem>> problems = {};
};

/// A side that has no time: why.
struct Refused {
    PointStatus status = PointStatus::Unavailable;
    std::string reason;
};

/// The first batch of a side that lasted long enough to say how long a repetition takes.
struct FirstBatch {
    Batch batch;
    int repetitions = 1;
    double repetition_ns() const { return std::max(1.0, batch.duration_ns()) / repetitions; }
};

/// What a batch finds in the caches: what the one before left there, or nothing of it.
enum class Caches { Warm, Cold };

class Side {
  public:
    /// Unavailable: no such card, too few cores, an impossible problem.
    static tl::expected<std::unique_ptr<Side>, Refused> create(SideRequest request,
                                                               Workshop& workshop);

    const SideRequest& request() const { return m_request; }
    int workers() const;
    double items() const;
    /// How many jobs of the serial variant's size a repetition does.
    int jobs() const;

    /// Repetitions first .. first + n - 1 as one batch, checked. Untimed before it: the oracle's
    /// answers, and the crew's waking; `awake` is called when both are done.
    /// Cold: the caches of its cores are walked over before that, which takes the workshop's
    /// walker.
    tl::expected<Batch, Refused> batch(std::int64_t first, int repetitions,
                                       const std::function<void()>& awake = {},
                                       Caches caches = Caches::Warm);

    /// What batch() will do before it starts the clock: answers that the oracle still lacks.
    double expected_oracle_ns(std::int64_t first, int repetitions) const {
        return m_shared->oracle->expected_prepare_ns(first, repetitions);
    }

    /// Batches that grow until one lasts 0.1 ms: the last of them. Warms up, too. Wrong where the
    /// work turns out to be done once a batch.
    tl::expected<FirstBatch, Refused> first_batch();

    /// Fixes how many repetitions a sample has, and reserves the memory for its records.
    void set_repetitions(int repetitions);
    int repetitions() const { return m_repetitions; }

    /// Per repetition, of the last batch. One worker alone that stamps nothing was at it from stamp
    /// to stamp: whatever it waits for then is its own work. A card launches once more, for its own
    /// clock.
    BusyTotals totals(const Batch& batch, int repetitions);
    /// What the last batch took outside its stamps, ns: a card's copies, and the launches for its
    /// own clock.
    double beside_ns() const { return m_beside_ns; }
    std::vector<Span> spans(const Batch& batch) const;
    /// How long the last batch's last repetition took, whose spans these are.
    double last_repetition_ns(const Batch& batch) const;

    const Runner& runner() const { return *m_runner; }
    const Problem& problem() const { return *m_shared->problem; }

  private:
    bool is_alone() const { return m_request.variant->crew == Crew::One; }
    BusyTotals card_totals(const Batch& batch, int repetitions);
    tl::expected<Batch, Refused> checked(const Batch& batch, std::int64_t first, int repetitions);
    /// The shortest of three batches in which nobody took the cores away; infinite for none.
    tl::expected<double, Refused> quiet_ns(int repetitions);
    tl::expected<FirstBatch, Refused> not_done_once(FirstBatch first);

    SideRequest m_request;
    Workshop* m_workshop = nullptr;
    std::shared_ptr<SharedProblem> m_shared;
    std::unique_ptr<Runner> m_runner;
    int m_repetitions = 1;
    double m_beside_ns = 0;
};

/// Spans of one repetition that a line of the protocol can carry, over all workers.
inline constexpr int most_spans = 8000;

} // namespace lockstep
