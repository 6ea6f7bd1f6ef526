// SPDX-License-Identifier: MIT
// A decoded instruction, and what the engine's own instructions know beside their Op.
#pragma once

#include "sim/ptx/module.hpp"
#include "sim/simt/semantics.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace lockstep::simt {

class Warp;
struct Step;

/// An instruction of the engine that neither branches nor waits. `on` is not empty.
using Engine = void (*)(Warp& warp, const Step& step, Mask on);

enum class StepKind : std::uint8_t {
    Plain, ///< goes on to the next instruction: semantics, memory, atomics
    Branch,
    BranchTable,
    Call,
    Return,
    Exit,
    Barrier,
    Exchange, ///< waits for the lanes of its mask: shfl, vote, match, redux, bar.warp
    Trap,
    Clock, ///< like Plain, but reads a clock
};

struct Step {
    Op op;
    Engine engine = nullptr; ///< of a Plain step without op.execute
    StepKind kind = StepKind::Plain;
    bool meets = false;   ///< a join may lie here
    bool divides = false; ///< the last operand is a divisor: 0 is a finding
    std::uint8_t divisor_bytes = 0;
    std::uint16_t run = 0;   ///< Plain steps from here on, none but the first with meets
    std::uint32_t extra = 0; ///< index into the table of Code that the kind or the engine uses
    std::uint32_t target = 0;
    std::uint32_t meets_at = 0;
};

inline constexpr Slot no_slot = ~Slot{0};

/// An operand of the engine: where it lies and how large a lane of it is. 0 bytes: a predicate's
/// Mask.
struct Place {
    Slot slot = no_slot;
    std::uint8_t bytes = 0;
};

/// A parameter of a function, or a variable that is passed as one: `bytes` for each lane, lane by
/// lane.
struct ParameterSlot {
    Slot slot = no_slot;
    std::uint32_t bytes = 0;
};

/// Moves one element of each lane between a slot and our own address `origin` + address.
using Move = void (*)(std::byte* slot, std::uint64_t origin, const std::uint64_t* addresses,
                      Mask on);
/// Updates the memory of one lane. `old` gets what was there, unless it is null.
using Update = void (*)(std::byte* where, const std::byte* operand, const std::byte* compare,
                        std::byte* old);

enum class AccessKind : std::uint8_t { Load, Store, Atomic };

struct Access {
    AccessKind kind = AccessKind::Load;
    ptx::Space space = ptx::Space::Generic;
    std::uint8_t width = 4; ///< bytes of an element in memory
    std::uint8_t count = 1; ///< elements of a vector
    bool strong = false;    ///< volatile, relaxed, acquire ...: what a loop that waits must use
    Place address;          ///< 4 or 8 bytes; no_slot: `offset` is all
    std::uint64_t offset = 0;
    std::array<Place, 8> data{};
    Move move = nullptr;
    std::uint32_t cache = 0; ///< which of the run's caches of regions it uses

    // Only of atomics. `same_in_any_order`: no order of the blocks' updates changes the outcome.
    Update update = nullptr, update_together = nullptr;
    bool same_in_any_order = false;
    Place result;  ///< of atom; no_slot for red
    Place compare; ///< of cas: what must be there for data[0] to be stored

    // Only of ldmatrix: `data` has a register for each tile, and eight lanes say where its rows
    // are.
    std::uint8_t tiles = 0;
    bool transposed = false;
    Mask row_lanes() const { return tiles == 0 || tiles == 4 ? ~Mask{0} : (1u << 8 * tiles) - 1; }

    /// Only of ld.param and st.param inside a function: the parameter in the frame.
    ParameterSlot parameter;
    std::uint32_t bytes() const { return std::uint32_t{width} * count; }
};

/// cp.async: from global to shared memory, `size` bytes of which `read` are read, the rest is 0.
struct Copy {
    std::uint32_t to = 0, from = 0; ///< indices into Code::accesses
    Place read;
};

enum class ExchangeKind : std::uint8_t {
    BarWarp,
    ShuffleUp,
    ShuffleDown,
    ShuffleBfly,
    ShuffleIdx,
    VoteAll,
    VoteAny,
    VoteUni,
    VoteBallot,
    MatchAny,
    MatchAll,
    ReduceAdd,
    ReduceMin,
    ReduceMax,
    ReduceAnd,
    ReduceOr,
    ReduceXor,
    Elect,
};

struct Exchange {
    ExchangeKind kind = ExchangeKind::BarWarp;
    bool is_signed = false;
    bool synchronises = true; ///< false: shfl and vote of before Volta, among whoever is there
    Place result, second;     ///< second: the predicate of shfl d|p, match.all d|p, elect d|p
    Place a, b, c, members;
    bool negated = false; ///< of a: !p
};

enum class BarrierKind : std::uint8_t { Sync, Arrive, Popc, And, Or, ClusterArrive, ClusterWait };

inline bool is_of_cluster(BarrierKind kind) {
    return kind == BarrierKind::ClusterArrive || kind == BarrierKind::ClusterWait;
}
inline bool only_arrives(BarrierKind kind) {
    return kind == BarrierKind::Arrive || kind == BarrierKind::ClusterArrive;
}

struct BarrierUse {
    BarrierKind kind = BarrierKind::Sync;
    Place result, id, count, source;
    bool negated = false;
    bool aligned = true;  ///< all lanes of the warp have to come together
    bool relaxed = false; ///< of ClusterArrive: it orders no accesses
};

struct CallUse {
    int function = -1; ///< -1: indirect, through `pointer`
    Place pointer;
    std::vector<ParameterSlot> arguments, results; ///< in the caller's frame
};

} // namespace lockstep::simt
