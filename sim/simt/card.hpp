// SPDX-License-Identifier: MIT
// What all blocks of a launch share: the program, its memory, and what the frames of its functions
// begin with.
#pragma once

#include "sim/simt/claims.hpp"
#include "sim/simt/program.hpp"
#include "sim/simt/region.hpp"
#include "sim/simt/simulate.hpp"

#include <atomic>

namespace lockstep::simt {

class Sharing;

class Card {
  public:
    /// Puts the module's variables into the memory, unless an earlier launch did.
    static Result<std::unique_ptr<Card>> create(const Program& program, Memory& memory,
                                                const Launch& launch, const Options& options);

    const Program& program;
    Memory& memory;
    const Launch launch;
    const Options& options;
    unsigned block_threads = 1;
    std::uint64_t blocks = 1;
    std::uint64_t shared_bytes = 0;             ///< of a block, static and dynamic
    std::vector<std::byte> parameters;          ///< of the kernel
    std::vector<Region> regions;                ///< global and constant, sorted by address
    std::vector<std::vector<std::byte>> images; ///< by code: what a new frame holds
    bool stack = false; ///< Scheduling::Stack: one core, and loops that wait in vain are noticed
    std::uint64_t changes = 0; ///< of memory; counted only then
    /// What a block takes of our own memory when it begins, and what those that have begun hold;
    /// the latter is kept up only in the reference order.
    std::uint64_t block_bytes = 0, held_bytes = 0;
    /// By allocation, to find races between blocks; empty: not looked for.
    std::vector<Claims> block_claims;
    Sharing* sharing = nullptr; ///< set while blocks run on several cores

    /// The region that holds the address, or null.
    const Region* find(std::uint64_t address) const;
    /// The region's name: the allocation's.
    std::string_view name_of(const Region& region) const;
    /// Where the variable lies in its own space.
    std::uint64_t address_of(int variable) const;
    std::array<unsigned, 3> block_at(std::uint64_t index) const;
    /// How many blocks have begun and not ended at most.
    std::uint64_t resident_blocks() const;

  private:
    Card(const Program& p, Memory& m, const Launch& l, const Options& o)
        : program(p), memory(m), launch(l), options(o), stack(o.scheduling == Scheduling::Stack) {}
    Result<void> check_shape();
    Result<void> fill_parameters();
    void place_variables();
    void initialise(const ModuleVariable& variable, std::vector<std::byte>& bytes) const;
    std::uint64_t address_of_symbol(std::string_view symbol, bool generic) const;
    void find_regions();
    void make_images();
    void measure_block();

    std::vector<std::uint64_t> m_addresses; ///< by index of Program::variables
    std::vector<Allocation> m_constants;
};

} // namespace lockstep::simt
