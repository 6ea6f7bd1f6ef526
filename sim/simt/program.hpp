// SPDX-License-Identifier: MIT
// A kernel made ready to be executed: every function it can reach, as steps that name slots of a
// frame. A frame is [carry][registers][parameters][scratch][constants][special registers].
#pragma once

#include "sim/base/result.hpp"
#include "sim/simt/step.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace lockstep::simt {

/// A slot that holds the same in every lane: an immediate, or an address that the launch or the
/// frame decides.
struct Constant {
    enum class Origin : std::uint8_t { Bits, Variable, Local, EntryParameter };
    Slot slot = 0;
    std::uint8_t bytes = 4; ///< 0: a predicate
    Origin origin = Origin::Bits;
    std::uint64_t bits = 0; ///< the value, or what is added to the address
    int variable = -1;      ///< index into Program::variables
};

struct SpecialSlot {
    Slot slot = 0;
    std::uint8_t bytes = 4;
    ptx::Special special{};
};

struct Code {
    int function = -1; ///< index into the module's functions
    std::vector<Step> steps;
    std::uint32_t frame_bytes = 0, zeroed_bytes = 0;
    std::vector<Slot> register_slots; ///< of the function's registers, for showing
    std::vector<Constant> constants;
    std::vector<SpecialSlot> specials;
    std::vector<ParameterSlot> parameters, results;
    std::uint32_t local_bytes = 0; ///< of one thread
    std::vector<Access> accesses;
    std::vector<Copy> copies;
    std::vector<Exchange> exchanges;
    std::vector<BarrierUse> barriers;
    std::vector<CallUse> calls;
    std::vector<std::vector<std::uint32_t>> tables; ///< of brx.idx
    std::vector<std::unique_ptr<Slot[]>> long_operands;
};

/// Where a variable of the module lies: shared ones in the block's window; global and constant ones
/// get their address from the launch.
struct ModuleVariable {
    int owner = -1; ///< index of the function that declares it; -1: the module
    int index = -1; ///< into the variables of its owner
    const ptx::Variable* variable = nullptr;
    std::uint64_t shared_offset = 0;
};

class Program {
  public:
    std::shared_ptr<const ptx::Module> module;
    int entry = -1;                           ///< index into codes
    std::vector<std::unique_ptr<Code>> codes; ///< by index of the module's functions; null: unused
    std::vector<ModuleVariable> variables;    ///< module variables, then shared ones of functions
    std::uint64_t static_shared_bytes = 0;
    std::uint32_t cache_count = 0;
    std::uint32_t parameter_bytes = 0;            ///< of the entry
    std::vector<std::uint32_t> parameter_offsets; ///< of the entry's parameters
    std::uint32_t shared_granule = 4; ///< bytes of the smallest access that may be to shared memory
    bool partial_barriers = false;    ///< some barrier may be one of a part of the block, or
                                      ///< of a cluster

    /// A variable's place in `variables`, or -1. `owner` is the index of a function, -1 the module.
    int find_variable(int owner, int index) const;

    const Code& entry_code() const { return *codes[static_cast<std::size_t>(entry)]; }
    const ptx::Function& function(const Code& code) const {
        return module->functions[static_cast<std::size_t>(code.function)];
    }
};

/// "kernel.ptx:12", for errors.
std::string where_of(const ptx::Module& module, int line);

} // namespace lockstep::simt
