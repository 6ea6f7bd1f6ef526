// SPDX-License-Identifier: MIT
// Global memory as one block of a launch sees it, kept so that the block can be executed again
// alone: each page as it was when the block first touched it and at later marks, and each value
// that another block wrote and this one read.
#pragma once

#include "sim/simt/memory.hpp"

#include <array>
#include <limits>

namespace lockstep::simt {

class History {
  public:
    /// Of the allocations of `real`, which the launch changes and which has to live as long as
    /// something is recorded. Nothing is copied before it is touched.
    explicit History(const Memory& real);

    /// Whether these bytes are of one allocation.
    bool holds(std::uint64_t address, std::uint32_t size) {
        return find(address, size).real != nullptr;
    }

    /// From so many bytes on nothing more is kept, and what is recorded is of no use.
    void set_limit(std::size_t bytes) { m_limit = bytes; }
    bool full() const { return m_bytes > m_limit; }

    // ---- recording --------------------------------------------------------------------------
    /// `step` is about to read these bytes, of one allocation; it may be about to write them too.
    void reads(std::uint64_t step, std::uint64_t address, std::uint32_t size);
    /// The step is about to write.
    void writes(std::uint64_t address, std::uint32_t size);
    /// It has: the bytes are the block's own.
    void wrote(std::uint64_t address, std::uint32_t size);
    /// A moment that go_to() can come back to; the beginning is mark 0. Its number.
    std::size_t mark();
    /// The end. Nothing is recorded any more.
    void finish();
    /// Forgets every other mark: mark 2 k becomes mark k. Not after finish().
    void thin();

    // ---- replaying --------------------------------------------------------------------------
    /// What the block has in front of it; as the launch's, at the same addresses.
    Memory& memory() { return m_memory; }
    /// As at that mark.
    void go_to(std::size_t mark);
    /// The block is about to change the memory, and goes on to this mark at most.
    void goes_on_to(std::size_t mark) { m_reached = mark; }
    /// The first value written by others that is read at the step or later; count for none.
    std::size_t first_value(std::uint64_t step) const;
    std::uint64_t step_of(std::size_t value) const {
        return value < m_values.size() ? m_values[value].step
                                       : std::numeric_limits<std::uint64_t>::max();
    }
    void put(std::size_t value);

    /// Of all that is kept, without the memory itself.
    std::size_t bytes() const { return m_bytes; }

  private:
    using Page = std::array<std::byte, 4096>;
    struct Version {
        std::size_t mark = 0;
        std::unique_ptr<Page> page;
    };
    struct Touched {
        std::size_t allocation = 0, offset = 0, length = 0;
        std::vector<Version> versions; ///< by mark; the first is from when it was first touched
        bool changed = false;          ///< since the last mark
        std::uint64_t put_back = 0;    ///< by which go_to() it last was
        const Version& at(std::size_t mark) const;
    };
    struct Value {
        std::uint64_t step = 0, address = 0;
        std::size_t begin = 0; ///< in m_value_bytes
        std::uint32_t size = 0;
    };
    struct Span {
        const std::byte* real = nullptr; ///< null: no allocation holds it
        std::byte* own = nullptr;
        std::size_t allocation = 0, offset = 0;
    };
    Span find(std::uint64_t address, std::uint32_t size);
    /// Makes the pages known, and says that they change.
    void touch(const Span& span, std::uint32_t size, bool changes);
    void keep(Touched& page, std::size_t mark);

    const Memory* m_real;
    Memory m_memory;
    std::vector<std::vector<int>> m_places; ///< by allocation and page: into m_touched, or -1
    std::vector<Touched> m_touched;
    std::vector<std::vector<int>> m_changed; ///< by mark: the pages that have a version of it
    std::vector<int> m_changing;             ///< since the last mark
    std::vector<Value> m_values;
    std::vector<std::byte> m_value_bytes;
    std::size_t m_marks = 1, m_at = 0, m_reached = 0;
    std::uint64_t m_journeys = 0; ///< calls of go_to()
    std::size_t m_last = 0; ///< the allocation that was last used
    std::size_t m_bytes = 0, m_limit = std::numeric_limits<std::size_t>::max();
};

} // namespace lockstep::simt
