// SPDX-License-Identifier: MIT
// The C++ types that lanes of PTX's types are computed in, and the step from a type that an
// instruction names to a template's parameter.
#pragma once

#include "sim/simt/semantics.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <type_traits>

namespace lockstep::simt {

/// Formats that C++ 20 has no type for. Only their bits are kept; half.hpp computes with them.
struct F16 {
    std::uint16_t bits;
};
struct BF16 {
    std::uint16_t bits;
};
/// Two of a format in 32 bits, the first in the low half.
template <class T>
struct Pair {
    T low, high;
};

template <class T>
struct Tag {
    using type = T;
};

template <class T>
constexpr ptx::Type type_of() {
    using ptx::Type;
    if constexpr (std::is_same_v<T, std::uint8_t>)
        return Type::U8;
    else if constexpr (std::is_same_v<T, std::int8_t>)
        return Type::S8;
    else if constexpr (std::is_same_v<T, std::uint16_t>)
        return Type::U16;
    else if constexpr (std::is_same_v<T, std::int16_t>)
        return Type::S16;
    else if constexpr (std::is_same_v<T, std::uint32_t>)
        return Type::U32;
    else if constexpr (std::is_same_v<T, std::int32_t>)
        return Type::S32;
    else if constexpr (std::is_same_v<T, std::uint64_t>)
        return Type::U64;
    else if constexpr (std::is_same_v<T, std::int64_t>)
        return Type::S64;
    else if constexpr (std::is_same_v<T, F16>)
        return Type::F16;
    else if constexpr (std::is_same_v<T, BF16>)
        return Type::BF16;
    else if constexpr (std::is_same_v<T, Pair<F16>>)
        return Type::F16x2;
    else if constexpr (std::is_same_v<T, Pair<BF16>>)
        return Type::BF16x2;
    else if constexpr (std::is_same_v<T, float>)
        return Type::F32;
    else if constexpr (std::is_same_v<T, double>)
        return Type::F64;
    else
        return Type::None;
}

/// Integers wrap: they are computed as unsigned ones of at least 32 bits, which C++ lets overflow.
template <class T>
using Modulo = std::conditional_t<sizeof(T) <= 4, std::uint32_t, std::uint64_t>;
template <class T>
constexpr Modulo<T> modulo(T value) {
    return static_cast<Modulo<T>>(value);
}
/// Of twice the width: what a product fits in.
__extension__ typedef __int128 Signed128;
__extension__ typedef unsigned __int128 Unsigned128;
template <class T>
using Twice = std::conditional_t<
    sizeof(T) == 2, std::conditional_t<std::is_signed_v<T>, std::int32_t, std::uint32_t>,
    std::conditional_t<sizeof(T) == 4,
                       std::conditional_t<std::is_signed_v<T>, std::int64_t, std::uint64_t>,
                       std::conditional_t<std::is_signed_v<T>, Signed128, Unsigned128>>>;

/// .sat: what does not fit in 32 bits stays at the nearest value that does.
constexpr std::int32_t clamp32(std::int64_t value) {
    constexpr std::int64_t low = std::numeric_limits<std::int32_t>::min();
    constexpr std::int64_t high = std::numeric_limits<std::int32_t>::max();
    return static_cast<std::int32_t>(std::clamp(value, low, high));
}

/// Types of bits are computed with as unsigned integers.
constexpr ptx::Type as_unsigned(ptx::Type type) {
    using ptx::Type;
    switch (type) {
    case Type::B8:
        return Type::U8;
    case Type::B16:
        return Type::U16;
    case Type::B32:
        return Type::U32;
    case Type::B64:
        return Type::U64;
    default:
        return type;
    }
}

/// Calls `function` with the Tag of the one of T... that `type` names; null if it is none of them.
template <class... T, class Function>
Execute pick(ptx::Type type, Function function) {
    Execute found = nullptr;
    ((type_of<T>() == as_unsigned(type) ? void(found = function(Tag<T>())) : void()), ...);
    return found;
}

template <class Function>
Execute pick_integer(ptx::Type type, Function function) {
    return pick<std::uint16_t, std::int16_t, std::uint32_t, std::int32_t, std::uint64_t,
                std::int64_t>(type, function);
}

} // namespace lockstep::simt
