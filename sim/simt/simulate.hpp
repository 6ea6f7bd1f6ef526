// SPDX-License-Identifier: MIT
// Executes a kernel's PTX, lane by lane, and counts. The same launch gives the same memory,
// counters and findings, bit for bit, on every machine and at every number of threads.
#pragma once

#include "sim/base/result.hpp"
#include "sim/ptx/module.hpp"
#include "sim/simt/counters.hpp"
#include "sim/simt/finding.hpp"
#include "sim/simt/memory.hpp"

#include <array>
#include <functional>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace lockstep::simt {

class Program; ///< a kernel made ready to be executed: sim/simt/program.hpp

/// Decodes the entry and every function it calls. Fails, with the line, for what is read but cannot
/// be executed.
Result<std::shared_ptr<const Program>> prepare(std::shared_ptr<const ptx::Module> module,
                                               std::string_view entry);

enum class Scheduling : std::uint8_t {
    Independent, ///< every lane has its own pc: Volta and later
    Stack,       ///< one pc for a warp and a stack of masks: the cards before
};

struct Checks {
    bool initialisation = false; ///< byte-exact, at the load
    bool races = false;          ///< in shared memory
    bool global_races = false;   ///< between blocks, on global memory
};

struct Budget {
    std::uint64_t warp_instructions = 1'000'000'000;
    double seconds = 60; ///< of wall time; a run that ends so is not reproducible, and says so
    /// Of the blocks that are resident together: their local and shared memory, registers, and what
    /// checks know of them. Global memory is the caller's, and a trace has limits of its own. The
    /// blocks of a full H200 need a quarter of it, checks on, if they have no local memory.
    std::uint64_t memory_bytes = std::uint64_t{2} << 30;
};

/// A buffer is an allocation of the Memory that is passed by address.
struct BufferAddress {
    std::uint64_t address;
};
using Value = std::variant<BufferAddress, std::int32_t, std::uint32_t, std::int64_t, std::uint64_t,
                           float, double, std::vector<std::byte>>;

struct Launch {
    std::array<unsigned, 3> grid{1, 1, 1}, block{1, 1, 1};
    std::uint64_t shared_bytes = 0; ///< dynamic
    std::vector<Value> arguments;
};

struct Options {
    Scheduling scheduling = Scheduling::Independent;
    Checks checks;
    Budget budget;
    int threads = 1;                 ///< cores to use
    int resident_blocks = 1;         ///< of one wave: what the device holds at once (occupancy.hpp)
    std::function<bool()> cancelled; ///< asked now and then, if set
};

struct Outcome {
    Counters counters;
    std::vector<Finding> findings; ///< sorted by block, then by instruction; merged by instruction
    std::vector<std::string> printed; ///< what printf printed, by block
    bool finished = false;            ///< false: a budget, a trap, a barrier that nobody can leave
    bool in_reference_order =
        true; ///< false: blocks ran on several cores, which the check of the launch allowed
    std::string remark; ///< why it was run again in reference order, if it was
};

/// Fails when the launch does not fit the kernel: number and size of arguments, block too large,
/// ... Out of a machine's memory is the finding of a memory budget; a failure only where nothing
/// could begin.
Result<Outcome> simulate(const Program& program, Memory& memory, const Launch& launch,
                         const Options& options);

} // namespace lockstep::simt
