// SPDX-License-Identifier: MIT
// Conversion (PTX ISA 9.7.9, cvt) between all types. What programs do often has a loop of its own;
// the rest goes through 64 bits, from registers as wide as they are.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "sim/simt/semantics/conversion.cpp"
#include "sim/simt/semantics/targets.hpp"

#include <hwy/foreach_target.h>

#include "sim/simt/semantics/choose.hpp"
#include "sim/simt/semantics/lanes.hpp"
#include "sim/simt/semantics/often.hpp"

HWY_BEFORE_NAMESPACE();
namespace lockstep::simt::HWY_NAMESPACE {
namespace {

/// Reads the low bits of registers that may be wider than S.
template <class S, class Register>
void load_as(const std::byte* from, ValueOf<S>* values) {
    const Register* lanes = reinterpret_cast<const Register*>(from);
    for (int i = 0; i < 32; ++i)
        values[i] = static_cast<S>(lanes[i]);
}
template <class S>
HWY_NOINLINE void load_values(const std::byte* from, std::uint32_t log2_bytes, ValueOf<S>* values) {
    if constexpr (std::is_integral_v<S>) {
        switch (log2_bytes) {
        case 0:
            return load_as<S, std::uint8_t>(from, values);
        case 1:
            return load_as<S, std::uint16_t>(from, values);
        case 2:
            return load_as<S, std::uint32_t>(from, values);
        default:
            return load_as<S, std::uint64_t>(from, values);
        }
    } else {
        const S* lanes = reinterpret_cast<const S*>(from);
        for (int i = 0; i < 32; ++i)
            values[i] = widen(lanes[i]);
    }
}
/// Fills registers that may be wider than D: with copies of the sign, or zeros.
template <class D, class Register>
void store_as(std::byte* to, const D* result, Mask lanes) {
    alignas(64) Register wide[32];
    for (int i = 0; i < 32; ++i)
        wide[i] = static_cast<Register>(result[i]);
    store_lanes(reinterpret_cast<Register*>(to), wide, lanes);
}
template <class D>
HWY_NOINLINE void store_values(std::byte* to, std::uint32_t log2_bytes, const D* result,
                               Mask lanes) {
    if constexpr (std::is_integral_v<D>) {
        switch (log2_bytes) {
        case 0:
            return store_as<D, std::uint8_t>(to, result, lanes);
        case 1:
            return store_as<D, std::uint16_t>(to, result, lanes);
        case 2:
            return store_as<D, std::uint32_t>(to, result, lanes);
        default:
            return store_as<D, std::uint64_t>(to, result, lanes);
        }
    } else
        store_lanes(reinterpret_cast<D*>(to), result, lanes);
}

template <class D, class S>
D convert_one(ValueOf<S> value, const Conversion& how) {
    constexpr bool from_f32 = std::is_same_v<S, float>;
    if constexpr (std::is_integral_v<S> && std::is_integral_v<D>)
        return integer_to_integer<D>(value, how);
    else if constexpr (std::is_integral_v<S>)
        return integer_to_float<D>(value, how);
    else if constexpr (std::is_integral_v<D>)
        return float_to_integer<D, std::is_same_v<S, double>>(
            from_f32 && how.ftz ? flush<true>(static_cast<float>(value)) : value, how);
    else
        return float_to_float<D, from_f32>(value, how);
}
template <class D, class S>
void convert(std::byte* frame, const Op& op, Mask lanes) {
    alignas(64) ValueOf<S> values[32];
    alignas(64) D result[32];
    const Conversion how = conversion_of(op.detail);
    load_values<S>(frame + op.slots[1], op.detail >> source_shift & 3, values);
    for (int i = 0; i < 32; ++i)
        result[i] = convert_one<D, S>(values[i], how);
    store_values(frame + op.slots[0], op.detail >> destination_shift & 3, result, lanes);
}

/// d = {a, b} as halves: a above, b below.
template <class D>
void convert_pair(std::byte* frame, const Op& op, Mask lanes) {
    alignas(64) Pair<D> result[32];
    const Conversion how = conversion_of(op.detail);
    const float* a = lanes_at<const float>(frame, op.slots[1]);
    const float* b = lanes_at<const float>(frame, op.slots[2]);
    for (int i = 0; i < 32; ++i)
        result[i] = {float_to_float<D, true>(b[i], how), float_to_float<D, true>(a[i], how)};
    store_lanes(lanes_at<Pair<D>>(frame, op.slots[0]), result, lanes);
}

/// cvt.pack.sat: two integers clamped and put side by side, and below c if there is one.
template <class D, bool with_c>
struct PackClamped {
    template <class... C>
    std::uint32_t operator()(std::int32_t a, std::int32_t b, C... c) const {
        using U = std::make_unsigned_t<D>;
        constexpr int width = 8 * sizeof(D);
        const Conversion clamp{.saturate = true};
        const std::uint32_t high = static_cast<U>(integer_to_integer<D>(std::int64_t{a}, clamp));
        const std::uint32_t low = static_cast<U>(integer_to_integer<D>(std::int64_t{b}, clamp));
        if constexpr (with_c && width < 16)
            return ((c << (2 * width)) | ...) | high << width | low;
        else
            return high << width | low;
    }
};
Chosen choose_pack(const ptx::Instruction& i) {
    using ptx::Type;
    using U = std::uint32_t;
    using S = std::int32_t;
    if (i.types.empty())
        return {};
    const bool three = i.operands.size() == 4;
    Execute execute = nullptr;
    if (i.types[0] == Type::U8 && three)
        execute = &each<PackClamped<std::uint8_t, true>, U, S, S, U>;
    if (i.types[0] == Type::S8 && three)
        execute = &each<PackClamped<std::int8_t, true>, U, S, S, U>;
    if (i.types[0] == Type::U16 && !three)
        execute = &each<PackClamped<std::uint16_t, false>, U, S, S>;
    if (i.types[0] == Type::S16 && !three)
        execute = &each<PackClamped<std::int16_t, false>, U, S, S>;
    return chosen(execute, Type::S32, {{0, Type::B32}, {3, Type::B32}});
}

int register_bytes(const ptx::Operand& operand, ptx::Type type, const ptx::Function& function) {
    if (operand.form != ptx::Operand::Form::Register)
        return size_bytes(type);
    return size_bytes(function.registers[static_cast<std::size_t>(operand.index)].type);
}
std::uint32_t log2_of(int bytes) {
    return static_cast<std::uint32_t>(std::countr_zero(static_cast<unsigned>(bytes)));
}

std::uint32_t modifiers_of(const ptx::Instruction& i, bool to_integer) {
    const int word = which(i, "rn", "rz", "rm", "rp", "rna", "rni", "rzi", "rmi", "rpi");
    std::uint32_t detail = 0;
    if (word >= 5)
        detail = static_cast<std::uint32_t>(word - 5) | integral;
    else if (word >= 0)
        detail = static_cast<std::uint32_t>(word);
    else if (to_integer)
        detail = rzi;
    if (i.has("sat"))
        detail |= saturates;
    if (i.has("ftz"))
        detail |= flushes;
    if (i.has("relu"))
        detail |= relu;
    if (i.has("satfinite"))
        detail |= satfinite;
    return detail;
}

template <class S>
Execute from(ptx::Type d) {
    return pick<std::uint8_t, std::int8_t, std::uint16_t, std::int16_t, std::uint32_t, std::int32_t,
                std::uint64_t, std::int64_t, F16, BF16, float, double>(
        d, []<class D>(Tag<D>) -> Execute { return &convert<D, S>; });
}
Execute any(ptx::Type d, ptx::Type s) {
    return pick<std::uint8_t, std::int8_t, std::uint16_t, std::int16_t, std::uint32_t, std::int32_t,
                std::uint64_t, std::int64_t, F16, BF16, float, double>(
        s, [&]<class S>(Tag<S>) -> Execute { return from<S>(d); });
}

Chosen choose_conversion(const ptx::Instruction& i, const ptx::Function& function) {
    using ptx::Type;
    if (i.has("pack"))
        return choose_pack(i);
    if (i.types.size() != 2 || i.has("rs"))
        return {};
    const Type d = i.types[0], s = i.types[1];
    const bool to_integer = kind_of(d) != ptx::Kind::Float && kind_of(s) == ptx::Kind::Float;
    Chosen result = chosen(nullptr, s, {{0, d}});
    result.detail = modifiers_of(i, to_integer);
    if (d == Type::F16x2)
        result.execute = &convert_pair<F16>;
    else if (d == Type::BF16x2)
        result.execute = &convert_pair<BF16>;
    else if (d == Type::TF32)
        result.execute = &convert<TF32, float>;
    else {
        const int d_bytes = register_bytes(i.operands[0], d, function);
        const int s_bytes = register_bytes(i.operands[1], s, function);
        if (d_bytes == size_bytes(d) && s_bytes == size_bytes(s))
            result.execute = often(d, s, result.detail);
        else if (d_bytes == size_bytes(d) && !(result.detail & saturates))
            result.execute = cast_low(d, s, s_bytes);
        result.detail |= log2_of(d_bytes) << destination_shift | log2_of(s_bytes) << source_shift;
    }
    if (result.execute == nullptr)
        result.execute = any(d, s);
    if (s != Type::F32 && (d == Type::F16x2 || d == Type::BF16x2 || d == Type::TF32))
        return {};
    return result;
}

} // namespace
} // namespace lockstep::simt::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace lockstep::simt {
HWY_EXPORT(choose_conversion);

static constexpr std::string_view opcodes[] = {"cvt"};

extern const Semantics conversion_semantics{
    .opcodes = opcodes,
    .choose =
        [](const ptx::Instruction& instruction, const ptx::Function& function) {
            return HWY_DYNAMIC_DISPATCH(choose_conversion)(instruction, function);
        },
};
} // namespace lockstep::simt
#endif
