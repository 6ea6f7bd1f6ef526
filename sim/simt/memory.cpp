// SPDX-License-Identifier: MIT
#include "sim/simt/memory.hpp"

#include "sim/simt/space.hpp"

namespace lockstep::simt {

static std::uint64_t round_up(std::uint64_t value, std::uint64_t step) {
    return (value + step - 1) / step * step;
}

static Allocation& append(std::vector<Allocation>& list, std::string_view name,
                          std::uint64_t size_bytes) {
    std::uint64_t address = global_start;
    if (!list.empty())
        address =
            round_up(list.back().address + list.back().bytes.size() + gap_bytes, allocation_align);
    Allocation& added = list.emplace_back();
    added.name = name;
    added.address = address;
    added.bytes.resize(size_bytes);
    added.written.resize((size_bytes + 63) / 64);
    return added;
}

std::uint64_t Memory::allocate(std::string_view name, std::uint64_t size_bytes) {
    return append(m_allocations, name, size_bytes).address;
}

std::uint64_t Memory::upload(std::string_view name, std::span<const std::byte> bytes) {
    Allocation& added = append(m_allocations, name, bytes.size());
    added.bytes.assign(bytes.begin(), bytes.end());
    added.written.assign(added.written.size(), ~std::uint64_t{0});
    return added.address;
}

} // namespace lockstep::simt
