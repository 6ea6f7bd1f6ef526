// SPDX-License-Identifier: MIT
// Bytes as they were at one moment, in pages of 4 KiB. Pages that are equal at two moments are kept
// once: a thousand moments of a register file of which little changes cost little.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <unordered_set>
#include <vector>

namespace lockstep::simt {

inline constexpr std::size_t page_bytes = 4096;

class Paged {
  public:
    Paged() = default;
    /// Pages that are what `before`, unless it is null, has at the same place are shared with it.
    Paged(std::span<const std::byte> bytes, const Paged* before);

    std::size_t size() const { return m_size; }
    /// `to` is as large as this.
    void copy_to(std::span<std::byte> to) const;
    /// Bytes of the pages that are not in `seen`, to which they are added.
    std::size_t count_bytes(std::unordered_set<const void*>& seen) const;

  private:
    std::size_t m_size = 0;
    std::vector<std::shared_ptr<const std::byte[]>> m_pages; ///< the last one may be shorter
};

} // namespace lockstep::simt
