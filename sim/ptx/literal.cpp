// SPDX-License-Identifier: MIT
// Integers in four bases, floats as hexadecimal bits (0f, 0d) or in decimal notation.
#include "sim/ptx/literal.hpp"

#include <bit>
#include <charconv>

namespace lockstep::ptx {

static std::optional<std::uint64_t> digits(std::string_view text, int base) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    if (text.empty() || error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

static std::optional<Literal> float_bits(std::string_view text, std::size_t length, Type type) {
    const auto bits = text.size() == length ? digits(text, 16) : std::nullopt;
    return bits ? std::optional(Literal{type, *bits}) : std::nullopt;
}

static std::optional<Literal> decimal_float(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return Literal{Type::F64, std::bit_cast<std::uint64_t>(value)};
}

static std::optional<Literal> integer(std::string_view text) {
    const bool has_suffix = text.ends_with('U') || text.ends_with('u');
    if (has_suffix)
        text.remove_suffix(1);
    int base = 10;
    if (text.starts_with("0x") || text.starts_with("0X"))
        base = 16;
    else if (text.starts_with("0b") || text.starts_with("0B"))
        base = 2;
    else if (text.starts_with('0') && text.size() > 1)
        base = 8;
    text.remove_prefix(base == 16 || base == 2 ? 2 : base == 8 ? 1 : 0);
    const auto value = digits(text, base);
    if (!value)
        return std::nullopt;
    return Literal{has_suffix || *value >> 63 ? Type::U64 : Type::S64, *value};
}

std::optional<Literal> parse_literal(std::string_view text) {
    if (text.starts_with("0f") || text.starts_with("0F"))
        return float_bits(text.substr(2), 8, Type::F32);
    if (text.starts_with("0d") || text.starts_with("0D"))
        return float_bits(text.substr(2), 16, Type::F64);
    const bool hexadecimal = text.starts_with("0x") || text.starts_with("0X");
    if (!hexadecimal && text.find_first_of(".eE") != std::string_view::npos)
        return decimal_float(text);
    return integer(text);
}

Literal Literal::negated() const {
    if (type == Type::F32)
        return {type, bits ^ 0x80000000u};
    if (type == Type::F64)
        return {type, bits ^ 0x8000000000000000u};
    return {Type::S64, 0 - bits};
}

static double value_of(const Literal& literal) {
    switch (literal.type) {
    case Type::F32:
        return std::bit_cast<float>(static_cast<std::uint32_t>(literal.bits));
    case Type::F64:
        return std::bit_cast<double>(literal.bits);
    case Type::S64:
        return static_cast<double>(static_cast<std::int64_t>(literal.bits));
    default:
        return static_cast<double>(literal.bits);
    }
}

std::optional<std::uint64_t> Literal::as(Type wanted) const {
    if (type == wanted)
        return bits;
    if (wanted == Type::F64)
        return std::bit_cast<std::uint64_t>(value_of(*this));
    if (wanted == Type::F32)
        return std::bit_cast<std::uint32_t>(static_cast<float>(value_of(*this)));
    const int size = size_bytes(wanted);
    // The bits of a float may be kept in a variable of bits of its size.
    if (!is_integer() && (kind_of(wanted) != Kind::Bits || size_bytes(type) != size))
        return std::nullopt;
    return size >= 8 ? bits : bits & ((std::uint64_t{1} << (8 * size)) - 1);
}

} // namespace lockstep::ptx
