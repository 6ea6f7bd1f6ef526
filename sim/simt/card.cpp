// SPDX-License-Identifier: MIT
#include "sim/simt/card.hpp"

#include "sim/simt/cast.hpp"
#include "sim/simt/local.hpp"
#include "sim/simt/races.hpp"
#include "sim/simt/space.hpp"

#include <algorithm>
#include <cstring>
#include <fmt/format.h>

namespace lockstep::simt {

Result<std::unique_ptr<Card>> Card::create(const Program& program, Memory& memory,
                                           const Launch& launch, const Options& options) {
    std::unique_ptr<Card> card(new Card(program, memory, launch, options));
    LOCKSTEP_CHECK(card->check_shape());
    LOCKSTEP_CHECK(card->fill_parameters());
    card->place_variables();
    card->find_regions();
    card->make_images();
    card->measure_block();
    return card;
}

Result<void> Card::check_shape() {
    const ptx::Function& kernel = program.function(program.entry_code());
    const auto& [x, y, z] = launch.block;
    const std::uint64_t threads = std::uint64_t{x} * y * z;
    if (threads == 0 || threads > 1024 || x > 1024 || y > 1024 || z > 64)
        return fail(kernel.name, fmt::format("a block of {} x {} x {} threads.", x, y, z),
                    "A block has 1 to 1024 threads, at most 64 of them in z.");
    for (std::size_t k = 0; k < 3; ++k) {
        const unsigned most = k == 0 ? 0x7fff'ffffu : 65535u;
        if (launch.grid[k] == 0 || launch.grid[k] > most)
            return fail(kernel.name,
                        fmt::format("a grid of {} x {} x {} blocks.", launch.grid[0],
                                    launch.grid[1], launch.grid[2]),
                        "A grid has at least 1 block in each direction, and at most 2147483647 in "
                        "x and 65535 in y and z.");
    }
    const auto& required = kernel.required_threads;
    if (required[0] != 0 && required != launch.block)
        return fail(kernel.name,
                    fmt::format("blocks of {} x {} x {} threads, and it was compiled for blocks of "
                                "{} x {} x {}.",
                                x, y, z, required[0], required[1], required[2]),
                    "Launch it with those.");
    const auto& most = kernel.max_threads;
    if (most[0] != 0 && threads > std::uint64_t{most[0]} * most[1] * most[2])
        return fail(kernel.name,
                    fmt::format("{} threads in a block, and it was compiled for at most {}.",
                                threads, std::uint64_t{most[0]} * most[1] * most[2]),
                    "Launch smaller blocks.");
    shared_bytes = program.static_shared_bytes + launch.shared_bytes;
    if (shared_bytes > 256 * 1024)
        return fail(kernel.name, fmt::format("{} bytes of shared memory.", shared_bytes),
                    "No card gives a block more than 227 KiB.");
    block_threads = static_cast<unsigned>(threads);
    blocks = std::uint64_t{launch.grid[0]} * launch.grid[1] * launch.grid[2];
    return {};
}

static std::span<const std::byte> bytes_of(const Value& value) {
    return std::visit(
        [](const auto& held) -> std::span<const std::byte> {
            if constexpr (std::is_same_v<std::decay_t<decltype(held)>, std::vector<std::byte>>)
                return held;
            else
                return std::as_bytes(std::span(&held, 1));
        },
        value);
}

Result<void> Card::fill_parameters() {
    const ptx::Function& kernel = program.function(program.entry_code());
    if (launch.arguments.size() != kernel.parameters.size())
        return fail(kernel.name,
                    fmt::format("{} arguments for {} parameters.", launch.arguments.size(),
                                kernel.parameters.size()),
                    "Give one for each.");
    parameters.resize(program.parameter_bytes);
    for (std::size_t i = 0; i < launch.arguments.size(); ++i) {
        const std::span<const std::byte> bytes = bytes_of(launch.arguments[i]);
        if (bytes.size() != kernel.parameters[i].size_bytes)
            return fail(kernel.name,
                        fmt::format("argument {} has {} bytes, and the parameter {}.", i,
                                    bytes.size(), kernel.parameters[i].size_bytes),
                        "Give it in the parameter's type.");
        std::ranges::copy(bytes, parameters.begin() + program.parameter_offsets[i]);
    }
    return {};
}

std::uint64_t Card::address_of(int variable) const {
    return m_addresses[static_cast<std::size_t>(variable)];
}

std::array<unsigned, 3> Card::block_at(std::uint64_t index) const {
    const std::uint64_t x = launch.grid[0], y = launch.grid[1];
    return {static_cast<unsigned>(index % x), static_cast<unsigned>(index / x % y),
            static_cast<unsigned>(index / (x * y))};
}

std::uint64_t Card::resident_blocks() const {
    return std::min(static_cast<std::uint64_t>(std::max(options.resident_blocks, 1)), blocks);
}

void Card::measure_block() {
    const Checks& checks = options.checks;
    const Code& entry = program.entry_code();
    const std::uint64_t warps = (std::uint64_t{block_threads} + 31) / 32;
    block_bytes = shared_bytes + (checks.initialisation ? shared_bytes / 8 : 0);
    block_bytes += warps * LocalMemory::footprint(entry.local_bytes, checks.initialisation);
    block_bytes += warps * images[static_cast<std::size_t>(entry.function)].size();
    if (checks.races)
        block_bytes += RaceDetector::footprint(shared_bytes, block_threads,
                                               program.partial_barriers, program.shared_granule);
}

const Region* Card::find(std::uint64_t address) const {
    auto after = std::ranges::upper_bound(regions, address, {}, &Region::begin);
    if (after == regions.begin())
        return nullptr;
    --after;
    return address < after->end ? &*after : nullptr;
}

std::string_view Card::name_of(const Region& region) const {
    const auto i = static_cast<std::size_t>(region.index);
    return region.kind == RegionKind::Global ? memory.allocations()[i].name : m_constants[i].name;
}

} // namespace lockstep::simt
