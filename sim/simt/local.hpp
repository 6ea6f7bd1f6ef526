// SPDX-License-Identifier: MIT
// The threads' own memory. Units of 16 bytes lie lane by lane, so that it can grow with the depth
// of calls, and no access (they are aligned) crosses two of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace lockstep::simt {

class LocalMemory {
  public:
    /// Forgets everything and is `bytes` a thread large.
    void reset(std::uint32_t bytes, bool checked);
    void grow(std::uint32_t bytes);
    std::uint32_t size() const { return m_size; }
    /// What `bytes` a thread take of our own memory.
    static std::uint64_t footprint(std::uint64_t bytes, bool checked) {
        const std::uint64_t units = (bytes + 15) / 16 * 32;
        return units * (16 + (checked ? sizeof(std::uint16_t) : 0));
    }
    bool checked() const { return m_checked; }
    /// Of all lanes, unit by unit.
    std::span<std::byte> bytes() { return m_bytes; }
    std::span<const std::byte> bytes() const { return m_bytes; }

    std::byte* at(std::uint64_t offset, int lane) {
        const std::uint64_t unit = offset / 16 * 32 + static_cast<unsigned>(lane);
        return m_bytes.data() + unit * 16 + offset % 16;
    }
    /// One bit for each byte of the unit that was written.
    std::uint16_t& written(std::uint64_t offset, int lane) {
        return m_written[offset / 16 * 32 + static_cast<unsigned>(lane)];
    }

  private:
    std::uint32_t m_size = 0;
    bool m_checked = false;
    std::vector<std::byte> m_bytes;
    std::vector<std::uint16_t> m_written;
};

} // namespace lockstep::simt
