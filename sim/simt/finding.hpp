// SPDX-License-Identifier: MIT
// What is wrong with a kernel, found while it is executed.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace lockstep::simt {

enum class FindingKind : std::uint8_t {
    Race,          ///< two accesses to one byte, unordered, at least one a write
    Uninitialised, ///< a byte was read that nobody wrote
    Bounds,        ///< outside every allocation
    Alignment,     ///< the address is no multiple of the access's size
    Barrier,       ///< threads at different barriers, or a block in which nothing can move
    Unspecified,   ///< the PTX ISA leaves the result open: division by zero, shfl from an inactive
                   ///< lane
    Budget,        ///< instructions, memory or seconds used up
    Trap,          ///< the kernel gave up itself: trap, or a failed assertion
};

struct Finding {
    FindingKind kind = FindingKind::Bounds;
    bool remark = false;  ///< worth knowing, yet not wrong
    std::string message;  ///< a sentence with the address, the allocation, by how much
    int instruction = -1; ///< index into the function's instructions
    int function = -1;    ///< index into the module's functions
    int ptx_line = 0;     ///< from 1
    int source_line = 0;  ///< from .loc, from 1; 0: none
    std::array<unsigned, 3> block{};
    int thread = 0; ///< in the block, linear
    int lane = 0;
    std::uint64_t count = 1; ///< how often the same thing was seen at the same instruction

    bool operator==(const Finding&) const = default;
};

std::string_view name_of(FindingKind kind); ///< "race"

} // namespace lockstep::simt
