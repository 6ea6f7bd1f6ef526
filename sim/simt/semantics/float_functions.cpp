// SPDX-License-Identifier: MIT
// Approximations (PTX ISA 9.7.3). The ISA gives bounds only; these are computed in f64 from sums
// and products alone and rounded once, so they are the same bits on every processor, and within the
// bounds.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "sim/simt/semantics/float_functions.cpp"
#include "sim/simt/semantics/targets.hpp"

#include <hwy/foreach_target.h>

#include "sim/simt/semantics/choose.hpp"
#include "sim/simt/semantics/half.hpp"
#include "sim/simt/semantics/lanes.hpp"

HWY_BEFORE_NAMESPACE();
namespace lockstep::simt::HWY_NAMESPACE {
namespace {

/// 2^k for -1022 <= k <= 1023.
inline double power_of_two(std::int64_t k) {
    return from_bits<double>(static_cast<std::uint64_t>(k + 1023) << 52);
}
/// To the nearest integer, for |x| < 2^51: adding 1.5 * 2^52 leaves no room for a fraction.
inline double nearest_integer(double x) {
    return (x + 0x1.8p52) - 0x1.8p52;
}

/// Taylor series of e^x, |x| <= ln(2)/2: the first term left out is below 2^-40.
inline double exponential(double x) {
    double sum = 1;
    for (int k = 11; k > 0; --k)
        sum = 1 + x * sum * (1.0 / k);
    return sum;
}
inline double power2(double x) {
    x = x > 200 ? 200 : x < -200 ? -200 : x == x ? x : 0;
    const double whole = nearest_integer(x);
    return exponential((x - whole) * 0.6931471805599453) *
           power_of_two(static_cast<std::int32_t>(whole));
}

/// ex2.approx.f32: the ISA promises 2 ulp.
struct Ex2 {
    float operator()(float a) const { return a != a ? a : static_cast<float>(power2(a)); }
};

/// lg2.approx.f32: absolute error 2^-22 near 1, relative 2^-22 elsewhere. log(m) is 2
/// atanh((m-1)/(m+1)).
struct Lg2 {
    float operator()(float a) const {
        const std::uint64_t bits = bits_of(double{a});
        const std::int32_t exponent =
            static_cast<std::int32_t>((bits - 0x3fe6a09e667f3bcdu) >> 52 & 0xfff);
        const std::int32_t k = exponent >= 0x800 ? exponent - 0x1000 : exponent;
        const double m = from_bits<double>(bits - (static_cast<std::uint64_t>(k) << 52));
        const double z = (m - 1) / (m + 1), z2 = z * z;
        double sum = 0;
        for (int n = 15; n > 0; n -= 2)
            sum = sum * z2 + 1.0 / n;
        const float finite = static_cast<float>(k + 2 * z * sum * 1.4426950408889634);
        if (a == 0)
            return -from_bits<float>(infinity_bits<float>);
        if (!(a > 0))
            return canonical_nan<float>();
        return bits_of(a) == infinity_bits<float> ? a : finite;
    }
};

/// Quarter turns taken off, in three parts of pi/2 of which the first two leave exact products for
/// up to 2^20 turns. The ISA bounds the error up to 100 pi only; far beyond nothing is left of the
/// angle's digits.
struct Turned {
    double angle;
    std::int64_t quarters;
};
inline Turned turn(double x) {
    const double turns = nearest_integer(x * 0.6366197723675814);
    const double angle =
        ((x - turns * 0x1.921fb544p0) - turns * 0x1.0b4611a6p-34) - turns * 0x1.3198a2e037073p-69;
    const bool far = !(turns < 0x1p50 && turns > -0x1p50);
    return {far || angle > 1 || angle < -1 ? 0 : angle, far ? 0 : static_cast<std::int64_t>(turns)};
}
inline double sine_of(Turned turned) {
    const double x2 = turned.angle * turned.angle;
    const double sine =
        turned.angle * (1 + x2 * (-1.0 / 6 + x2 * (1.0 / 120 + x2 * (-1.0 / 5040 + x2 / 362880))));
    const double cosine =
        1 + x2 * (-0.5 + x2 * (1.0 / 24 + x2 * (-1.0 / 720 + x2 * (1.0 / 40320 - x2 / 3628800))));
    const double value = turned.quarters & 1 ? cosine : sine;
    return turned.quarters & 2 ? -value : value;
}
/// sin.approx.f32 and cos.approx.f32: absolute error 2^-20.5 up to 2 pi, 2^-14.7 up to 100 pi.
struct Sine {
    float operator()(float a) const {
        if (a - a != 0)
            return canonical_nan<float>();
        return a == 0 ? a : static_cast<float>(sine_of(turn(a)));
    }
};
struct Cosine {
    float operator()(float a) const {
        if (a - a != 0)
            return canonical_nan<float>();
        const Turned turned = turn(a);
        return static_cast<float>(sine_of({turned.angle, turned.quarters + 1}));
    }
};

/// tanh.approx.f32: relative error 2^-11. Near zero the quotient would cancel, and the series is
/// exact.
struct Tanh {
    float operator()(float a) const {
        const double x = a, x2 = x * x;
        const double series = x * (1 + x2 * (-1.0 / 3 + x2 * (2.0 / 15 - x2 * (17.0 / 315))));
        const double e = power2(2 * 1.4426950408889634 * (x > 20 ? 20 : x < -20 ? -20 : x));
        const double value = x2 < 0.0025 ? series : (e - 1) / (e + 1);
        return a != a ? a : static_cast<float>(value);
    }
};

struct Rsqrt {
    template <class T>
    T operator()(T a) const {
        return static_cast<T>(1 / std::sqrt(static_cast<double>(a)));
    }
};
struct Sqrt {
    float operator()(float a) const { return std::sqrt(a); }
};
struct Rcp {
    float operator()(float a) const { return 1 / a; }
};
/// div.approx: a * (1/b). For 2^126 < |b| < 2^128 the reciprocal is a subnormal number that the
/// card flushes.
struct DivApprox {
    float operator()(float a, float b) const {
        const float size = std::fabs(b);
        const bool flushed = size > 0x1p126f && size <= 0x1.fffffep127f;
        return flushed ? a * std::copysign(0.0f, b) : a / b;
    }
};
struct DivFull {
    float operator()(float a, float b) const { return a / b; }
};

/// rcp.approx.ftz.f64 and its like read and write only the upper 32 bits.
inline double upper(double x) {
    return from_bits<double>(bits_of(x) & 0xffffffff00000000u);
}
template <class F>
struct Upper {
    double operator()(double a) const {
        return settle(upper(flush<true>(F()(flush<true>(upper(a))))));
    }
};
struct Reciprocal64 {
    double operator()(double a) const { return 1 / a; }
};
template <class F, bool ftz>
struct Float {
    template <class... T>
    auto operator()(T... operands) const {
        return settle(flush<ftz>(F()(flush<ftz>(operands)...)));
    }
};

template <class F>
Chosen choose_f32(const ptx::Instruction& i) {
    if (last_type(i) != ptx::Type::F32)
        return {};
    return chosen(i.has("ftz") ? &each<Float<F, true>, float, float>
                               : &each<Float<F, false>, float, float>,
                  ptx::Type::F32);
}
template <class F>
Chosen choose_divide(const ptx::Instruction& i) {
    return chosen(i.has("ftz") ? &each<Float<F, true>, float, float, float>
                               : &each<Float<F, false>, float, float, float>,
                  ptx::Type::F32);
}

Chosen choose_f64(const ptx::Instruction& i, std::string_view opcode) {
    using ptx::Type;
    if (opcode == "rcp" && i.has("ftz"))
        return chosen(&each<Upper<Reciprocal64>, double, double>, Type::F64);
    if (opcode == "rsqrt" && i.has("ftz"))
        return chosen(&each<Upper<Rsqrt>, double, double>, Type::F64);
    if (opcode == "rsqrt")
        return chosen(&each<Float<Rsqrt, false>, double, double>, Type::F64);
    return {};
}

/// The f32 function, rounded to the format.
template <class F, bool ftz>
struct OfHalf {
    template <class T>
    T operator()(T a) const {
        return flush_half<ftz>(narrow<T>(F()(widen(flush_half<ftz>(a)))));
    }
    template <class T>
    Pair<T> operator()(Pair<T> a) const {
        return {(*this)(a.low), (*this)(a.high)};
    }
};
template <class F>
Chosen choose_half(const ptx::Instruction& i) {
    const ptx::Type type = last_type(i);
    const bool ftz = i.has("ftz");
    return chosen(pick<F16, Pair<F16>, BF16, Pair<BF16>>(
                      type,
                      [&]<class T>(Tag<T>) -> Execute {
                          return ftz ? &each<OfHalf<F, true>, T, T> : &each<OfHalf<F, false>, T, T>;
                      }),
                  type);
}

Chosen choose_float_functions(const ptx::Instruction& i, const ptx::Function&) {
    const std::string_view opcode = opcode_of(i);
    if (!i.has("approx") && !i.has("full"))
        return {};
    if (last_type(i) == ptx::Type::F64)
        return choose_f64(i, opcode);
    if (last_type(i) != ptx::Type::F32)
        return opcode == "ex2"    ? choose_half<Ex2>(i)
               : opcode == "tanh" ? choose_half<Tanh>(i)
                                  : Chosen();
    if (opcode == "div")
        return i.has("full") ? choose_divide<DivFull>(i) : choose_divide<DivApprox>(i);
    if (opcode == "rcp")
        return choose_f32<Rcp>(i);
    if (opcode == "sqrt")
        return choose_f32<Sqrt>(i);
    if (opcode == "rsqrt")
        return choose_f32<Rsqrt>(i);
    if (opcode == "sin")
        return choose_f32<Sine>(i);
    if (opcode == "cos")
        return choose_f32<Cosine>(i);
    if (opcode == "lg2")
        return choose_f32<Lg2>(i);
    if (opcode == "ex2")
        return choose_f32<Ex2>(i);
    return opcode == "tanh" ? choose_f32<Tanh>(i) : Chosen();
}

} // namespace
} // namespace lockstep::simt::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace lockstep::simt {
HWY_EXPORT(choose_float_functions);

static constexpr std::string_view opcodes[] = {"div", "rcp", "sqrt", "rsqrt", "sin",
                                               "cos", "lg2", "ex2",  "tanh"};

extern const Semantics float_functions_semantics{
    .opcodes = opcodes,
    .choose =
        [](const ptx::Instruction& instruction, const ptx::Function& function) {
            return HWY_DYNAMIC_DISPATCH(choose_float_functions)(instruction, function);
        },
};
} // namespace lockstep::simt
#endif
