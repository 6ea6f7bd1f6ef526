// SPDX-License-Identifier: MIT
// Arithmetic of f32 and f64 (PTX ISA 9.7.3): sums, products, quotients and roots with every
// rounding.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "sim/simt/semantics/float_arithmetic.cpp"
#include "sim/simt/semantics/targets.hpp"

#include <hwy/foreach_target.h>

#include "sim/simt/semantics/choose.hpp"
#include "sim/simt/semantics/floats.hpp"
#include "sim/simt/semantics/lanes.hpp"

HWY_BEFORE_NAMESPACE();
namespace lockstep::simt::HWY_NAMESPACE {
namespace {

template <Rounding mode>
struct Add {
    template <class T>
    T operator()(T a, T b) const {
        if constexpr (mode == Rounding::Nearest)
            return a + b;
        else
            return round_sum<mode, T>(a, b);
    }
};
template <Rounding mode>
struct Subtract {
    template <class T>
    T operator()(T a, T b) const {
        return Add<mode>()(a, -b);
    }
};
template <Rounding mode>
struct Multiply {
    template <class T>
    T operator()(T a, T b) const {
        if constexpr (mode == Rounding::Nearest)
            return a * b;
        else
            return round_to<mode, T>(Wider<T>(a) * b, 0);
    }
};
template <Rounding mode>
struct Fma {
    template <class T>
    T operator()(T a, T b, T c) const {
        if constexpr (mode == Rounding::Nearest)
            return std::fma(a, b, c);
        else
            return round_sum<mode, T>(Wider<T>(a) * b, c);
    }
};
/// A quotient of two p-digit numbers that is no p-digit number itself differs from every such
/// number in its first 2p digits, so rounding it to more digits first does no harm.
template <Rounding mode>
struct Divide {
    template <class T>
    T operator()(T a, T b) const {
        if constexpr (mode == Rounding::Nearest)
            return a / b;
        else
            return round_to<mode, T>(Wider<T>(a) / b, 0);
    }
};
template <Rounding mode>
struct Reciprocal {
    template <class T>
    T operator()(T a) const {
        return Divide<mode>()(T(1), a);
    }
};
/// What the root of T misses has the sign of a - root * root, which the wider type holds exactly.
template <Rounding mode>
struct SquareRoot {
    template <class T>
    T operator()(T a) const {
        const T root = std::sqrt(a);
        if constexpr (mode == Rounding::Nearest)
            return root;
        else
            return round_to<mode, T>(root, Wider<T>(a) - Wider<T>(root) * root);
    }
};

/// Around each operation: .ftz for operands and result, .sat, and the one NaN.
template <class F, bool ftz, bool sat>
struct Float {
    template <class... T>
    auto operator()(T... operands) const {
        const auto result = flush<ftz>(F()(flush<ftz>(operands)...));
        if constexpr (sat)
            return saturate(result);
        else
            return settle(result);
    }
};

template <class F, class T, int sources>
constexpr Execute each_of() {
    if constexpr (sources == 1)
        return &each<F, T, T>;
    else if constexpr (sources == 2)
        return &each<F, T, T, T>;
    else
        return &each<F, T, T, T, T>;
}

template <template <Rounding> class F, int sources, Rounding mode>
Execute with_modifiers(const ptx::Instruction& i) {
    if (last_type(i) == ptx::Type::F64)
        return each_of<Float<F<mode>, false, false>, double, sources>();
    if (last_type(i) != ptx::Type::F32)
        return nullptr;
    const bool ftz = i.has("ftz");
    if (i.has("sat"))
        return ftz ? each_of<Float<F<mode>, true, true>, float, sources>()
                   : each_of<Float<F<mode>, false, true>, float, sources>();
    return ftz ? each_of<Float<F<mode>, true, false>, float, sources>()
               : each_of<Float<F<mode>, false, false>, float, sources>();
}

/// Without a rounding it is to nearest.
template <template <Rounding> class F, int sources>
Chosen with_rounding(const ptx::Instruction& i) {
    const ptx::Type type = last_type(i);
    switch (which(i, "rz", "rm", "rp")) {
    case 0:
        return chosen(with_modifiers<F, sources, Rounding::Zero>(i), type);
    case 1:
        return chosen(with_modifiers<F, sources, Rounding::Down>(i), type);
    case 2:
        return chosen(with_modifiers<F, sources, Rounding::Up>(i), type);
    default:
        return chosen(with_modifiers<F, sources, Rounding::Nearest>(i), type);
    }
}

/// float_functions.cpp has the approximations.
Chosen choose_float_arithmetic(const ptx::Instruction& i, const ptx::Function&) {
    const std::string_view opcode = opcode_of(i);
    if (i.has("approx") || i.has("full"))
        return {};
    if (opcode == "add")
        return with_rounding<Add, 2>(i);
    if (opcode == "sub")
        return with_rounding<Subtract, 2>(i);
    if (opcode == "mul")
        return with_rounding<Multiply, 2>(i);
    if (opcode == "fma" || opcode == "mad")
        return with_rounding<Fma, 3>(i);
    if (opcode == "div")
        return with_rounding<Divide, 2>(i);
    if (opcode == "rcp")
        return with_rounding<Reciprocal, 1>(i);
    return with_rounding<SquareRoot, 1>(i);
}

} // namespace
} // namespace lockstep::simt::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace lockstep::simt {
HWY_EXPORT(choose_float_arithmetic);

static constexpr std::string_view opcodes[] = {"add", "sub", "mul", "fma",
                                               "mad", "div", "rcp", "sqrt"};

extern const Semantics float_arithmetic_semantics{
    .opcodes = opcodes,
    .choose =
        [](const ptx::Instruction& instruction, const ptx::Function& function) {
            return HWY_DYNAMIC_DISPATCH(choose_float_arithmetic)(instruction, function);
        },
};
} // namespace lockstep::simt
#endif
