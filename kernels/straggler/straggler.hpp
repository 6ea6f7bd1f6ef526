// SPDX-License-Identifier: MIT
// Steps that end when the last task has ended.
//     for (int step = 0; step < steps; ++step) {
//         for (int task = 0; task < tasks; ++task)  // by p workers
//             carry_out(step, task);
//         barrier();
//     }
// The slowest worker of each step sets the time of all.
#pragma once

#include "kernels/measure/workload.hpp"

#include <atomic>

namespace lockstep {

struct Straggler : Problem {
    bool waits = false; ///< tasks wait on a timer, one for each worker
    int steps = 0;
    int tasks = 0;         ///< of one step
    std::int64_t base = 0; ///< ns of a wait, or chain steps of a task
    double factor = 1;     ///< a long task is so many times as long
    std::vector<std::uint8_t> is_long;          ///< [input][step][task]
    mutable std::vector<std::atomic<int>> next; ///< by step, for a queue

    bool is_waiting() const override { return waits; }

    std::size_t index(int input, int step, int task) const {
        const int row = input * steps + step;
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(tasks) +
               static_cast<std::size_t>(task);
    }
    std::int64_t amount(int input, int step, int task) const {
        const auto times = is_long[index(input, step, task)] ? factor : 1.0;
        return static_cast<std::int64_t>(static_cast<double>(base) * times);
    }

    /// What a waiting task leaves behind: its number and whether it was long.
    std::uint64_t mark(int input, int step, int task) const {
        const std::size_t i = index(input, step, task);
        return chain_start(input, static_cast<std::int64_t>(i)) + is_long[i];
    }

    /// One task from beginning to end.
    std::uint64_t carry_out(int input, int step, int task) const {
        const std::uint64_t start = mark(input, step, task);
        if (!waits) return chain(start, amount(input, step, task));
        sleep_until(Recorder::now_ns() + amount(input, step, task));
        return start;
    }

    /// The first task of a worker's block when they are dealt beforehand.
    int first(int worker, int workers) const {
        return static_cast<int>(static_cast<std::int64_t>(tasks) * worker /
                                workers);
    }
};

extern const Workload straggler_workload;

} // namespace lockstep
