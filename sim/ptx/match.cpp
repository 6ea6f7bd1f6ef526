// SPDX-License-Identifier: MIT
#include "sim/ptx/match.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace lockstep::ptx {

namespace {

using Kind = OperandPattern::Kind;
using Is = Operand::Form;

bool is_integer_or_bits(Type type) {
    const ptx::Kind kind = kind_of(type);
    return kind == ptx::Kind::Bits || kind == ptx::Kind::Unsigned || kind == ptx::Kind::Signed;
}

/// Bits go with everything of their size, integers with integers, a float only with itself.
bool register_fits(Type have, Type wanted, bool wider) {
    if (wanted == Type::None)
        return true;
    if (have == Type::Pred || wanted == Type::Pred)
        return have == wanted;
    const int larger = size_bytes(have) - size_bytes(wanted);
    if (larger != 0 && (larger < 0 || !wider))
        return false;
    if (kind_of(have) == ptx::Kind::Bits || kind_of(wanted) == ptx::Kind::Bits)
        return true;
    if (kind_of(have) == ptx::Kind::Float || kind_of(wanted) == ptx::Kind::Float)
        return have == wanted;
    return true;
}

bool immediate_fits(Type have, Type wanted) {
    if (wanted == Type::None)
        return true;
    const bool is_float = kind_of(have) == ptx::Kind::Float;
    if (kind_of(wanted) == ptx::Kind::Float)
        return is_float;
    return !is_float || kind_of(wanted) == ptx::Kind::Bits;
}

class Matcher {
  public:
    Matcher(const Candidate& candidate, std::span<const Operand> operands)
        : m_candidate(candidate), m_operands(operands), m_patterns(candidate.pattern->operands) {}

    /// Patterns from `at` on against operands from `operand` on. An operand that may be left out is
    /// taken if it can be.
    bool fits_from(std::size_t at, std::size_t operand) {
        m_farthest = std::max(m_farthest, operand);
        if (at == m_patterns.size())
            return operand == m_operands.size();
        const OperandPattern& pattern = m_patterns[at];
        if (pattern.policy && !m_candidate.hint)
            return fits_from(at + 1, operand);
        if (operand < m_operands.size() && fits(pattern, m_operands[operand]) &&
            fits_from(at + 1, operand + 1))
            return true;
        return pattern.optional && !pattern.policy && fits_from(at + 1, operand);
    }

    std::size_t farthest() const { return m_farthest; }
    std::string explain() const;

  private:
    Type wanted(const OperandPattern& pattern) const {
        const TypeRule& rule = pattern.type;
        if (rule.fixed != Type::None || m_candidate.types.empty())
            return rule.fixed;
        if (rule.from < 0)
            return m_candidate.types.back();
        const auto from = static_cast<std::size_t>(rule.from);
        return from < m_candidate.types.size() ? m_candidate.types[from] : Type::None;
    }

    bool fits(const OperandPattern& pattern, const Operand& operand) const;
    bool destination_fits(const OperandPattern& pattern, const Operand& operand) const;
    bool source_fits(const OperandPattern& pattern, const Operand& operand) const;
    bool one_fits(const OperandPattern& pattern, const Operand& operand) const {
        return pattern.writes ? destination_fits(pattern, operand) : source_fits(pattern, operand);
    }
    bool vector_fits(const OperandPattern& pattern, const Operand& operand) const;
    bool parts_fit(const OperandPattern& pattern, const Operand& operand) const;

