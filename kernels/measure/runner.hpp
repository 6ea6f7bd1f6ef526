// SPDX-License-Identifier: MIT
// Carries out a variant of one problem, in batches between two stamps. Whatever it needs (threads,
// an arena, a card's buffers) is set up before and put to rest after.
#pragma once

#include "kernels/measure/arena.hpp"
#include "kernels/measure/workload.hpp"

#include <map>
#include <memory>
#include <optional>
#include <span>

namespace lockstep {

/// Repetitions timed together.
struct Batch {
    std::int64_t begin_ns = 0, end_ns = 0; ///< CLOCK_MONOTONIC
    std::uint64_t checksum = 0;            ///< folded as oracle.hpp says
    /// A card's batch is timed launch by launch: what lies between is not its time. 0 for threads.
    double launches_ns = 0;
    /// What a card's batch spent on carrying data there and results back: no part of its time.
    double copies_ns = 0;
    /// Each repetition's result, where they are compared one by one; valid until the next batch.
    std::span<const std::uint64_t> results = {};
    double duration_ns() const {
        return launches_ns > 0 ? launches_ns : static_cast<double>(end_ns - begin_ns);
    }
};

/// The loop between the stamps. `first` counts repetitions over the whole run; memory for `record`
/// is reserved and `record.begin_sample()` called before. Adds less than 100 ns to the work.
/// `results`, if not null, has room for one of each repetition.
Batch time_batch(Run run, const Problem& problem, Context& context, std::int64_t first,
                 int repetitions, std::uint64_t* results = nullptr);

/// The teams and arenas of a process, made once for each number of workers and kept asleep, and the
/// books that their runners write into.
class Crews {
  public:
    Result<Team*> team(int workers, Pinning pinning);
    Result<Arena*> arena(int workers);

    /// Ends this team's threads; whoever holds it has nothing any more.
    void dismiss(int workers, Pinning pinning);

    /// Sends everyone but these to sleep.
    void rest_but(const Team* team, const Arena* arena);
    void rest() { rest_but(nullptr, nullptr); }

    /// For all runners of so many workers and phases the same one, good until the next batch of any
    /// of them: books of their own would lie in other sets of a cache, and a job that fills that
    /// cache then took up to 1 % longer on one side than on the other.
    Recorder& recorder(int workers, int phases);
    /// Room in it for so many repetitions and spans of a worker at least. What was noted is gone
    /// where it had to grow.
    void reserve(int workers, int phases, int repetitions, int spans);

  private:
    struct Books {
        int repetitions = 0, spans = 0;
        std::unique_ptr<Recorder> record;
    };
    std::map<std::pair<int, int>, Books> m_books; ///< by workers and phases
    std::map<std::pair<int, Pinning>, std::unique_ptr<Team>> m_teams;
    std::map<int, std::unique_ptr<Arena>> m_arenas;
    Team* m_awake_team = nullptr;
    Arena* m_awake_arena = nullptr;
};

class Runner {
  public:
    Runner() = default;
    Runner(const Runner&) = delete;
    Runner& operator=(const Runner&) = delete;
    virtual ~Runner() = default;

    /// Untimed: everyone who takes part is awake and in place. Called before each run().
    virtual void wake() {}
    /// One batch.
    virtual Result<Batch> run(std::int64_t first, int repetitions) = 0;

    /// What a repetition of the last batch takes a card by its own clock, ns: launched again for
    /// it, so outside the stamps. NaN where it cannot be had; nothing for threads.
    virtual std::optional<double> kernel_ns() { return std::nullopt; }

    /// Of the last batch; null for a card.
    virtual const Recorder* record() const { return nullptr; }
    /// Takes what the next batches will need: repetitions of each, and spans kept of a worker.
    virtual void reserve(int, int) {}
    /// For each thread, the ns so far that others took from it; what it grows by during a batch is
    /// what the watcher asks. Empty where waiting is part of the work (Crew::Threads,
    /// Crew::Beside, a card).
    virtual std::vector<double> lost_ns() const { return {}; }
};

/// A runner for every crew but the card. `problem` and `crews` must outlive it.
Result<std::unique_ptr<Runner>> host_runner(const Variant& variant, const Problem& problem,
                                            int workers, int phases, Crews& crews);

} // namespace lockstep
