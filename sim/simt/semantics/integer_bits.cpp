// SPDX-License-Identifier: MIT
// Counting, finding and moving bits (PTX ISA 9.7.1).
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "sim/simt/semantics/integer_bits.cpp"
#include "sim/simt/semantics/targets.hpp"

#include <hwy/foreach_target.h>

#include "sim/simt/semantics/choose.hpp"
#include "sim/simt/semantics/lanes.hpp"

#include <algorithm>
#include <bit>

HWY_BEFORE_NAMESPACE();
namespace lockstep::simt::HWY_NAMESPACE {
namespace {

struct Popc {
    template <class T>
    std::uint32_t operator()(T a) const {
        return static_cast<std::uint32_t>(std::popcount(a));
    }
};
struct Clz {
    template <class T>
    std::uint32_t operator()(T a) const {
        return static_cast<std::uint32_t>(std::countl_zero(a));
    }
};
/// Where the highest bit is that is no copy of the sign, or with .shiftamt how far it is from the
/// top.
template <bool shift_amount>
struct Bfind {
    template <class T>
    std::uint32_t operator()(T a) const {
        using U = std::make_unsigned_t<T>;
        const U bits = static_cast<U>(a < T(0) ? ~a : a);
        const std::uint32_t zeros = static_cast<std::uint32_t>(std::countl_zero(bits));
        if (bits == 0)
            return 0xffffffffu;
        return shift_amount ? zeros : static_cast<std::uint32_t>(8 * sizeof(T) - 1) - zeros;
    }
};
/// Neighbours change places, then pairs of them, and so on up to the bytes.
struct Brev {
    template <class T>
    T operator()(T a) const {
        constexpr T odd = static_cast<T>(0x5555555555555555u);
        constexpr T pairs = static_cast<T>(0x3333333333333333u);
        constexpr T nibbles = static_cast<T>(0x0f0f0f0f0f0f0f0fu);
        a = static_cast<T>((a >> 1 & odd) | (a & odd) << 1);
        a = static_cast<T>((a >> 2 & pairs) | (a & pairs) << 2);
        a = static_cast<T>((a >> 4 & nibbles) | (a & nibbles) << 4);
        if constexpr (sizeof(T) == 4)
            return __builtin_bswap32(a);
        else
            return __builtin_bswap64(a);
    }
};

/// len bits of a from bit pos on, extended by their sign. Beyond the top bit there are copies of
/// it.
struct Bfe {
    template <class T>
    T operator()(T a, std::uint32_t pos, std::uint32_t len) const {
        constexpr std::uint32_t width = 8 * sizeof(T);
        pos &= 0xff;
        len &= 0xff;
        const std::uint32_t down = std::min(pos, width - 1);
        T field = static_cast<T>(a >> down);
        if (!std::is_signed_v<T> && pos >= width)
            field = 0;
        if (len == 0)
            return 0;
        const std::uint32_t spare = len < width ? width - len : 0;
        return static_cast<T>(static_cast<T>(modulo(field) << spare) >> spare);
    }
};
struct Bfi {
    template <class T>
    T operator()(T a, T b, std::uint32_t pos, std::uint32_t len) const {
        constexpr std::uint32_t width = 8 * sizeof(T);
        pos &= 0xff;
        len &= 0xff;
        const T ones = len < width ? static_cast<T>((T(1) << (len & (width - 1))) - 1) : T(~T(0));
        const std::uint32_t up = pos & (width - 1);
        const T field = pos < width ? static_cast<T>(ones << up) : T(0);
        return static_cast<T>((b & ~field) | (static_cast<T>(a << up) & field));
    }
};

/// The position of the n-th set bit, counted up or down from `base`, which counts itself.
struct Fns {
    std::uint32_t operator()(std::uint32_t mask, std::uint32_t base, std::int32_t offset) const {
        const std::int32_t step = offset < 0 ? -1 : 1;
        std::uint32_t wanted = offset < 0 ? 0u - modulo(offset) : modulo(offset);
        if (offset == 0)
            return base < 32 && (mask >> base & 1) ? base : 0xffffffffu;
        for (std::int64_t at = base; at >= 0 && at < 32; at += step)
            if ((mask >> at & 1) && --wanted == 0)
                return static_cast<std::uint32_t>(at);
        return 0xffffffffu;
    }
};

template <bool clamp>
struct Szext {
    template <class T>
    T operator()(T a, std::uint32_t n) const {
        if (clamp && n >= 32)
            return a;
        n &= 31;
        if (n == 0)
            return 0;
        return static_cast<T>(static_cast<T>(modulo(a) << (32 - n)) >> (32 - n));
    }
};
template <bool clamp>
struct Bmsk {
    std::uint32_t operator()(std::uint32_t a, std::uint32_t b) const {
        if (clamp && a >= 32)
            return 0;
        const std::uint32_t first = 0xffffffffu << (a & 31), end = (a & 31) + (b & 31);
        if (end >= 32 || (clamp && b >= 32))
            return first;
        return (b & 31) == 0 ? 0 : first & ~(0xffffffffu << end);
    }
};

template <class F>
Execute to_u32(ptx::Type type) {
    return pick<std::uint32_t, std::int32_t, std::uint64_t, std::int64_t>(
        type, []<class T>(Tag<T>) -> Execute { return &each<F, std::uint32_t, T>; });
}
template <class F>
Execute count_bits(ptx::Type type) {
    return pick<std::uint32_t, std::uint64_t>(
        type, []<class T>(Tag<T>) -> Execute { return &each<F, std::uint32_t, T>; });
}
Execute bfe(ptx::Type type) {
    using U = std::uint32_t;
    return pick<U, std::int32_t, std::uint64_t, std::int64_t>(
        type, []<class T>(Tag<T>) -> Execute { return &each<Bfe, T, T, U, U>; });
}
Execute bfi(ptx::Type type) {
    using U = std::uint32_t;
    return pick<U, std::uint64_t>(
        type, []<class T>(Tag<T>) -> Execute { return &each<Bfi, T, T, T, U, U>; });
}
template <bool clamp>
Execute szext(ptx::Type type) {
    return pick<std::uint32_t, std::int32_t>(
        type, []<class T>(Tag<T>) -> Execute { return &each<Szext<clamp>, T, T, std::uint32_t>; });
}
Execute brev(ptx::Type type) {
    return pick<std::uint32_t, std::uint64_t>(
        type, []<class T>(Tag<T>) -> Execute { return &each<Brev, T, T>; });
}

Chosen choose_integer_bits(const ptx::Instruction& i, const ptx::Function&) {
    using ptx::Type;
    using U = std::uint32_t;
    const std::string_view opcode = opcode_of(i);
    const Type type = last_type(i);
    const bool clamp = i.has("clamp");
    if (opcode == "popc")
        return chosen(count_bits<Popc>(type), type, {{0, Type::U32}});
    if (opcode == "clz")
        return chosen(count_bits<Clz>(type), type, {{0, Type::U32}});
    if (opcode == "bfind")
        return chosen(i.has("shiftamt") ? to_u32<Bfind<true>>(type) : to_u32<Bfind<false>>(type),
                      type, {{0, Type::U32}});
    if (opcode == "brev")
        return chosen(brev(type), type);
    if (opcode == "bfe")
        return chosen(bfe(type), type, {{2, Type::U32}, {3, Type::U32}});
    if (opcode == "bfi")
        return chosen(bfi(type), type, {{3, Type::U32}, {4, Type::U32}});
    if (opcode == "fns")
        return chosen(&each<Fns, U, U, U, std::int32_t>, type, {{3, Type::S32}});
    if (opcode == "szext")
        return chosen(clamp ? szext<true>(type) : szext<false>(type), type, {{2, Type::U32}});
    return chosen(clamp ? &each<Bmsk<true>, U, U, U> : &each<Bmsk<false>, U, U, U>, type);
}

} // namespace
} // namespace lockstep::simt::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace lockstep::simt {
HWY_EXPORT(choose_integer_bits);

static constexpr std::string_view opcodes[] = {"popc", "clz", "bfind", "brev", "bfe",
                                               "bfi",  "fns", "szext", "bmsk"};

extern const Semantics integer_bits_semantics{
    .opcodes = opcodes,
    .choose =
        [](const ptx::Instruction& instruction, const ptx::Function& function) {
            return HWY_DYNAMIC_DISPATCH(choose_integer_bits)(instruction, function);
        },
};
} // namespace lockstep::simt
#endif
