// SPDX-License-Identifier: MIT
// A stretch of the generic address space that lies in one piece of the simulator's own memory.
#pragma once

#include <cstddef>
#include <cstdint>

namespace lockstep::simt {

enum class RegionKind : std::uint8_t { Global, Constant, Shared, Local };

struct Ownership; ///< sim/simt/sharing.hpp

struct Region {
    std::uint64_t begin = 1, end = 0; ///< addresses; empty to begin with
    std::byte* bytes = nullptr;       ///< of `begin`
    std::uint64_t* written = nullptr; ///< one bit a byte; null: not checked
    Ownership* ownership = nullptr;   ///< who used which word; null: not checked
    RegionKind kind = RegionKind::Global;
    int index = -1; ///< of the allocation

    bool holds(std::uint64_t first, std::uint64_t last, std::uint64_t size) const {
        return first >= begin && last < end && end - last >= size;
    }
};

} // namespace lockstep::simt
