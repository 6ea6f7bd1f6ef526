// SPDX-License-Identifier: MIT
// The conversions that programs do often, each with a loop of its own. Included once for each
// instruction set, like lanes.hpp.
#if defined(LOCKSTEP_SIMT_OFTEN) == defined(HWY_TARGET_TOGGLE)
#ifdef LOCKSTEP_SIMT_OFTEN
#undef LOCKSTEP_SIMT_OFTEN
#else
#define LOCKSTEP_SIMT_OFTEN
#endif

#include "sim/simt/semantics/convert.hpp"
#include "sim/simt/semantics/lanes.hpp"

HWY_BEFORE_NAMESPACE();
namespace lockstep::simt::HWY_NAMESPACE {
namespace {

// Op::detail: the modifiers, and how wide the two registers are.
constexpr std::uint32_t rounding_mask = 7, integral = 8, saturates = 16, flushes = 32, relu = 64,
                        satfinite = 128;
constexpr std::uint32_t source_shift = 8, destination_shift = 10; // log2 of the bytes

Conversion conversion_of(std::uint32_t detail) {
    return {.rounding = static_cast<Rounding>(detail & rounding_mask),
            .integral = (detail & integral) != 0,
            .saturate = (detail & saturates) != 0,
            .ftz = (detail & flushes) != 0,
            .relu = (detail & relu) != 0,
            .satfinite = (detail & satfinite) != 0};
}

template <class D>
struct Cast {
    template <class S>
    D operator()(S a) const {
        return static_cast<D>(a);
    }
};
struct Settled {
    double operator()(float a) const { return settle(double{a}); }
    float operator()(double a) const { return settle(static_cast<float>(a)); }
};
/// Towards zero. Beyond the ends of D it is the end, and NaN is 0.
template <class D>
struct Truncate {
    D operator()(float a) const {
        constexpr float end = std::is_signed_v<D> ? 0x1p31f : 0x1p32f;
        constexpr float low = std::is_signed_v<D> ? -end : 0;
        const float inside = a > low ? (a < end ? a : 0) : low; // NaN becomes `low`
        const D truncated = static_cast<D>(inside);
        return a != a ? D(0) : a >= end ? std::numeric_limits<D>::max() : truncated;
    }
};
/// To the nearest whole number, down or up: in f64, where adding 1.5 * 2^52 leaves no room for a
/// fraction.
template <Rounding mode>
struct ToWhole {
    std::int32_t operator()(float a) const {
        const double inside = a > -0x1p31f ? (a < 0x1p31f ? a : 0x1p31) : -0x1p31;
        const double nearest = (inside + 0x1.8p52) - 0x1.8p52;
        const double whole = mode == Rounding::Down && nearest > inside ? nearest - 1
                             : mode == Rounding::Up && nearest < inside ? nearest + 1
                                                                        : nearest;
        const std::int32_t result =
            static_cast<std::int32_t>(whole < 0x1p31 ? whole : 0x1.fffffffcp30);
        return a != a ? 0 : result;
    }
};
/// The low bits of a register that is wider than S.
template <class D, class S>
struct CastLow {
    template <class Register>
    D operator()(Register a) const {
        return static_cast<D>(static_cast<S>(a));
    }
};
struct Widen {
    float operator()(F16 a) const { return settle(widen(a)); }
    float operator()(BF16 a) const { return settle(widen(a)); }
};
template <class D>
struct Narrow {
    D operator()(float a) const { return narrow<D>(a); }
};

template <Rounding mode>
constexpr std::uint32_t to_whole = static_cast<std::uint32_t>(mode) | integral;
struct Often {
    ptx::Type d, s;
    std::uint32_t detail; ///< rounding and modifiers
    Execute execute;
};
constexpr std::uint32_t rn = static_cast<std::uint32_t>(Rounding::Nearest);
constexpr std::uint32_t rzi = static_cast<std::uint32_t>(Rounding::Zero) | integral;
constexpr Often done_often[] = {
    {ptx::Type::F32, ptx::Type::S32, rn, &each<Cast<float>, float, std::int32_t>},
    {ptx::Type::F64, ptx::Type::S32, rn, &each<Cast<double>, double, std::int32_t>},
    {ptx::Type::F64, ptx::Type::U32, rn, &each<Cast<double>, double, std::uint32_t>},
    {ptx::Type::F64, ptx::Type::F32, rn, &each<Settled, double, float>},
    {ptx::Type::F32, ptx::Type::F64, rn, &each<Settled, float, double>},
    {ptx::Type::S32, ptx::Type::F32, rzi, &each<Truncate<std::int32_t>, std::int32_t, float>},
    {ptx::Type::U32, ptx::Type::F32, rzi, &each<Truncate<std::uint32_t>, std::uint32_t, float>},
    {ptx::Type::S32, ptx::Type::F32, to_whole<Rounding::Nearest>,
     &each<ToWhole<Rounding::Nearest>, std::int32_t, float>},
    {ptx::Type::S32, ptx::Type::F32, to_whole<Rounding::Down>,
     &each<ToWhole<Rounding::Down>, std::int32_t, float>},
    {ptx::Type::S32, ptx::Type::F32, to_whole<Rounding::Up>,
     &each<ToWhole<Rounding::Up>, std::int32_t, float>},
    {ptx::Type::F32, ptx::Type::U32, rn, &each<Cast<float>, float, std::uint32_t>},
    {ptx::Type::F32, ptx::Type::S64, rn, &each<Cast<float>, float, std::int64_t>},
    {ptx::Type::F32, ptx::Type::U64, rn, &each<Cast<float>, float, std::uint64_t>},
    {ptx::Type::F64, ptx::Type::S64, rn, &each<Cast<double>, double, std::int64_t>},
    {ptx::Type::F64, ptx::Type::U64, rn, &each<Cast<double>, double, std::uint64_t>},
    {ptx::Type::F32, ptx::Type::F16, rn, &each<Widen, float, F16>},
    {ptx::Type::F32, ptx::Type::BF16, rn, &each<Widen, float, BF16>},
    {ptx::Type::F16, ptx::Type::F32, rn, &each<Narrow<F16>, F16, float>},
    {ptx::Type::BF16, ptx::Type::F32, rn, &each<Narrow<BF16>, BF16, float>},
};

/// Integers without .sat: bits are cut off, or copies of the sign added.
template <class S>
Execute cast_from(int bytes) {
    switch (bytes) {
    case 2:
        return &each<Cast<std::uint16_t>, std::uint16_t, S>;
    case 4:
        return &each<Cast<std::uint32_t>, std::uint32_t, S>;
    default:
        return &each<Cast<std::uint64_t>, std::uint64_t, S>;
    }
}

/// From registers that are wider than the type, as those of char and short variables are.
template <class S, class Register>
Execute cast_low_to(int bytes) {
    if (bytes == 2)
        return &each<CastLow<std::uint16_t, S>, std::uint16_t, Register>;
    if (bytes == 4)
        return &each<CastLow<std::uint32_t, S>, std::uint32_t, Register>;
    return nullptr;
}
inline Execute cast_low(ptx::Type d, ptx::Type s, int source_bytes) {
    if (kind_of(d) == ptx::Kind::Float || size_bytes(d) == 1)
        return nullptr;
    return pick<std::uint8_t, std::int8_t, std::uint16_t, std::int16_t>(
        s, [&]<class S>(Tag<S>) -> Execute {
            if (source_bytes == 4)
                return cast_low_to<S, std::uint32_t>(size_bytes(d));
            if (source_bytes == 2)
                return cast_low_to<S, std::uint16_t>(size_bytes(d));
            return nullptr;
        });
}

/// Null: not one of these. The registers are as wide as the types.
inline Execute often(ptx::Type d, ptx::Type s, std::uint32_t detail) {
    for (const Often& one : done_often)
        if (one.d == d && one.s == s && one.detail == detail)
            return one.execute;
    if (kind_of(d) == ptx::Kind::Float || (detail & saturates) || size_bytes(d) == 1)
        return nullptr;
    return pick_integer(s, [&]<class S>(Tag<S>) -> Execute { return cast_from<S>(size_bytes(d)); });
}

} // namespace
} // namespace lockstep::simt::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();
#endif
