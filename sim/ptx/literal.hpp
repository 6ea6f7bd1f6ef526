// SPDX-License-Identifier: MIT
// What a number is worth (PTX ISA 4.5): integers of 64 bits, floats by their bits or in decimal.
#pragma once

#include "sim/ptx/type.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace lockstep::ptx {

struct Literal {
    Type type = Type::S64; ///< S64, or U64 with the suffix U or from 2^63 on; F32, F64
    std::uint64_t bits = 0;

    bool is_integer() const { return type == Type::S64 || type == Type::U64; }
    /// The other sign: an integer's two's complement, a float's first bit.
    Literal negated() const;
    /// The value's bits in a variable of that type: integers become floats and floats change their
    /// width. Nothing for a float in an integer's place.
    std::optional<std::uint64_t> as(Type type) const;
};

/// Nothing when the text is no number, or an integer that does not fit in 64 bits.
std::optional<Literal> parse_literal(std::string_view text);

} // namespace lockstep::ptx
