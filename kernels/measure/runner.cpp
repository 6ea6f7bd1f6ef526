// SPDX-License-Identifier: MIT
// Batches on threads of this machine.
#include "kernels/measure/runner.hpp"

#include "kernels/measure/clock.hpp"
#include "kernels/measure/cores.hpp"
#include "kernels/measure/oracle.hpp"
#include "sim/base/assert.hpp"

#include <algorithm>
#include <ctime>

namespace lockstep {

Batch time_batch(Run run, const Problem& problem, Context& context, std::int64_t first,
                 int repetitions, std::uint64_t* results) {
    Batch batch;
    std::uint64_t nobody_asks;
    std::uint64_t* next = results != nullptr ? results : &nobody_asks;
    const int step = results != nullptr ? 1 : 0;
    Recorder& record = *context.record;
    const int last = repetitions - 1;
    int input = input_of(first);
    batch.begin_ns = Recorder::now_ns();
    // The variant is called through a pointer that is only known at run time, and each call has
    // another input than the one before: no compiler can take a call for the repetition of another.
    for (int i = 0; i < last; ++i) {
        record.next_repetition();
        context.input = input;
        *next = run(problem, context);
        batch.checksum = folded(batch.checksum, *next);
        next += step;
        input = input == input_count - 1 ? 0 : input + 1;
    }
    record.begin_repetition();
    context.input = input;
    *next = run(problem, context);
    batch.checksum = folded(batch.checksum, *next);
    batch.end_ns = Recorder::now_ns();
    if (results != nullptr) batch.results = {results, static_cast<std::size_t>(repetitions)};
    return batch;
}

// ---- crews --------------------------------------------------------------------------------------

Result<Team*> Crews::team(int workers, Pinning pinning) {
    auto& team = m_teams[{workers, pinning}];
    if (!team) {
        LOCKSTEP_TRY(team, Team::create(workers, pinning));
        team->rest();
    }
    return team.get();
}

Result<Arena*> Crews::arena(int workers) {
    auto& arena = m_arenas[workers];
    if (!arena) {
        LOCKSTEP_TRY(arena, Arena::create(workers));
    }
    return arena.get();
}

Recorder& Crews::recorder(int workers, int phases) {
    Books& books = m_books[{workers, phases}];
    if (!books.record) books.record = std::make_unique<Recorder>(workers, phases, books.spans);
    return *books.record;
}

void Crews::reserve(int workers, int phases, int repetitions, int spans) {
    Books& books = m_books[{workers, phases}];
    if (books.record && repetitions <= books.repetitions && spans <= books.spans) return;
    books.repetitions = std::max(repetitions, books.repetitions);
    books.spans = std::max(spans, books.spans);
    books.record.reset();
    recorder(workers, phases).reserve(books.repetitions);
}

void Crews::dismiss(int workers, Pinning pinning) {
    const auto team = m_teams.find({workers, pinning});
    if (team == m_teams.end()) return;
    if (m_awake_team == team->second.get()) m_awake_team = nullptr;
    m_teams.erase(team);
}

void Crews::rest_but(const Team* team, const Arena* arena) {
    if (m_awake_team != nullptr && m_awake_team != team) m_awake_team->rest();
    if (m_awake_arena != nullptr && m_awake_arena != arena) m_awake_arena->rest();
    m_awake_team = const_cast<Team*>(team);
    m_awake_arena = const_cast<Arena*>(arena);
}

// ---- a variant on threads -----------------------------------------------------------------------

namespace {

class HostRunner final : public Runner {
  public:
    HostRunner(const Variant& variant, const Problem& problem, int workers, int phases,
               Crews& crews)
        : m_variant(variant), m_problem(problem), m_workers(workers), m_phases(phases),
          m_crews(crews) {}

    Result<void> gather() {
        if (m_variant.crew == Crew::Team || m_variant.crew == Crew::Threads) {
            const Pinning how = m_variant.crew == Crew::Team ? Pinning::Pinned : Pinning::Free;
            LOCKSTEP_TRY(m_team, m_crews.team(m_workers, how));
        }
        if (m_variant.crew == Crew::Arena) {
            LOCKSTEP_TRY(m_arena, m_crews.arena(m_workers));
        }
        return {};
    }

    void wake() override {
        m_crews.rest_but(m_team, m_arena);
        if (m_variant.crew == Crew::Threads)
            unpin_thread();
        else
            pin_thread(usable_cores().cpus.front());
        if (m_team != nullptr) m_team->wake();
        if (m_arena != nullptr) m_arena->wake();
    }

    Result<Batch> run(std::int64_t first, int repetitions) override {
        Recorder& record = m_crews.recorder(m_workers, m_phases);
        record.begin_sample();
        Context context{0, m_workers, m_team, &record};
        m_results.resize(m_problem.bound(0) > 0 ? static_cast<std::size_t>(repetitions) : 0);
        std::uint64_t* const results = m_results.empty() ? nullptr : m_results.data();
        const auto timed = [&] {
            return time_batch(m_variant.run, m_problem, context, first, repetitions, results);
        };
        if (m_arena == nullptr) return timed();
        Batch batch;
        m_arena->execute([&](int) { batch = timed(); });
        return batch;
    }

    const Recorder* record() const override { return &m_crews.recorder(m_workers, m_phases); }

    void reserve(int repetitions, int spans) override {
        m_crews.reserve(m_workers, m_phases, repetitions, spans);
    }

    std::vector<double> lost_ns() const override {
        if (m_variant.crew == Crew::Threads || m_variant.crew == Crew::Beside ||
            m_problem.is_waiting())
            return {};
        if (m_team != nullptr) return m_team->lost_ns();
        if (m_arena != nullptr) return m_arena->lost_ns();
        const std::int64_t cpu_ns = cpu_time_ns(CLOCK_THREAD_CPUTIME_ID);
        return {static_cast<double>(Recorder::now_ns() - cpu_ns)};
    }

  private:
    const Variant& m_variant;
    const Problem& m_problem;
    int m_workers, m_phases;
    Crews& m_crews;
    Team* m_team = nullptr;
    Arena* m_arena = nullptr;
    std::vector<std::uint64_t> m_results; ///< of the last batch, where there is a bound
};

} // namespace

Result<std::unique_ptr<Runner>> host_runner(const Variant& variant, const Problem& problem,
                                            int workers, int phases, Crews& crews) {
    LOCKSTEP_ASSERT(variant.run != nullptr, "A variant that runs on threads has a function.");
    auto runner = std::make_unique<HostRunner>(variant, problem, workers, phases, crews);
    LOCKSTEP_CHECK(runner->gather());
    return runner;
}

} // namespace lockstep
