// SPDX-License-Identifier: MIT
// Integer products and sums of them (PTX ISA 9.7.1): mul, mad, mul24, mad24, dp4a, dp2a.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "sim/simt/semantics/integer_multiply.cpp"
#include "sim/simt/semantics/targets.hpp"

#include <hwy/foreach_target.h>

#include "sim/simt/semantics/choose.hpp"
#include "sim/simt/semantics/lanes.hpp"

HWY_BEFORE_NAMESPACE();
namespace lockstep::simt::HWY_NAMESPACE {
namespace {

struct MultiplyLow {
    template <class T>
    T operator()(T a, T b) const {
        return static_cast<T>(modulo(a) * modulo(b));
    }
};
struct MultiplyHigh {
    template <class T>
    T operator()(T a, T b) const {
        return static_cast<T>((Twice<T>(a) * Twice<T>(b)) >> (8 * sizeof(T)));
    }
};
struct MultiplyWide {
    template <class T>
    Twice<T> operator()(T a, T b) const {
        return static_cast<Twice<T>>(Twice<T>(a) * Twice<T>(b));
    }
};
/// mad: the part of the product that `Multiply` keeps, plus c.
template <class Multiply>
struct MultiplyAdd {
    template <class T, class C>
    C operator()(T a, T b, C c) const {
        return static_cast<C>(modulo(static_cast<C>(Multiply()(a, b))) + modulo(c));
    }
};
struct MultiplyHighAddClamped {
    std::int32_t operator()(std::int32_t a, std::int32_t b, std::int32_t c) const {
        return clamp32(std::int64_t{MultiplyHigh()(a, b)} + c);
    }
};

/// The low 24 bits of an operand, with their sign if the type has one.
template <class T>
std::int64_t low24(T a) {
    return static_cast<T>(modulo(a) << 8) >> 8;
}
/// mul24.lo keeps bits 31 to 0 of the 48 bits of the product, mul24.hi bits 47 to 16.
template <int shift>
struct Multiply24 {
    template <class T>
    T operator()(T a, T b) const {
        return static_cast<T>((low24(a) * low24(b)) >> shift);
    }
};
struct Multiply24HighAddClamped {
    std::int32_t operator()(std::int32_t a, std::int32_t b, std::int32_t c) const {
        return clamp32(std::int64_t{Multiply24<16>()(a, b)} + c);
    }
};

template <class F>
Execute of_32_bits(ptx::Type type) {
    return pick<std::uint32_t, std::int32_t>(
        type, []<class T>(Tag<T>) -> Execute { return &each<F, T, T, T>; });
}
template <class F>
Execute of_32_bits_and_c(ptx::Type type) {
    return pick<std::uint32_t, std::int32_t>(
        type, []<class T>(Tag<T>) -> Execute { return &each<F, T, T, T, T>; });
}

ptx::Type twice_as_wide(ptx::Type type) {
    using ptx::Type;
    switch (type) {
    case Type::U16:
        return Type::U32;
    case Type::S16:
        return Type::S32;
    case Type::U32:
        return Type::U64;
    case Type::S32:
        return Type::S64;
    default:
        return Type::None;
    }
}

template <class Function>
Execute pick_wide(ptx::Type type, Function function) {
    return pick<std::uint16_t, std::int16_t, std::uint32_t, std::int32_t>(type, function);
}

Chosen choose_multiply(const ptx::Instruction& i, ptx::Type type) {
    const ptx::Type wide = twice_as_wide(type);
    switch (which(i, "lo", "hi", "wide")) {
    case 0:
        return chosen(binary<MultiplyLow>(type), type);
    case 1:
        return chosen(binary<MultiplyHigh>(type), type);
    case 2:
        return chosen(pick_wide(type,
                                []<class T>(Tag<T>) -> Execute {
                                    return &each<MultiplyWide, Twice<T>, T, T>;
                                }),
                      type, {{0, wide}});
    default:
        return {};
    }
}

Chosen choose_multiply_add(const ptx::Instruction& i, ptx::Type type) {
    const ptx::Type wide = twice_as_wide(type);
    if (i.has("sat")) {
        if (type != ptx::Type::S32 || !i.has("hi"))
            return {};
        return chosen(
            &each<MultiplyHighAddClamped, std::int32_t, std::int32_t, std::int32_t, std::int32_t>,
            type);
    }
    switch (which(i, "lo", "hi", "wide")) {
    case 0:
        return chosen(ternary<MultiplyAdd<MultiplyLow>>(type), type);
    case 1:
        return chosen(ternary<MultiplyAdd<MultiplyHigh>>(type), type);
    case 2:
        return chosen(
            pick_wide(type,
                      []<class T>(Tag<T>) -> Execute {
                          return &each<MultiplyAdd<MultiplyWide>, Twice<T>, T, T, Twice<T>>;
                      }),
            type, {{0, wide}, {3, wide}});
    default:
        return {};
    }
}

Chosen choose_24(const ptx::Instruction& i, ptx::Type type, bool add) {
    const bool high = i.has("hi");
    if (!high && !i.has("lo"))
        return {};
    if (!add)
        return chosen(high ? of_32_bits<Multiply24<16>>(type) : of_32_bits<Multiply24<0>>(type),
                      type);
    if (i.has("sat")) {
        if (type != ptx::Type::S32 || !high)
            return {};
        return chosen(
            &each<Multiply24HighAddClamped, std::int32_t, std::int32_t, std::int32_t, std::int32_t>,
            type);
    }
    return chosen(high ? of_32_bits_and_c<MultiplyAdd<Multiply24<16>>>(type)
                       : of_32_bits_and_c<MultiplyAdd<Multiply24<0>>>(type),
                  type);
}
/// The k-th T of the 32 bits of a, as a 32-bit integer that wraps.
template <class T>
std::uint32_t part(std::uint32_t a, int k) {
    return static_cast<std::uint32_t>(static_cast<T>(a >> (8 * static_cast<int>(sizeof(T)) * k)));
}
/// dp4a: four products of bytes, added to c. dp2a: two products of the half words of a and two
/// bytes of b, of which `first` is the first.
template <class A, class B, int count, int first>
struct Dot {
    std::uint32_t operator()(std::uint32_t a, std::uint32_t b, std::uint32_t c) const {
        for (int k = 0; k < count; ++k)
            c += part<A>(a, k) * part<B>(b, first + k);
        return c;
    }
};

template <class A, class B, int count, int first>
constexpr Execute dot =
    &each<Dot<A, B, count, first>, std::uint32_t, std::uint32_t, std::uint32_t, std::uint32_t>;

/// The result is the same 32 bits whether they are called signed or not.
template <class U, class S, int count, int first>
Execute pick_dot(bool a_signed, bool b_signed) {
    using B = std::uint8_t;
    if (a_signed)
        return b_signed ? dot<S, std::int8_t, count, first> : dot<S, B, count, first>;
    return b_signed ? dot<U, std::int8_t, count, first> : dot<U, B, count, first>;
}

Chosen choose_dot(const ptx::Instruction& i, bool halves) {
    using ptx::Kind;
    using ptx::Type;
    if (i.types.size() != 2)
        return {};
    const bool a = kind_of(i.types[0]) == Kind::Signed, b = kind_of(i.types[1]) == Kind::Signed;
    const Type type = a || b ? Type::S32 : Type::U32;
    if (!halves)
        return chosen(pick_dot<std::uint8_t, std::int8_t, 4, 0>(a, b), type,
                      {{1, i.types[0]}, {2, i.types[1]}});
    return chosen(i.has("hi") ? pick_dot<std::uint16_t, std::int16_t, 2, 2>(a, b)
                              : pick_dot<std::uint16_t, std::int16_t, 2, 0>(a, b),
                  type, {{1, i.types[0]}, {2, i.types[1]}});
}

Chosen choose_integer_multiply(const ptx::Instruction& i, const ptx::Function&) {
    const std::string_view opcode = opcode_of(i);
    const ptx::Type type = last_type(i);
    if (i.has("cc"))
        return {}; // integer_carry.cpp
    if (opcode == "mul")
        return choose_multiply(i, type);
    if (opcode == "mad")
        return choose_multiply_add(i, type);
    if (opcode == "mul24" || opcode == "mad24")
        return choose_24(i, type, opcode == "mad24");
    return choose_dot(i, opcode == "dp2a");
}

} // namespace
} // namespace lockstep::simt::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace lockstep::simt {
HWY_EXPORT(choose_integer_multiply);

static constexpr std::string_view opcodes[] = {"mul", "mad", "mul24", "mad24", "dp4a", "dp2a"};

extern const Semantics integer_multiply_semantics{
    .opcodes = opcodes,
    .choose =
        [](const ptx::Instruction& instruction, const ptx::Function& function) {
            return HWY_DYNAMIC_DISPATCH(choose_integer_multiply)(instruction, function);
        },
};
} // namespace lockstep::simt
#endif
