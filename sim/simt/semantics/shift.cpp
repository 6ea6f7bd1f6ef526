// SPDX-License-Identifier: MIT
// Shifts (PTX ISA 9.7.8): shl, shr, and the funnel shift shf.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "sim/simt/semantics/shift.cpp"
#include "sim/simt/semantics/targets.hpp"

#include <hwy/foreach_target.h>

#include "sim/simt/semantics/choose.hpp"
#include "sim/simt/semantics/lanes.hpp"

#include <algorithm>

HWY_BEFORE_NAMESPACE();
namespace lockstep::simt::HWY_NAMESPACE {
namespace {
/// An amount of the width or more shifts everything out.
struct Shl {
    template <class T>
    T operator()(T a, std::uint32_t b) const {
        constexpr std::uint32_t width = 8 * sizeof(T);
        return b < width ? static_cast<T>(a << (b & (width - 1))) : T(0);
    }
};
/// Bits move in from the left: zeros, or copies of the sign.
struct Shr {
    template <class T>
    T operator()(T a, std::uint32_t b) const {
        constexpr std::uint32_t top = 8 * sizeof(T) - 1;
        if constexpr (std::is_signed_v<T>)
            return static_cast<T>(a >> std::min(b, top));
        else
            return b <= top ? static_cast<T>(a >> (b & top)) : T(0);
    }
};

/// The 64 bits {b, a} shifted; the upper half of them is kept, or the lower.
template <bool left, bool clamp>
struct Shf {
    std::uint32_t operator()(std::uint32_t a, std::uint32_t b, std::uint32_t c) const {
        const std::uint32_t n = clamp ? std::min(c, 32u) : c & 31;
        const std::uint64_t both = std::uint64_t{b} << 32 | a;
        return static_cast<std::uint32_t>(left ? both << n >> 32 : both >> n);
    }
};

template <bool left>
Execute shf(bool clamp) {
    using U = std::uint32_t;
    return clamp ? &each<Shf<left, true>, U, U, U, U> : &each<Shf<left, false>, U, U, U, U>;
}

Chosen choose_shift(const ptx::Instruction& i, const ptx::Function&) {
    using ptx::Type;
    const std::string_view opcode = opcode_of(i);
    const Type type = last_type(i);
    if (opcode == "shf")
        return chosen(i.has("l") ? shf<true>(i.has("clamp")) : shf<false>(i.has("clamp")), type);
    const auto shl = []<class T>(Tag<T>) -> Execute { return &each<Shl, T, T, std::uint32_t>; };
    const auto shr = []<class T>(Tag<T>) -> Execute { return &each<Shr, T, T, std::uint32_t>; };
    return chosen(opcode == "shl" ? pick_integer(type, shl) : pick_integer(type, shr), type,
                  {{2, Type::U32}});
}

} // namespace
} // namespace lockstep::simt::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace lockstep::simt {
HWY_EXPORT(choose_shift);

static constexpr std::string_view opcodes[] = {"shl", "shr", "shf"};

extern const Semantics shift_semantics{
    .opcodes = opcodes,
    .choose =
        [](const ptx::Instruction& instruction, const ptx::Function& function) {
            return HWY_DYNAMIC_DISPATCH(choose_shift)(instruction, function);
        },
};
} // namespace lockstep::simt
#endif
