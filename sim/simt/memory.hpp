// SPDX-License-Identifier: MIT
// The global memory of a simulated card: allocations with gaps between them, so that what misses
// one hits none.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lockstep::simt {

struct Allocation {
    std::string name; ///< "x", for findings
    std::uint64_t address = 0;
    std::vector<std::byte> bytes;
    /// One bit for each byte that somebody wrote; kept up only by runs that check initialisation.
    std::vector<std::uint64_t> written;
};

class Memory {
  public:
    /// Zeroed, not initialised; aligned to 256 bytes, at least 4 KiB from its neighbours. Addresses
    /// depend only on the order and sizes of the calls.
    std::uint64_t allocate(std::string_view name, std::uint64_t size_bytes);
    /// The same, initialised.
    std::uint64_t upload(std::string_view name, std::span<const std::byte> bytes);

    std::span<const Allocation> allocations() const { return m_allocations; }
    std::span<Allocation> allocations() { return m_allocations; }

  private:
    std::vector<Allocation> m_allocations; ///< sorted by address
};

} // namespace lockstep::simt
