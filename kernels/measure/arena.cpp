// SPDX-License-Identifier: MIT
// oneTBB decides by itself how many threads work, where, and when they fall asleep. Here it is
// told.
#include "kernels/measure/arena.hpp"

#include "kernels/measure/clock.hpp"
#include "kernels/measure/cores.hpp"
#include "kernels/measure/recorder.hpp"
#include "sim/base/assert.hpp"

#include <array>
#include <atomic>
#include <ctime>
#include <fmt/format.h>
#include <fstream>
#include <optional>
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>
#include <tbb/task_scheduler_observer.h>
#include <unistd.h>
#include <vector>

namespace lockstep {
namespace {

constexpr std::int64_t longest_wake_ns = 2'000'000;
constexpr std::int64_t longest_cold_start_ns = 50'000'000;

/// Who has ever worked here, by thread id. Entered without a lock, in whatever order they come.
struct Members {
    static constexpr std::size_t most = 1024;
    std::array<std::atomic<pid_t>, most> ids{};

    void enter(pid_t id) {
        for (auto& place : ids) {
            pid_t found = place.load(std::memory_order_relaxed);
            if (found == id || (found == 0 && place.compare_exchange_strong(found, id)) ||
                found == id)
                return;
        }
    }
};

/// Pins whoever comes in to the core of its place in the arena. The system call falls away for a
/// worker that sits there already.
class Pins final : public tbb::task_scheduler_observer {
  public:
    Pins(tbb::task_arena& arena, Members& members)
        : tbb::task_scheduler_observer(arena), m_members(members) {
        observe(true);
    }
    ~Pins() override { observe(false); }
    void on_scheduler_entry(bool) override {
        thread_local const pid_t id = gettid();
        m_members.enter(id);
        const auto& cpus = usable_cores().cpus;
        const int place = tbb::this_task_arena::current_thread_index();
        if (place >= 0) pin_thread(cpus[static_cast<std::size_t>(place) % cpus.size()]);
    }

  private:
    Members& m_members;
};

/// The second number of schedstat: ns spent waiting on a run queue. 0 where the kernel keeps none.
double run_queue_wait_ns(pid_t id) {
    std::ifstream in("/proc/self/task/" + std::to_string(id) + "/schedstat");
    double ran_ns = 0, waited_ns = 0;
    return in >> ran_ns >> waited_ns ? waited_ns : 0;
}

} // namespace

struct Arena::State {
    int size;
    tbb::task_arena arena;
    Members members;
    Pins pins;
    std::optional<tbb::global_control> limit;
    double cold_start_ns = 0;

    explicit State(int workers) : size(workers), arena(workers, 1), pins(arena, members) {}

    void allow(int workers) {
        limit.reset(); // the least of all living limits counts, so the old one goes first
        limit.emplace(tbb::global_control::max_allowed_parallelism,
                      static_cast<std::size_t>(workers));
    }

    /// One task a worker, each of which waits for the others to have begun: nobody takes two.
    bool gather(std::int64_t longest_ns) {
        std::atomic<int> here = 0;
        const std::int64_t deadline_ns = Recorder::now_ns() + longest_ns;
        const auto greet = [&](int) {
            here.fetch_add(1);
            while (here.load(std::memory_order_acquire) < size &&
                   Recorder::now_ns() < deadline_ns) {
            }
        };
        arena.execute([&] { tbb::parallel_for(0, size, greet, tbb::simple_partitioner()); });
        return Recorder::now_ns() < deadline_ns;
    }
};

Arena::Arena(std::unique_ptr<State> state) : m_state(std::move(state)) {}

Result<std::unique_ptr<Arena>> Arena::create(int workers) {
    LOCKSTEP_ASSERT(workers >= 1, "An arena has at least one worker.");
    const int most = usable_cores().workers();
    if (workers > most)
        return fail(
            "", fmt::format("needs {} cores, this machine lets Lockstep use {}", workers, most));
    // oneTBB counts the cores in the mask of the thread that uses it first.
    unpin_thread();
    auto state = std::make_unique<State>(workers);
    state->allow(workers);
    const std::int64_t begin_ns = Recorder::now_ns();
    state->gather(longest_cold_start_ns);
    state->cold_start_ns = static_cast<double>(Recorder::now_ns() - begin_ns);
    std::unique_ptr<Arena> arena(new Arena(std::move(state)));
    arena->rest();
    return arena;
}

Arena::~Arena() = default;

int Arena::size() const {
    return m_state->size;
}

void Arena::execute(TeamBody job) {
    m_state->arena.execute([&] { job(0); });
}

bool Arena::wake() {
    m_state->allow(m_state->size);
    return m_state->gather(longest_wake_ns);
}

void Arena::rest() {
    // Workers that are called back go to sleep, and nothing wakes them when the call is over. No
    // limit may stay: the least of all counts, and it would be another arena's.
    m_state->allow(1);
    m_state->limit.reset();
}

std::vector<double> Arena::lost_ns() const {
    // Who is stopped waits on no run queue; but while a job lasts, one of its workers computes.
    const std::int64_t cpu_ns = cpu_time_ns(CLOCK_PROCESS_CPUTIME_ID);
    std::vector<double> lost{static_cast<double>(Recorder::now_ns() - cpu_ns)};
    for (const auto& id : m_state->members.ids)
        if (const pid_t member = id.load(); member != 0) lost.push_back(run_queue_wait_ns(member));
    return lost;
}

double Arena::cold_start_ns() const {
    return m_state->cold_start_ns;
}

} // namespace lockstep
