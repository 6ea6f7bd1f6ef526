// SPDX-License-Identifier: MIT
// Arithmetic of f16 and bf16, alone and in pairs (PTX ISA 9.7.4): computed in f64 and rounded once.
// Products of two are exact there, and sums that are not are rounded to odd first.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "sim/simt/semantics/half_arithmetic.cpp"
#include "sim/simt/semantics/targets.hpp"

#include <hwy/foreach_target.h>

#include "sim/simt/semantics/choose.hpp"
#include "sim/simt/semantics/extremes.hpp"
#include "sim/simt/semantics/half.hpp"
#include "sim/simt/semantics/lanes.hpp"

HWY_BEFORE_NAMESPACE();
namespace lockstep::simt::HWY_NAMESPACE {
namespace {

struct Add {
    template <class T>
    T operator()(T a, T b) const {
        return sum_to_odd(a, b);
    }
};
struct Subtract {
    template <class T>
    T operator()(T a, T b) const {
        return sum_to_odd(a, -b);
    }
};
struct Multiply {
    template <class T>
    T operator()(T a, T b) const {
        return a * b;
    }
};
struct Fma {
    template <class T>
    T operator()(T a, T b, T c) const {
        return sum_to_odd(a * b, c);
    }
};
struct Negate {
    template <class T>
    T operator()(T a) const {
        return -a;
    }
};

enum class End { None, Saturate, Relu };

template <class F, bool ftz, End end>
struct Half {
    template <class T, class Number>
    [[gnu::always_inline]] static T one(Number value) {
        if constexpr (end == End::Saturate)
            value = saturate(value);
        if constexpr (end == End::Relu)
            value = value < 0 ? Number(0) : value + Number(0);
        return flush_half<ftz>(narrow<T>(value));
    }
    template <class T, class... Rest>
    [[gnu::always_inline]] T operator()(T a, Rest... rest) const {
        using Number = std::conditional_t<std::is_same_v<T, F16>, float, double>;
        return one<T>(
            F()(Number(widen(flush_half<ftz>(a))), Number(widen(flush_half<ftz>(rest)))...));
    }
};

/// Pairs come as two numbers in each lane, one after the other: the loop over 32 is done twice.
template <class F, class T, std::size_t... source>
[[gnu::noinline]] void each_half(std::uint16_t* result, std::byte* frame, const Op& op, int count,
                                 std::index_sequence<source...>) {
    for (int begin = 0; begin < 32 * count; begin += 32)
        for (int i = begin; i < begin + 32; ++i)
            result[i] =
                F()(T{lanes_at<const std::uint16_t>(frame, op.slots[source + 1])[i]}...).bits;
}
template <class F, class T, int count, std::size_t sources>
void execute(std::byte* frame, const Op& op, Mask lanes) {
    alignas(64) std::uint16_t result[32 * count];
    each_half<F, T>(result, frame, op, count, std::make_index_sequence<sources>());
    using Whole = Bits<2 * count>;
    store_lanes(lanes_at<Whole>(frame, op.slots[0]), reinterpret_cast<const Whole*>(result), lanes);
}

bool is_half(ptx::Type type) {
    using ptx::Type;
    return type == Type::F16 || type == Type::F16x2 || type == Type::BF16 || type == Type::BF16x2;
}

template <class F, class T, std::size_t sources>
Execute one_or_two(ptx::Type type) {
    const bool two = type == ptx::Type::F16x2 || type == ptx::Type::BF16x2;
    return two ? &execute<F, T, 2, sources> : &execute<F, T, 1, sources>;
}

template <class F, std::size_t sources, End end>
Execute of_f16(const ptx::Instruction& i) {
    return i.has("ftz") ? one_or_two<Half<F, true, end>, F16, sources>(last_type(i))
                        : one_or_two<Half<F, false, end>, F16, sources>(last_type(i));
}
/// bf16 has no .ftz and no .sat. `may` is what else the opcode's forms may say.
template <class F, std::size_t sources, End... may>
Chosen choose_half(const ptx::Instruction& i) {
    constexpr bool may_saturate = ((may == End::Saturate) || ...);
    constexpr bool may_relu = ((may == End::Relu) || ...);
    const ptx::Type type = last_type(i);
    const bool bf16 = type == ptx::Type::BF16 || type == ptx::Type::BF16x2;
    if constexpr (may_relu)
        if (i.has("relu"))
            return chosen(bf16 ? one_or_two<Half<F, false, End::Relu>, BF16, sources>(type)
                               : of_f16<F, sources, End::Relu>(i),
                          type);
    if constexpr (may_saturate)
        if (i.has("sat"))
            return chosen(of_f16<F, sources, End::Saturate>(i), type);
    return chosen(bf16 ? one_or_two<Half<F, false, End::None>, BF16, sources>(type)
                       : of_f16<F, sources, End::None>(i),
                  type);
}
template <template <bool> class F>
Chosen choose_extreme(const ptx::Instruction& i) {
    if (i.has("xorsign"))
        return i.has("NaN") ? choose_half<XorSign<F<true>>, 2>(i)
                            : choose_half<XorSign<F<false>>, 2>(i);
    return i.has("NaN") ? choose_half<F<true>, 2>(i) : choose_half<F<false>, 2>(i);
}

Chosen choose_half_arithmetic(const ptx::Instruction& i, const ptx::Function&) {
    const std::string_view opcode = opcode_of(i);
    if (!is_half(last_type(i)) || i.operands.size() > 4 || i.has("oob"))
        return {};
    if (opcode == "add")
        return choose_half<Add, 2, End::Saturate>(i);
    if (opcode == "sub")
        return choose_half<Subtract, 2, End::Saturate>(i);
    if (opcode == "mul")
        return choose_half<Multiply, 2, End::Saturate>(i);
    if (opcode == "fma")
        return choose_half<Fma, 3, End::Saturate, End::Relu>(i);
    if (opcode == "neg")
        return choose_half<Negate, 1>(i);
    if (opcode == "abs")
        return choose_half<Absolute, 1>(i);
    if (i.operands.size() == 4)
        return {};
    return opcode == "min" ? choose_extreme<Minimum>(i) : choose_extreme<Maximum>(i);
}

} // namespace
} // namespace lockstep::simt::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace lockstep::simt {
HWY_EXPORT(choose_half_arithmetic);

static constexpr std::string_view opcodes[] = {"add", "sub", "mul", "fma",
                                               "neg", "abs", "min", "max"};

extern const Semantics half_arithmetic_semantics{
    .opcodes = opcodes,
    .choose =
        [](const ptx::Instruction& instruction, const ptx::Function& function) {
            return HWY_DYNAMIC_DISPATCH(choose_half_arithmetic)(instruction, function);
        },
};
} // namespace lockstep::simt
#endif
