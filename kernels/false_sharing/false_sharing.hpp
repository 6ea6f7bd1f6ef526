// SPDX-License-Identifier: MIT
// Counters that nobody shares, though perhaps the cache line they lie in.
//     for (long i = 0; i < increments; ++i)    // each worker on its own
//         counter[worker] += 1;
// A core must own the whole line to store into it: moving it sets the speed.
#pragma once

#include "kernels/measure/workload.hpp"

#include <atomic>
#include <cstddef>

namespace lockstep {

using Counter = std::atomic<std::uint64_t>;
enum class Store { FetchAdd, LoadAndStore, StoreOnly };

struct FalseSharing : Problem {
    int workers = 1;
    std::int64_t increments = 0; ///< by each worker
    std::size_t distance = 8;    ///< bytes from one counter to the next
    std::size_t offset = 0;      ///< of the first counter in its line, bytes
    Store store = Store::FetchAdd;
    std::vector<std::byte> memory; ///< holds the counters
    std::byte* base = nullptr;     ///< in it, a multiple of 256

    Counter& counter(int worker) const {
        const auto index = static_cast<std::size_t>(worker);
        return *reinterpret_cast<Counter*>(base + offset + index * distance);
    }

    /// What every counter starts from: another number for each input.
    static std::uint64_t start(int input) {
        return static_cast<std::uint64_t>(input) * 1'000'003;
    }
    void restart(int input) const;

    /// The loop, the same code for every worker of every variant: a tight loop
    /// compiled twice may run at two speeds because it lies differently.
    void increment(Counter& counter) const;

    /// Final counts in 64 bits. The serial variant has one counter, and says
    /// what all of them have to be.
    std::uint64_t fold() const;
    std::uint64_t fold_as_if_all(std::uint64_t count) const;
};

extern const Workload false_sharing_workload;

} // namespace lockstep
