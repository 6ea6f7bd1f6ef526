// SPDX-License-Identifier: MIT
// Zeros that cost nothing before they are touched. std::calloc promises that only for the first
// few: what it gives out a second time it has to clear, all of it.
#pragma once

#include <cstddef>
#include <memory>

namespace lockstep::simt {

/// Whole pages from the system; throws std::bad_alloc. For 0 bytes none, and null.
std::byte* take_zeroed(std::size_t bytes);
void give_back_zeroed(std::byte* memory, std::size_t bytes);

/// An array of numbers, all 0 to begin with.
template <class T>
class Zeroed {
  public:
    Zeroed() = default;
    explicit Zeroed(std::size_t count)
        : m_memory(take_zeroed(count * sizeof(T)), GiveBack{count * sizeof(T)}) {}

    T* begin() const { return reinterpret_cast<T*>(m_memory.get()); }
    T& operator[](std::size_t at) const { return begin()[at]; }

  private:
    struct GiveBack {
        std::size_t bytes = 0;
        void operator()(std::byte* memory) const { give_back_zeroed(memory, bytes); }
    };
    std::unique_ptr<std::byte, GiveBack> m_memory;
};

} // namespace lockstep::simt
