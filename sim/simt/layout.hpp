// SPDX-License-Identifier: MIT
// Gives everything that an instruction of one function can name its slot in the frame.
#pragma once

#include "sim/simt/program.hpp"

#include <map>
#include <tuple>

namespace lockstep::simt {

class Layout {
  public:
    /// Registers, parameters and passed variables get their slots here; the rest when it is asked
    /// for.
    Layout(const ptx::Function& function, Code& code);

    Place reg(int index) const;
    /// The same in every lane. `bytes` 0: a predicate, true when a bit is set.
    Place constant(std::uint64_t bits, std::uint8_t bytes);
    Place address(Constant::Origin origin, int variable, std::uint64_t addend, std::uint8_t bytes);
    Place special(ptx::Special special, std::uint8_t bytes);
    /// Where results go that nobody reads.
    Place scratch(std::uint8_t bytes) const { return {m_scratch, bytes}; }
    /// The frame's copy of a .param variable of the body.
    ParameterSlot passed(int variable) const;
    /// Offset of a .local variable in the function's part of a thread's memory.
    std::uint64_t local_offset(int variable) const {
        return m_local_offsets[static_cast<std::size_t>(variable)];
    }
    /// Says how large the frame has become.
    void finish();

  private:
    Slot take(std::uint32_t bytes);
    Place keep(const Constant& constant);

    const ptx::Function& m_function;
    Code& m_code;
    Slot m_end = 64; ///< behind the carry flag
    Slot m_scratch = 0;
    std::vector<ParameterSlot> m_passed;
    std::vector<std::uint64_t> m_local_offsets;
    std::map<std::tuple<int, std::uint64_t, int, int>, Slot> m_constants;
    std::map<std::pair<int, int>, Slot> m_specials;
};

} // namespace lockstep::simt
