// SPDX-License-Identifier: MIT
// A warp with the registers of one instruction, and nothing else: executes it as the engine does.
#pragma once

#include "assemble.hpp"
#include "sim/simt/semantics.hpp"

#include <functional>
#include <string>
#include <vector>

namespace lockstep::simt {

inline constexpr Mask every_lane = 0xffffffffu;

class Machine {
  public:
    /// `sources` and `written` are counted in flattened operands: the first `written` are
    /// destinations.
    Machine(const std::string& text, std::size_t written = 1);

    bool accepted() const { return m_chosen.execute != nullptr; }
    const Chosen& chosen() const { return m_chosen; }
    std::size_t operands() const { return m_bytes.size(); }
    std::size_t written() const { return m_written; }
    bool is_predicate(std::size_t operand) const { return m_predicate[operand]; }
    int bytes(std::size_t operand) const { return m_bytes[operand]; }
    ptx::Type type(std::size_t operand) const { return m_chosen.types[operand]; }

    /// The low bits of `bits`; of a predicate the lowest. An immediate cannot be set.
    void set(std::size_t operand, int lane, std::uint64_t bits);
    std::uint64_t get(std::size_t operand, int lane) const;
    bool is_immediate(std::size_t operand) const { return m_immediate[operand]; }
    void set_carry(Mask carry);
    Mask carry() const;
    /// Gives two operands one slot.
    void share(std::size_t operand, std::size_t with) { m_slots[operand] = m_slots[with]; }
    void run(Mask lanes);

  private:
    struct alignas(64) Line64 {
        std::byte bytes[64];
    };
    std::byte* frame() { return m_frame[0].bytes; }
    const std::byte* frame() const { return m_frame[0].bytes; }

    std::unique_ptr<Line> m_line;
    std::size_t m_written;
    Chosen m_chosen;
    std::vector<int> m_bytes;
    std::vector<bool> m_predicate, m_immediate;
    std::vector<Slot> m_slots;
    std::vector<Line64> m_frame;
};

/// Values at the ends of the type's range and around everything that is special.
std::vector<std::uint64_t> edges_of(ptx::Type type);

/// What `in`, the sources in their order, gives: one value for each destination.
using Expected = std::function<void(const std::uint64_t* in, std::uint64_t* out)>;

/// Executes `text` on combinations of edge values under every instruction set that this machine
/// has, with full, empty and odd masks, in place and not, and compares the bits. `edges` replaces
/// the edge values of a source; an empty vector leaves them.
void check(const std::string& text, const Expected& expected, std::size_t written = 1,
           const std::vector<std::vector<std::uint64_t>>& edges = {});

/// The same, but the result may differ from the expected f32 or f64 as `near` allows.
using Near = std::function<bool(double got, double expected)>;
void check_near(const std::string& text, const std::vector<std::uint64_t>& values,
                const std::function<double(double)>& expected, const Near& near);

/// One lane with these sources: the first destination.
std::uint64_t once(const std::string& text, const std::vector<std::uint64_t>& in);

} // namespace lockstep::simt
