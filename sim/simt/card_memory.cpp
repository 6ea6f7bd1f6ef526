// SPDX-License-Identifier: MIT
// The variables of a module, and the frames' constants that hold their addresses.
#include "sim/simt/card.hpp"
#include "sim/simt/cast.hpp"
#include "sim/simt/space.hpp"

#include <algorithm>
#include <cstring>
#include <fmt/format.h>

namespace lockstep::simt {

/// Variables keep their values from launch to launch, like those of a loaded module.
static Allocation& allocation_of(Memory& memory, const std::string& name, std::uint64_t size,
                                 bool& added) {
    const auto named = [&](const Allocation& one) {
        return one.name == name && one.bytes.size() == size;
    };
    auto found = std::ranges::find_if(memory.allocations(), named);
    added = found == memory.allocations().end();
    if (added)
        memory.upload(name, std::vector<std::byte>(size));
    return *std::ranges::find_if(memory.allocations(), named);
}

void Card::place_variables() {
    Allocation& first = m_constants.emplace_back();
    first.name = "the kernel's parameters";
    first.address = constant_start;
    first.bytes = parameters;
    std::uint64_t next = constant_start + gap_bytes * (2 + parameters.size() / gap_bytes);
    std::vector<int> added;
    m_addresses.resize(program.variables.size());
    for (std::size_t i = 0; i < program.variables.size(); ++i) {
        const ModuleVariable& one = program.variables[i];
        const ptx::Variable& variable = *one.variable;
        bool is_new = true;
        if (variable.space == ptx::Space::Shared) {
            m_addresses[i] = one.shared_offset;
            continue;
        }
        if (variable.space == ptx::Space::Const) {
            Allocation& constant = m_constants.emplace_back();
            constant.name = variable.name;
            constant.address = m_addresses[i] = next;
            constant.bytes.resize(variable.size_bytes);
            next += (variable.size_bytes / gap_bytes + 2) * gap_bytes;
        } else {
            const std::string name = fmt::format("{} of {}", variable.name, program.module->name);
            m_addresses[i] = allocation_of(memory, name, variable.size_bytes, is_new).address;
        }
        if (is_new)
            added.push_back(static_cast<int>(i));
    }
    // Only now has every symbol an address that an initialiser can name.
    for (const int i : added) {
        const std::uint64_t address = address_of(i);
        const auto at = [&](Allocation& one) { return one.address == address; };
        const ModuleVariable& one = program.variables[static_cast<std::size_t>(i)];
        auto constant = std::ranges::find_if(m_constants, at);
        initialise(one, constant != m_constants.end()
                            ? constant->bytes
                            : std::ranges::find_if(memory.allocations(), at)->bytes);
    }
}

std::uint64_t Card::address_of_symbol(std::string_view symbol, bool generic) const {
    const int function = program.module->find_function(symbol);
    if (function >= 0)
        return code_start + static_cast<std::uint64_t>(function) * code_step;
    for (std::size_t i = 0; i < program.variables.size(); ++i) {
        const ptx::Variable& variable = *program.variables[i].variable;
        if (variable.name != symbol)
            continue;
        const bool shared = variable.space == ptx::Space::Shared;
        return m_addresses[i] + (shared && generic ? shared_start : 0);
    }
    return 0;
}

void Card::initialise(const ModuleVariable& one, std::vector<std::byte>& bytes) const {
    const ptx::Variable& variable = *one.variable;
    if (!variable.initial.empty())
        std::copy_n(variable.initial.begin(), std::min(variable.initial.size(), bytes.size()),
                    bytes.begin());
    for (const ptx::Variable::Reference& reference : variable.references) {
        const std::uint64_t address = address_of_symbol(reference.symbol, reference.generic) +
                                      static_cast<std::uint64_t>(reference.addend);
        if (reference.offset + 8 <= bytes.size())
            std::memcpy(bytes.data() + reference.offset, &address, 8);
    }
}

void Card::find_regions() {
    const bool checks = options.checks.initialisation;
    const auto add = [&](std::span<Allocation> allocations, RegionKind kind) {
        for (std::size_t i = 0; i < allocations.size(); ++i) {
            Allocation& one = allocations[i];
            Region region;
            region.begin = one.address;
            region.end = one.address + one.bytes.size();
            region.bytes = one.bytes.data();
            region.kind = kind;
            region.index = static_cast<int>(i);
            if (checks && kind == RegionKind::Global)
                region.written = one.written.data();
            regions.push_back(region);
        }
    };
    add(m_constants, RegionKind::Constant);
    add(memory.allocations(), RegionKind::Global);
    std::ranges::sort(regions, {}, &Region::begin);
    if (!options.checks.global_races)
        return;
    for (const Allocation& one : memory.allocations())
        block_claims.emplace_back().reset(one.bytes.size(), 1);
}

static void fill(std::byte* slot, std::uint64_t value, std::uint8_t bytes) {
    if (bytes == 0) {
        const Mask all = value != 0 ? ~Mask{0} : 0;
        std::memcpy(slot, &all, sizeof all);
        return;
    }
    std::byte lane[16]{};
    std::memcpy(lane, &value, sizeof value);
    for (std::size_t i = 0; i < 32; ++i)
        std::memcpy(slot + i * bytes, lane, bytes);
}

void Card::make_images() {
    images.resize(program.codes.size());
    for (std::size_t i = 0; i < images.size(); ++i) {
        const Code* code = program.codes[i].get();
        if (code == nullptr)
            continue;
        images[i].resize(code->frame_bytes);
        for (const Constant& constant : code->constants) {
            std::uint64_t value = constant.bits;
            if (constant.origin == Constant::Origin::Variable)
                value += address_of(constant.variable);
            if (constant.origin == Constant::Origin::EntryParameter)
                value += constant_start;
            fill(images[i].data() + constant.slot, value, constant.bytes);
        }
    }
}

} // namespace lockstep::simt
