// SPDX-License-Identifier: MIT
// The fundamental types of PTX (PTX ISA 5.2) and the state spaces that a variable can lie in (5.1).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace lockstep::ptx {

enum class Type : std::uint8_t {
    None,
    Pred,
    B8, B16, B32, B64, B128,
    U8, U16, U32, U64,
    S8, S16, S32, S64,
    F16, F16x2, BF16, BF16x2, TF32, F32, F64,
};

enum class Kind : std::uint8_t { None, Predicate, Bits, Unsigned, Signed, Float };

/// "f16x2"; "" for None.
std::string_view name_of(Type type);
/// Without the dot: "u32". Nothing when PTX has no such type, or we do not know it.
std::optional<Type> type_named(std::string_view name);
/// In memory and in a register; a predicate counts as 1.
int size_bytes(Type type);
Kind kind_of(Type type);

enum class Space : std::uint8_t { Generic, Global, Shared, Local, Const, Param };

std::string_view name_of(Space space);

} // namespace lockstep::ptx
