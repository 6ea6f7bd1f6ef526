// SPDX-License-Identifier: MIT
// A trace as the front sees it: it never crosses the protocol, windows of it do. Included by
// messages.hpp. Steps count from 0; masks have bit i for lane i.
#pragma once

#include "sim/base/result.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace lockstep::protocol {

/// What the bench keeps, until it is asked for another one.
struct TraceInfo {
    std::int64_t block = -1; ///< linear number; -1: there is no trace
    std::int64_t steps = 0;
    int warps = 0;
    std::int64_t shared_bytes = 0, ptx_lines = 0;
    bool seeks_take_longer = false;     ///< it is so long that its checkpoints were thinned
    bool ends_early = false;            ///< it was too much to be kept, and stops before the block
    std::vector<std::string> functions; ///< by index, as steps name them
    std::vector<std::string> files;     ///< by index, as chains name them
};

// ---- front to bench -----------------------------------------------------------------------------

struct StepsRequest {
    std::string id;
    std::int64_t from = 0;
    int count = 100; ///< at most most_steps
};
inline constexpr int most_steps = 1000;

struct RegistersRequest {
    std::string id;
    std::int64_t step = 0; ///< before which
    int warp = 0;
    int lane = -1;    ///< whose function it is; -1: that of the step
    bool all = false; ///< also those that nothing has written
    int first = 0;    ///< of those that are asked for, the ones from here on
};
inline constexpr int most_registers = 500;

struct SharedRequest {
    std::string id;
    std::int64_t step = 0;
    std::int64_t from = 0;
    int count = most_shared; ///< bytes
    static constexpr int most_shared = 65536;
};

struct SeekRequest {
    std::string id;
    std::int64_t from = 0; ///< behind which; -1: the first step is looked at, too
    bool backward = false;
    std::string what = "divergence"; ///< or line, instruction, step, finding
    int warp = -1;                   ///< -1: any; not of findings
    int line = 0, file = -1;         ///< of a line: from 1; the file's index, or -1
    int function = 0, instruction = 0;
    bool anew = false; ///< not if the warp's step before it is one, too: a line is come to
};

/// All warps over `count` steps, summed into columns: however long a trace is, what is answered is
/// as much as can be drawn.
struct OverviewRequest {
    std::string id;
    std::int64_t from = 0;
    std::int64_t count = 0; ///< 0: all there are from there on
    int columns = 500;      ///< at most most_columns
};
inline constexpr int most_columns = 4000;

struct PtxRequest {
    std::string id;
    std::int64_t from = 1; ///< line
    int count = 5000;
};

// ---- bench to front -----------------------------------------------------------------------------

/// Bits of Steps::flags.
enum StepFlag : int {
    step_divergent = 1, ///< a branch that parts its lanes
    step_waits = 2,     ///< at a barrier, for other warps
};

/// Columns, one entry a step from `from` on.
struct Steps {
    std::string id;
    std::int64_t from = 0;
    std::vector<int> warp, function, instruction, ptx_line;
    std::vector<int> chain; ///< into chains; -1: the compiler named no source line
    std::vector<std::uint32_t> lanes, on;
    std::vector<int> kind; ///< into step_kinds
    std::vector<int> flags;
    /// File, line, file, line ...: the innermost function first, then where it was inlined.
    std::vector<std::vector<int>> chains;
    /// Columns, one entry an access; `access_step` is the place in this window.
    std::vector<int> access_step, access_kind, access_space, access_bytes;
    std::vector<std::uint32_t> access_on;
    std::vector<std::int64_t> access_base;               ///< the first lane's address
    std::vector<std::int64_t> access_stride;             ///< from each lane that is on to the next
    std::vector<std::vector<std::int64_t>> access_apart; ///< not empty: behind the base, one by one
    /// What was found: the place in this window, and the sentence.
    std::vector<int> found_step;
    std::vector<std::string> found;
};
inline constexpr std::string_view step_kinds[] = {"plain", "branch",  "table",    "call", "return",
                                                  "exit",  "barrier", "exchange", "trap", "clock"};
inline constexpr std::string_view access_kinds[] = {"load", "store", "atomic"};
inline constexpr std::string_view access_spaces[] = {"generic", "global", "shared",
                                                     "local",   "const",  "param"};

/// Of one access of the window: each lane's address, 0 where it is off.
std::array<std::int64_t, 32> lane_addresses(const Steps& steps, std::size_t access);
/// Puts an access's addresses into the columns; `on` is not empty.
void add_addresses(Steps& steps, const std::array<std::uint64_t, 32>& addresses, std::uint32_t on);
/// Whether the columns belong together, so that whoever reads them need not look again.
bool columns_agree(const Steps& steps);

struct Registers {
    std::string id;
    std::int64_t step = 0;
    int warp = 0;
    int function = -1;       ///< -1: the lane has exited
    std::uint32_t lanes = 0; ///< that are in this call of it
    int first = 0, total = 0;
    std::vector<std::string> names, types; ///< "%r8", "u32"
    std::vector<int> written;              ///< 0 or 1
    /// By register: bits of each lane, or one entry that is the same in all of them. Of 64 bits as
    /// a signed number; `high` only of 128.
    std::vector<std::vector<std::int64_t>> low, high;
};

struct SharedBytes {
    std::string id;
    std::int64_t step = 0, from = 0, total = 0;
    std::string hex;
};

struct SoughtStep {
    std::string id;
    std::int64_t step = -1; ///< -1: there is none
};

/// Column c is of the steps from `from` + c `count` / columns on, as far as the next one's.
struct Overview {
    std::string id;
    std::int64_t from = 0, count = 0;
    int columns = 0;
    /// By warp a letter for each column, of WarpLetter.
    std::vector<std::string> warps;
};
/// '1' to '8': it executes steps with so many eighths of its threads, on average, and never with
/// all of them in each.
enum WarpLetter : char {
    warp_all = '9',   ///< it executes steps, each with all its threads
    warp_turn = '.',  ///< it could go on, and has no turn
    warp_waits = 'w', ///< at a barrier, for other warps
    warp_done = 'x',  ///< all its threads have exited
};
/// Whether each warp has a letter, and one there is, for each column.
bool columns_agree(const Overview& overview);

struct PtxText {
    std::string id;
    std::int64_t from = 1, total = 0;
    std::vector<std::string> lines;
};

} // namespace lockstep::protocol