    const Candidate& m_candidate;
    std::span<const Operand> m_operands;
    std::span<const OperandPattern> m_patterns;
    std::size_t m_farthest = 0;
};

bool Matcher::destination_fits(const OperandPattern& pattern, const Operand& operand) const {
    if (operand.form == Is::Sink)
        return true;
    return operand.form == Is::Register && !operand.negated &&
           register_fits(operand.type, wanted(pattern), pattern.type.wider);
}

bool Matcher::source_fits(const OperandPattern& pattern, const Operand& operand) const {
    const Type type = wanted(pattern);
    if (operand.negated && type != Type::Pred)
        return false;
    switch (operand.form) {
    case Is::Register:
        return register_fits(operand.type, type, pattern.type.wider);
    case Is::Special:
        // The ISA has made some of them wider over the years; each may be read in the width it had.
        return type == Type::None || (type == Type::Pred) == (operand.type == Type::Pred);
    case Is::Immediate:
        return immediate_fits(operand.type, type);
    case Is::Variable:
        return type == Type::None || (is_integer_or_bits(type) && size_bytes(type) >= 4);
    default:
        return false;
    }
}

bool Matcher::vector_fits(const OperandPattern& pattern, const Operand& operand) const {
    const int count = pattern.count > 0 ? pattern.count : m_candidate.vector;
    if (operand.form != Is::List)
        return count == 1 && one_fits(pattern, operand);
    return std::cmp_equal(operand.parts.size(), count) &&
           std::ranges::all_of(operand.parts,
                               [&](const Operand& part) { return one_fits(pattern, part); });
}

/// {a, b} in the place of one register: all of one size, and together as large as it.
bool Matcher::parts_fit(const OperandPattern& pattern, const Operand& operand) const {
    if (operand.form != Is::List || operand.parts.size() < 2)
        return false;
    const auto count = static_cast<int>(operand.parts.size());
    return std::ranges::all_of(operand.parts, [&](const Operand& part) {
        if (part.form == Is::Sink)
            return pattern.writes;
        if (part.form == Is::Immediate)
            return !pattern.writes;
        return part.form == Is::Register && part.type != Type::Pred &&
               size_bytes(part.type) * count == size_bytes(wanted(pattern));
    });
}

bool address_fits(const Operand& operand) {
    if (operand.form != Is::Address)
        return false;
    const Operand& base = operand.parts.front();
    return base.form != Is::Register ||
           (is_integer_or_bits(base.type) && size_bytes(base.type) >= 4);
}

bool Matcher::fits(const OperandPattern& pattern, const Operand& operand) const {
    switch (pattern.kind) {
    case Kind::Destination:
        if (pattern.second && operand.form == Is::List)
            return operand.parts.size() == 2 && destination_fits(pattern, operand.parts[0]) &&
                   (operand.parts[1].form == Is::Sink || operand.parts[1].type == Type::Pred);
        return destination_fits(pattern, operand);
    case Kind::Source:
        return source_fits(pattern, operand);
    case Kind::Number:
        return operand.form == Is::Immediate && kind_of(operand.type) != ptx::Kind::Float;
    case Kind::Address:
        return address_fits(operand);
    case Kind::Vector:
        return vector_fits(pattern, operand);
    case Kind::Parts:
        return parts_fit(pattern, operand);
    case Kind::Label:
        return operand.form == Is::Label;
    case Kind::Table:
        return operand.form == Is::Table;
    case Kind::Function:
        return operand.form == Is::Function;
    case Kind::List:
        return operand.form == Is::List;
    }
    return false;
}

std::string_view described(const Operand& operand) {
    switch (operand.form) {
    case Is::Sink:
        return "'_'";
    case Is::Special:
        return "a special register";
    case Is::Variable:
        return "the address of a variable";
    case Is::Function:
        return "a function";
    case Is::Address:
        return "an address in brackets";
    case Is::List:
        return "a list";
    case Is::Label:
    case Is::Table:
        return "a label";
    default:
        return "";
    }
}

std::string found(const Operand& operand) {
    const std::string_view negated = operand.negated ? "the negation of " : "";
    if (operand.form == Is::Register)
        return fmt::format("{}a register of type {}", negated, name_of(operand.type));
    if (operand.form == Is::Immediate)
        return kind_of(operand.type) == ptx::Kind::Float ? "a floating-point number" : "an integer";
    return std::string(negated) + std::string(described(operand));
}

std::string Matcher::explain() const {
    if (m_farthest >= m_operands.size())
        return fmt::format("{} operands are too few", m_operands.size());
    if (m_farthest >= m_patterns.size())
        return fmt::format("{} operands are too many", m_operands.size());
    const Type type = wanted(m_patterns[m_farthest]);
    const auto text =
        fmt::format("operand {} is {}", m_farthest + 1, found(m_operands[m_farthest]));
    if (type == Type::None || m_operands[m_farthest].form != Is::Register)
        return text + ", which does not fit there";
    return fmt::format("{}, where the type is {}", text, name_of(type));
}

} // namespace

std::optional<Misfit> misfit(const Candidate& candidate, std::span<const Operand> operands) {
    Matcher matcher(candidate, operands);
    if (matcher.fits_from(0, 0))
        return std::nullopt;
    return Misfit{matcher.farthest(), matcher.explain()};
}

} // namespace lockstep::ptx
