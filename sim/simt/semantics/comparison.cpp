// SPDX-License-Identifier: MIT
// Comparison and selection (PTX ISA 9.7.6 and 9.7.7): setp and set.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "sim/simt/semantics/comparison.cpp"
#include "sim/simt/semantics/targets.hpp"

#include <hwy/foreach_target.h>

#include "sim/simt/semantics/choose.hpp"
#include "sim/simt/semantics/compare.hpp"
#include "sim/simt/semantics/lanes.hpp"

HWY_BEFORE_NAMESPACE();
namespace lockstep::simt::HWY_NAMESPACE {
namespace {

// Op::detail
constexpr std::uint32_t opposite = 1;      // the comparison's result is turned round
constexpr std::uint32_t with_second = 2;   // setp writes p|q
constexpr std::uint32_t c_negated = 4;     // the predicate source is !c
constexpr std::uint32_t combine_shift = 3; // two bits, 0: no c, 1: and, 2: or, 3: xor
constexpr std::uint32_t set_shift = 5;     // 0: setp; else one more than an index into what_true_is

Mask combine(Mask t, Mask c, std::uint32_t detail) {
    c ^= detail & c_negated ? all_lanes : 0;
    switch (detail >> combine_shift & 3) {
    case 1:
        return t & c;
    case 2:
        return t | c;
    case 3:
        return t ^ c;
    default:
        return t;
    }
}
/// The predicate c, or nothing.
Mask source_predicate(std::byte* frame, const Op& op, std::size_t operand) {
    return op.detail >> combine_shift & 3 ? mask_at(frame, op.slots[operand]) : 0;
}

/// set: 1 in the format for floats, all ones for integers.
struct True {
    ptx::Type type;
    std::uint32_t bits;
};
constexpr True what_true_is[] = {
    {ptx::Type::U32, 0xffffffffu}, {ptx::Type::S32, 0xffffffffu}, {ptx::Type::F32, 0x3f800000u},
    {ptx::Type::U16, 0xffffu},     {ptx::Type::S16, 0xffffu},     {ptx::Type::F16, 0x3c00u},
    {ptx::Type::BF16, 0x3f80u},    {ptx::Type::F16x2, 0x3c00u},   {ptx::Type::BF16x2, 0x3f80u},
};
template <class D>
void write_set(std::byte* frame, const Op& op, Mask t, std::uint32_t yes, Mask lanes) {
    alignas(64) D result[32];
    for (int i = 0; i < 32; ++i)
        result[i] = static_cast<D>((t >> i & 1) * yes);
    store_lanes(lanes_at<D>(frame, op.slots[0]), result, lanes);
}
HWY_NOINLINE void set(std::byte* frame, const Op& op, Mask t, Mask lanes) {
    const std::uint32_t yes = what_true_is[(op.detail >> set_shift) - 1].bits;
    t = combine(t, source_predicate(frame, op, 3), op.detail);
    if (yes > 0xffff)
        write_set<std::uint32_t>(frame, op, t, yes, lanes);
    else
        write_set<std::uint16_t>(frame, op, t, yes, lanes);
}

/// setp, and set as well, which does the same with another ending.
template <class Compare, bool ftz, class T>
void compare(std::byte* frame, const Op& op, Mask lanes) {
    const std::size_t first = op.detail & with_second ? 2 : 1;
    const Mask t = compare_lanes<Compare, ftz>(lanes_at<const T>(frame, op.slots[first]),
                                               lanes_at<const T>(frame, op.slots[first + 1])) ^
                   (op.detail & opposite ? all_lanes : 0);
    if (op.detail >> set_shift)
        return set(frame, op, t, lanes);
    const Mask c = source_predicate(frame, op, first + 2);
    store_mask(frame, op.slots[0], combine(t, c, op.detail), lanes);
    if (op.detail & with_second)
        store_mask(frame, op.slots[1], combine(~t, c, op.detail), lanes);
}

/// setp of pairs: p is for the low halves, q for the high ones.
template <class Compare, bool ftz, class T>
void compare_pairs(std::byte* frame, const Op& op, std::size_t first, Mask* low, Mask* high) {
    alignas(64) T a[2][32], b[2][32];
    const Pair<T>* x = lanes_at<const Pair<T>>(frame, op.slots[first]);
    const Pair<T>* y = lanes_at<const Pair<T>>(frame, op.slots[first + 1]);
    for (int i = 0; i < 32; ++i) {
        a[0][i] = x[i].low, a[1][i] = x[i].high;
        b[0][i] = y[i].low, b[1][i] = y[i].high;
    }
    const Mask turned = op.detail & opposite ? all_lanes : 0;
    *low = compare_lanes<Compare, ftz>(a[0], b[0]) ^ turned;
    *high = compare_lanes<Compare, ftz>(a[1], b[1]) ^ turned;
}
template <class Compare, bool ftz, class T>
void setp_pairs(std::byte* frame, const Op& op, Mask lanes) {
    Mask low = 0, high = 0;
    compare_pairs<Compare, ftz, T>(frame, op, 2, &low, &high);
    const Mask c = source_predicate(frame, op, 4);
    store_mask(frame, op.slots[0], combine(low, c, op.detail), lanes);
    store_mask(frame, op.slots[1], combine(high, c, op.detail), lanes);
}

/// set of pairs: each half of d for itself.
template <class Compare, bool ftz, class T>
void set_pairs(std::byte* frame, const Op& op, Mask lanes) {
    Mask t[2] = {};
    compare_pairs<Compare, ftz, T>(frame, op, 1, &t[0], &t[1]);
    const Mask c = source_predicate(frame, op, 3);
    const std::uint32_t yes = what_true_is[(op.detail >> set_shift) - 1].bits & 0xffff;
    alignas(64) std::uint32_t result[32] = {};
    for (int half = 0; half < 2; ++half) {
        const Mask answers = combine(t[half], c, op.detail);
        for (int i = 0; i < 32; ++i)
            result[i] |= (answers >> i & 1) * (yes << (16 * half));
    }
    store_lanes(lanes_at<std::uint32_t>(frame, op.slots[0]), result, lanes);
}

/// Which comparison, and whether it is the opposite of one. Opposites are true when an operand is
/// NaN.
struct Comparison {
    int base = -1;
    bool turned = false;
};
Comparison comparison_of(const ptx::Instruction& i, bool floats) {
    const int word = which(i, "eq", "ne", "lt", "le", "gt", "ge", "num", "neu", "equ", "geu", "gtu",
                           "leu", "ltu", "nan", "lo", "ls", "hi", "hs");
    if (word < 0)
        return {};
    if (!floats && word == 1)
        return {0, true};
    if (word < 7)
        return {word, false};
    if (word < 14)
        return {word - 7, true};
    return {word - 14 + 2, false};
}
template <class Function>
Execute pick_comparison(int base, Function function) {
    switch (base) {
    case 0:
        return function(Tag<Equal>());
    case 1:
        return function(Tag<Unequal>());
    case 2:
        return function(Tag<Less>());
    case 3:
        return function(Tag<LessOrEqual>());
    case 4:
        return function(Tag<Greater>());
    case 5:
        return function(Tag<GreaterOrEqual>());
    case 6:
        return function(Tag<BothNumbers>());
    default:
        return nullptr;
    }
}

/// Op::detail, but for what is written.
std::uint32_t detail_of(const ptx::Instruction& i, Comparison comparison) {
    const int boolean = which(i, "and", "or", "xor");
    std::uint32_t detail = static_cast<std::uint32_t>(boolean + 1) << combine_shift;
    if (comparison.turned)
        detail |= opposite;
    if (boolean >= 0 && i.operands.back().negated)
        detail |= c_negated;
    return detail;
}

template <class T>
Execute compare_of(int base, bool ftz) {
    return pick_comparison(base, [&]<class Compare>(Tag<Compare>) -> Execute {
        if constexpr (std::is_same_v<Compare, BothNumbers> && std::is_integral_v<T>)
            return nullptr;
        else if constexpr (std::is_same_v<T, float> || std::is_same_v<T, F16>)
            return ftz ? &compare<Compare, true, T> : &compare<Compare, false, T>;
        else
            return &compare<Compare, false, T>;
    });
}
Execute pick_compare(ptx::Type type, int base, bool ftz) {
    return pick<std::uint16_t, std::int16_t, std::uint32_t, std::int32_t, std::uint64_t,
                std::int64_t, float, double, F16, BF16>(
        type, [&]<class T>(Tag<T>) -> Execute { return compare_of<T>(base, ftz); });
}
template <class T>
Execute pairs_of(int base, bool ftz, bool is_set) {
    return pick_comparison(base, [&]<class Compare>(Tag<Compare>) -> Execute {
        if (is_set)
            return ftz ? &set_pairs<Compare, true, T> : &set_pairs<Compare, false, T>;
        return ftz ? &setp_pairs<Compare, true, T> : &setp_pairs<Compare, false, T>;
    });
}

Chosen choose_setp(const ptx::Instruction& i) {
    using ptx::Type;
    const Type type = last_type(i);
    const bool pairs = type == Type::F16x2 || type == Type::BF16x2;
    const Comparison comparison = comparison_of(i, kind_of(type) == ptx::Kind::Float);
    const std::size_t operands = operands_of(i).size();
    const bool second = i.operands[0].form == ptx::Operand::Form::List;
    const bool ftz = i.has("ftz");
    Execute execute = pairs ? nullptr : pick_compare(type, comparison.base, ftz);
    if (type == Type::F16x2 && second)
        execute = pairs_of<F16>(comparison.base, ftz, false);
    if (type == Type::BF16x2 && second)
        execute = pairs_of<BF16>(comparison.base, ftz, false);
    Chosen result = chosen(execute, type, {{0, Type::Pred}});
    result.detail = detail_of(i, comparison) | (second && !pairs ? with_second : 0);
    if (second)
        result.types[1] = Type::Pred;
    if (result.detail >> combine_shift & 3)
        result.types[operands - 1] = Type::Pred;
    return result;
}

Chosen choose_set(const ptx::Instruction& i) {
    using ptx::Type;
    if (i.types.size() != 2)
        return {};
    const Type d = i.types[0], type = i.types[1];
    const Comparison comparison = comparison_of(i, kind_of(type) == ptx::Kind::Float);
    std::uint32_t row = 0;
    while (row < std::size(what_true_is) && what_true_is[row].type != d)
        ++row;
    if (row == std::size(what_true_is))
        return {};
    const bool ftz = i.has("ftz");
    Execute execute = pick_compare(type, comparison.base, ftz);
    if (size_bytes(d) == 4 && type == Type::F16x2)
        execute = pairs_of<F16>(comparison.base, ftz, true);
    if (size_bytes(d) == 4 && type == Type::BF16x2)
        execute = pairs_of<BF16>(comparison.base, ftz, true);
    Chosen result = chosen(execute, type, {{0, d}, {3, Type::Pred}});
    result.detail = detail_of(i, comparison) | (row + 1) << set_shift;
    return result;
}

Chosen choose_comparison(const ptx::Instruction& i, const ptx::Function&) {
    return opcode_of(i) == "setp" ? choose_setp(i) : choose_set(i);
}

} // namespace
} // namespace lockstep::simt::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace lockstep::simt {
HWY_EXPORT(choose_comparison);

static constexpr std::string_view opcodes[] = {"setp", "set"};

extern const Semantics comparison_semantics{
    .opcodes = opcodes,
    .choose =
        [](const ptx::Instruction& instruction, const ptx::Function& function) {
            return HWY_DYNAMIC_DISPATCH(choose_comparison)(instruction, function);
        },
};
} // namespace lockstep::simt
#endif
