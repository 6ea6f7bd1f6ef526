// SPDX-License-Identifier: MIT
#include "sim/simt/zeroed.hpp"

#include <new>
#include <sys/mman.h>

namespace lockstep::simt {

std::byte* take_zeroed(std::size_t bytes) {
    if (bytes == 0)
        return nullptr;
    void* const memory =
        mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED)
        throw std::bad_alloc();
    return static_cast<std::byte*>(memory);
}

void give_back_zeroed(std::byte* memory, std::size_t bytes) {
    if (memory != nullptr)
        munmap(memory, bytes);
}

} // namespace lockstep::simt
