// SPDX-License-Identifier: MIT
// Sums and differences of many words (PTX ISA 9.7.2): .cc writes the carry flag of a lane, and
// addc, subc and madc read it. A carry out of a subtraction is a borrow.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "sim/simt/semantics/integer_carry.cpp"
#include "sim/simt/semantics/targets.hpp"

#include <hwy/foreach_target.h>

#include "sim/simt/semantics/choose.hpp"
#include "sim/simt/semantics/lanes.hpp"

HWY_BEFORE_NAMESPACE();
namespace lockstep::simt::HWY_NAMESPACE {
namespace {

template <class T>
struct Sum {
    T value;
    std::uint8_t carry;
};

struct AddWith {
    template <class T>
    Sum<T> operator()(T a, T b, T carry) const {
        const T first = static_cast<T>(a + b), both = static_cast<T>(first + carry);
        return {both, static_cast<std::uint8_t>(first < a || both < first)};
    }
};
struct SubtractWith {
    template <class T>
    Sum<T> operator()(T a, T b, T borrow) const {
        const T first = static_cast<T>(a - b), both = static_cast<T>(first - borrow);
        return {both, static_cast<std::uint8_t>(a < b || first < borrow)};
    }
};
/// The low half of a product is the same for both signs, the high half is not.
template <class Product, bool high>
struct MultiplyAddWith {
    template <class T>
    Sum<T> operator()(T a, T b, T c, T carry) const {
        using Signed = std::conditional_t<std::is_signed_v<Product>, std::make_signed_t<T>, T>;
        const Product product = static_cast<Product>(static_cast<Product>(static_cast<Signed>(a)) *
                                                     static_cast<Product>(static_cast<Signed>(b)));
        return AddWith()(static_cast<T>(high ? product >> (8 * sizeof(T)) : product), c, carry);
    }
};

constexpr std::uint32_t reads_carry = 1, writes_carry = 2; // of Op::detail

template <class F, class T, int... sources>
void each_with_carry(std::byte* frame, const Op& op, Mask lanes) {
    alignas(64) T result[32];
    alignas(64) std::uint8_t in[32], out[32];
    spread_mask(op.detail & reads_carry ? mask_at(frame, carry_slot) : 0, in);
    for (int i = 0; i < 32; ++i) {
        const Sum<T> sum =
            F()(lanes_at<const T>(frame, op.slots[sources])[i]..., static_cast<T>(in[i]));
        result[i] = sum.value;
        out[i] = sum.carry;
    }
    store_lanes(lanes_at<T>(frame, op.slots[0]), result, lanes);
    if (op.detail & writes_carry)
        store_mask(frame, carry_slot, gather_mask(out), lanes);
}

template <class F>
Execute sum_of(ptx::Type type) {
    if (size_bytes(type) == 8)
        return &each_with_carry<F, std::uint64_t, 1, 2>;
    return &each_with_carry<F, std::uint32_t, 1, 2>;
}

template <bool high>
Execute product_of(ptx::Type type) {
    using ptx::Type;
    using U = std::uint32_t;
    using W = std::uint64_t;
    switch (type) {
    case Type::U64:
        return &each_with_carry<MultiplyAddWith<Unsigned128, high>, W, 1, 2, 3>;
    case Type::S64:
        return &each_with_carry<MultiplyAddWith<Signed128, high>, W, 1, 2, 3>;
    case Type::S32:
        return &each_with_carry<MultiplyAddWith<std::int64_t, high>, U, 1, 2, 3>;
    default:
        return &each_with_carry<MultiplyAddWith<W, high>, U, 1, 2, 3>;
    }
}

Chosen choose_integer_carry(const ptx::Instruction& i, const ptx::Function&) {
    const std::string_view opcode = opcode_of(i);
    const ptx::Type type = last_type(i);
    const bool reads = opcode.ends_with('c');
    const bool writes = i.has("cc");
    if ((!reads && !writes) || size_bytes(type) < 4)
        return {};
    Chosen result = chosen(nullptr, type);
    result.detail = (reads ? reads_carry : 0) | (writes ? writes_carry : 0);
    if (opcode.starts_with("add"))
        result.execute = sum_of<AddWith>(type);
    else if (opcode.starts_with("sub"))
        result.execute = sum_of<SubtractWith>(type);
    else
        result.execute = i.has("hi") ? product_of<true>(type) : product_of<false>(type);
    return result;
}

} // namespace
} // namespace lockstep::simt::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace lockstep::simt {
HWY_EXPORT(choose_integer_carry);

static constexpr std::string_view opcodes[] = {"add", "addc", "sub", "subc", "mad", "madc"};

extern const Semantics integer_carry_semantics{
    .opcodes = opcodes,
    .choose =
        [](const ptx::Instruction& instruction, const ptx::Function& function) {
            return HWY_DYNAMIC_DISPATCH(choose_integer_carry)(instruction, function);
        },
};
} // namespace lockstep::simt
#endif
