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

/// `count` numbers of 16 bits in each lane, one after the other.
template <class F, class T, int count, std::size_t... source>
void each_half(std::byte* frame, const Op& op, Mask lanes, std::index_sequence<source...>) {
    alignas(64) std::uint16_t result[32 * count];
    for (int i = 0; i < 32 * count; ++i)
        result[i] = F()(T{lanes_at<const std::uint16_t>(frame, op.slots[source + 1])[i]}...).bits;
    using Whole = Bits<2 * count>;
    store_lanes(lanes_at<Whole>(frame, op.slots[0]), reinterpret_cast<const Whole*>(result), lanes);
}
template <class F, class T, int count, std::size_t sources>
void execute(std::byte* frame, const Op& op, Mask lanes) {
    each_half<F, T, count>(frame, op, lanes, std::make_index_sequence<sources>());
}

template <class F, std::size_t sources>
Execute halves(ptx::Type type) {
    using ptx::Type;
    switch (type) {
    case Type::F16:
        return &execute<F, F16, 1, sources>;
    case Type::BF16:
        return &execute<F, BF16, 1, sources>;
    case Type::F16x2:
        return &execute<F, F16, 2, sources>;
    case Type::BF16x2:
        return &execute<F, BF16, 2, sources>;
    default:
        return nullptr;
    }
}

bool is_half(ptx::Type type) {
    using ptx::Type;
    return type == Type::F16 || type == Type::F16x2 || type == Type::BF16 || type == Type::BF16x2;
}

template <class F, std::size_t sources>
Chosen choose_half(const ptx::Instruction& i) {
    const ptx::Type type = last_type(i);
    const bool ftz = i.has("ftz");
    if (i.has("sat"))
        return chosen(ftz ? halves<Half<F, true, End::Saturate>, sources>(type)
                          : halves<Half<F, false, End::Saturate>, sources>(type),
                      type);
    if (i.has("relu"))
        return chosen(ftz ? halves<Half<F, true, End::Relu>, sources>(type)
                          : halves<Half<F, false, End::Relu>, sources>(type),
                      type);
    return chosen(ftz ? halves<Half<F, true, End::None>, sources>(type)
                      : halves<Half<F, false, End::None>, sources>(type),
                  type);
}
/// Without .sat and .relu, which these do not have.
template <class F, std::size_t sources>
Chosen choose_plain(const ptx::Instruction& i) {
    const ptx::Type type = last_type(i);
    return chosen(i.has("ftz") ? halves<Half<F, true, End::None>, sources>(type)
                               : halves<Half<F, false, End::None>, sources>(type),
                  type);
}
template <template <bool> class F>
Chosen choose_extreme(const ptx::Instruction& i) {
    if (i.has("xorsign"))
        return i.has("NaN") ? choose_plain<XorSign<F<true>>, 2>(i)
                            : choose_plain<XorSign<F<false>>, 2>(i);
    return i.has("NaN") ? choose_plain<F<true>, 2>(i) : choose_plain<F<false>, 2>(i);
}

Chosen choose_half_arithmetic(const ptx::Instruction& i, const ptx::Function&) {
    const std::string_view opcode = opcode_of(i);
    if (!is_half(last_type(i)) || i.operands.size() > 4 || i.has("oob"))
        return {};
    if (opcode == "add")
        return choose_half<Add, 2>(i);
    if (opcode == "sub")
        return choose_half<Subtract, 2>(i);
    if (opcode == "mul")
        return choose_half<Multiply, 2>(i);
    if (opcode == "fma")
        return choose_half<Fma, 3>(i);
    if (opcode == "neg")
        return choose_plain<Negate, 1>(i);
    if (opcode == "abs")
        return choose_plain<Absolute, 1>(i);
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
