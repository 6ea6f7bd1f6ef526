// SPDX-License-Identifier: MIT
// A oneTBB arena of p threads for the variants that teach oneTBB: limited by a global_control,
// pinned by an observer, and woken by an untimed region before each sample (measuring rule 4).
#pragma once

#include "kernels/measure/team.hpp"

#include <memory>

namespace lockstep {

class Arena {
  public:
    /// Fails, like Team, when `workers` is more than may be used.
    static Result<std::unique_ptr<Arena>> create(int workers);
    ~Arena();
    Arena(const Arena&) = delete;
    Arena& operator=(const Arena&) = delete;

    int size() const;

    /// Calls job(0) inside the arena, on the calling thread, which is its worker 0.
    void execute(TeamBody job);

    /// Lets p workers in and waits until all have come, at most 2 ms. True when they have.
    bool wake();
    /// Lets nobody but the calling thread in, so that idle workers leave and go to sleep.
    void rest();

    /// First the clock less the process's CPU time, in ns: during a job it grows only while no
    /// thread of this process runs, because it was stopped or others had its cores. Then, for each
    /// thread that ever worked here, those in which it could have run and was not let: the kernel's
    /// run-queue wait. (A thread's wall minus CPU time says nothing here: oneTBB's idle threads
    /// sleep, also the one that waits for the others.)
    std::vector<double> lost_ns() const;

    /// From the first use of this arena until all its workers had joined: what a program pays once.
    double cold_start_ns() const;

  private:
    struct State;
    explicit Arena(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace lockstep
