// SPDX-License-Identifier: MIT
// Kernels made at random: loops, branches of two and more ways, exchanges inside them, early ends.
// One list of simple instructions is both printed as PTX and executed thread by thread.
#pragma once

#include "sim/base/random.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace lockstep::simt {

struct RandomKernel {
    enum class Kind : std::uint8_t {
        Set,
        Alu,
        Compare,
        Select,
        Branch,
        BranchIf,
        BranchUnless,
        Table,
        Label,
        End,
        Load,
        StoreShared,
        LoadShared,
        StoreResult,
        // These wait for the lanes of the mask m.
        BarWarp,
        Ballot,
        Any,
        All,
        Shuffle,
        Match,
        Reduce,
    };
    struct Instruction {
        Kind kind;
        int d = 0, a = 0, b = 0, m = 0; ///< registers; of Compare, d is a predicate
        std::uint32_t value = 0;        ///< immediate, which operation, or label
        std::vector<int> labels{};      ///< of Table
    };
    std::vector<Instruction> code;

    static constexpr int results = 8; ///< words that each thread stores
    static RandomKernel make(std::uint64_t seed);
    /// Parameters: in (64 words), out.
    std::string ptx() const;
};

/// What plain threads, one after the other, leave behind.
struct ThreadsRun {
    std::vector<std::uint32_t> out;
    std::uint64_t instructions = 0; ///< of all threads
    bool finished = false;
};
ThreadsRun run_threads(const RandomKernel& kernel, const std::vector<std::uint32_t>& in,
                       unsigned blocks, unsigned threads);

} // namespace lockstep::simt
