// SPDX-License-Identifier: MIT
// The gate is a counter: a run raises it, and whoever waits below it goes. Pinned workers spin on
// it, free ones sleep on it as a futex, since there may be more of them than cores.
#include "kernels/measure/team.hpp"

#include "kernels/measure/clock.hpp"
#include "kernels/measure/cores.hpp"
#include "kernels/measure/recorder.hpp"
#include "sim/base/assert.hpp"

#include <atomic>
#include <ctime>
#include <fmt/format.h>
#include <pthread.h>
#include <system_error>
#include <thread>

#if defined(__x86_64__) || defined(__i386__)
#include <x86intrin.h>
#endif

namespace lockstep {
namespace {

/// A team that nobody has used for so long goes to sleep by itself.
constexpr std::int64_t longest_spin_ns = 250'000'000;

void pause_cpu() {
#if defined(__x86_64__) || defined(__i386__)
    _mm_pause();
#elif defined(__aarch64__)
    asm volatile("yield");
#endif
}

} // namespace

// Each word that is written by one side and read by the other has a block of lines to itself.
struct Team::State {
    int size;
    Pinning pinning;
    std::vector<std::thread> threads;

    alignas(128) std::atomic<std::uint32_t> gate = 0;
    const TeamBody* body = nullptr; ///< null: the team is dissolved
    std::atomic<bool> resting = false;

    alignas(128) std::atomic<int> sleepers = 0;
    alignas(128) std::atomic<int> done = 0;
    alignas(128) std::atomic<int> arrived = 0;
    alignas(128) std::atomic<std::uint32_t> step = 0;

    State(int worker_count, Pinning how) : size(worker_count), pinning(how) {}

    void open_gate(const TeamBody* next) {
        body = next;
        gate.fetch_add(1);
        if (sleepers.load() > 0) gate.notify_all();
    }

    void sleep_at_gate(std::uint32_t seen) {
        sleepers.fetch_add(1);
        gate.wait(seen);
        sleepers.fetch_sub(1);
    }

    void wait_at_gate(std::uint32_t seen) {
        std::int64_t spun_since_ns = 0;
        for (unsigned spins = 1; gate.load(std::memory_order_acquire) == seen; ++spins) {
            if (pinning == Pinning::Free || resting.load(std::memory_order_relaxed))
                return sleep_at_gate(seen);
            pause_cpu();
            if (spins % 65536 == 0) {
                const std::int64_t now_ns = Recorder::now_ns();
                spun_since_ns = spun_since_ns == 0 ? now_ns : spun_since_ns;
                if (now_ns - spun_since_ns > longest_spin_ns) return sleep_at_gate(seen);
            }
        }
    }

    void work(int worker) {
        if (pinning == Pinning::Pinned)
            pin_thread(usable_cores().cpus[static_cast<std::size_t>(worker)]);
        else
            unpin_thread(); // a new thread inherits the mask of whoever made it
        for (std::uint32_t seen = 0;; ++seen) {
            while (gate.load(std::memory_order_acquire) == seen)
                wait_at_gate(seen);
            if (body == nullptr) return;
            (*body)(worker);
            if (done.fetch_add(1) + 2 == size && pinning == Pinning::Free) done.notify_all();
        }
    }

    void wait_for_all() {
        const int others = size - 1;
        for (int now = done.load(); now != others; now = done.load())
            if (pinning == Pinning::Free)
                done.wait(now);
            else
                pause_cpu();
        done.store(0);
    }
};

Team::Team(std::unique_ptr<State> state) : m_state(std::move(state)) {}

Result<std::unique_ptr<Team>> Team::create(int workers, Pinning pinning) {
    LOCKSTEP_ASSERT(workers >= 1, "A team has at least one worker.");
    const int most = usable_cores().workers();
    if (pinning == Pinning::Pinned && workers > most)
        return fail(
            "", fmt::format("needs {} cores, this machine lets Lockstep use {}", workers, most));
    auto state = std::make_unique<State>(workers, pinning);
    State* const shared = state.get();
    std::unique_ptr<Team> team(new Team(std::move(state)));
    if (pinning == Pinning::Pinned) pin_thread(usable_cores().cpus.front());
    try {
        for (int worker = 1; worker < workers; ++worker)
            shared->threads.emplace_back([shared, worker] { shared->work(worker); });
    } catch (const std::system_error& error) {
        return fail("", fmt::format("the system lets Lockstep start only {} threads of {}: {}",
                                    shared->threads.size() + 1, workers, error.what()));
    }
    return team;
}

Team::~Team() {
    m_state->open_gate(nullptr);
    for (std::thread& thread : m_state->threads)
        thread.join();
}

int Team::size() const {
    return m_state->size;
}

void Team::run(TeamBody body) {
    if (m_state->size > 1) m_state->open_gate(&body);
    body(0);
    if (m_state->size > 1) m_state->wait_for_all();
}

void Team::wake() {
    m_state->resting = false;
    const auto nothing = [](int) {};
    run(nothing);
}

void Team::rest() {
    m_state->resting = true;
}

void Team::barrier() {
    State& state = *m_state;
    const std::uint32_t step = state.step.load();
    if (state.arrived.fetch_add(1) + 1 == state.size) {
        state.arrived.store(0);
        state.step.store(step + 1);
        if (state.pinning == Pinning::Free) state.step.notify_all();
        return;
    }
    while (state.step.load(std::memory_order_acquire) == step)
        if (state.pinning == Pinning::Free)
            state.step.wait(step);
        else
            pause_cpu();
}

std::vector<double> Team::lost_ns() const {
    std::vector<double> lost;
    const auto take = [&](clockid_t clock) {
        const std::int64_t cpu_ns = cpu_time_ns(clock);
        lost.push_back(static_cast<double>(Recorder::now_ns() - cpu_ns));
    };
    take(CLOCK_THREAD_CPUTIME_ID);
    for (const std::thread& thread : m_state->threads) {
        clockid_t clock{};
        if (pthread_getcpuclockid(const_cast<std::thread&>(thread).native_handle(), &clock) == 0)
            take(clock);
    }
    return lost;
}

} // namespace lockstep
