// SPDX-License-Identifier: MIT
// Logic (PTX ISA 9.7.8). A predicate is combined for all lanes at once.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "sim/simt/semantics/logic.cpp"
#include "sim/simt/semantics/targets.hpp"

#include <hwy/foreach_target.h>

#include "sim/simt/semantics/choose.hpp"
#include "sim/simt/semantics/lanes.hpp"

HWY_BEFORE_NAMESPACE();
namespace lockstep::simt::HWY_NAMESPACE {
namespace {

struct And {
    template <class T>
    T operator()(T a, T b) const {
        return a & b;
    }
};
struct Or {
    template <class T>
    T operator()(T a, T b) const {
        return a | b;
    }
};
struct Xor {
    template <class T>
    T operator()(T a, T b) const {
        return a ^ b;
    }
};
struct Not {
    template <class T>
    T operator()(T a) const {
        return static_cast<T>(~a);
    }
};
struct Cnot { // the "not" of C
    template <class T>
    T operator()(T a) const {
        return a == 0;
    }
};

/// f ? x : y, bit by bit.
inline std::uint32_t mux(std::uint32_t f, std::uint32_t x, std::uint32_t y) {
    return (f & x) | (~f & y);
}
/// Bit 4a + 2b + c of the table is the result for these bits of a, b and c. The table is one for
/// all lanes.
void look_up(std::byte* frame, const Slot* slots, std::uint32_t* result) {
    const std::uint32_t table = *lanes_at<const std::uint32_t>(frame, slots[3]);
    std::uint32_t row[8];
    for (int k = 0; k < 8; ++k)
        row[k] = 0u - (table >> k & 1);
    const std::uint32_t* a = lanes_at<const std::uint32_t>(frame, slots[0]);
    const std::uint32_t* b = lanes_at<const std::uint32_t>(frame, slots[1]);
    const std::uint32_t* c = lanes_at<const std::uint32_t>(frame, slots[2]);
    for (int i = 0; i < 32; ++i)
        result[i] = mux(a[i], mux(b[i], mux(c[i], row[7], row[6]), mux(c[i], row[5], row[4])),
                        mux(b[i], mux(c[i], row[3], row[2]), mux(c[i], row[1], row[0])));
}
void lop3(std::byte* frame, const Op& op, Mask lanes) {
    alignas(64) std::uint32_t result[32];
    look_up(frame, &op.slots[1], result);
    store_lanes(lanes_at<std::uint32_t>(frame, op.slots[0]), result, lanes);
}

constexpr std::uint32_t with_or = 1, negated = 2; // of Op::detail
/// lop3.BoolOp d|p, a, b, c, table, q: p says also whether the result is other than 0.
void lop3_and_test(std::byte* frame, const Op& op, Mask lanes) {
    alignas(64) std::uint32_t result[32];
    alignas(64) std::uint8_t other[32];
    look_up(frame, &op.more[2], result);
    for (int i = 0; i < 32; ++i)
        other[i] = result[i] != 0;
    const Mask q = mask_at(frame, op.more[6]) ^ (op.detail & negated ? all_lanes : 0);
    const Mask test = gather_mask(other);
    store_lanes(lanes_at<std::uint32_t>(frame, op.more[0]), result, lanes);
    store_mask(frame, op.more[1], op.detail & with_or ? test | q : test & q, lanes);
}

/// Bit k of the detail: source k is negated.
template <class F>
void predicates(std::byte* frame, const Op& op, Mask lanes) {
    const Mask a = mask_at(frame, op.slots[1]) ^ (op.detail & 1 ? all_lanes : 0);
    if constexpr (std::is_same_v<F, Not>)
        store_mask(frame, op.slots[0], ~a, lanes);
    else {
        const Mask b = mask_at(frame, op.slots[2]) ^ (op.detail & 2 ? all_lanes : 0);
        store_mask(frame, op.slots[0], F()(a, b), lanes);
    }
}

template <class F, int sources>
Execute bits(ptx::Type type) {
    return pick<std::uint16_t, std::uint32_t, std::uint64_t>(type, []<class T>(Tag<T>) -> Execute {
        if constexpr (sources == 1)
            return &each<F, T, T>;
        else
            return &each<F, T, T, T>;
    });
}
template <class F, int sources>
Chosen choose_logic_of(const ptx::Instruction& i) {
    const ptx::Type type = last_type(i);
    if (type != ptx::Type::Pred)
        return chosen(bits<F, sources>(type), type);
    Chosen result = chosen(&predicates<F>, type);
    for (std::size_t k = 1; k < i.operands.size(); ++k)
        result.detail |= (i.operands[k].negated ? 1u : 0u) << (k - 1);
    return result;
}

Chosen choose_lop3(const ptx::Instruction& i) {
    using ptx::Type;
    const int combine = which(i, "and", "or");
    if (combine < 0)
        return chosen(&lop3, Type::B32);
    Chosen result = chosen(&lop3_and_test, Type::B32, {{1, Type::Pred}, {6, Type::Pred}});
    result.detail = (combine == 1 ? with_or : 0) | (i.operands.back().negated ? negated : 0);
    return result;
}

Chosen choose_logic(const ptx::Instruction& i, const ptx::Function&) {
    const std::string_view opcode = opcode_of(i);
    const ptx::Type type = last_type(i);
    if (opcode == "and")
        return choose_logic_of<And, 2>(i);
    if (opcode == "or")
        return choose_logic_of<Or, 2>(i);
    if (opcode == "xor")
        return choose_logic_of<Xor, 2>(i);
    if (opcode == "not")
        return choose_logic_of<Not, 1>(i);
    if (opcode == "cnot")
        return chosen(bits<Cnot, 1>(type), type);
    return choose_lop3(i);
}

} // namespace
} // namespace lockstep::simt::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace lockstep::simt {
HWY_EXPORT(choose_logic);

static constexpr std::string_view opcodes[] = {"and", "or", "xor", "not", "cnot", "lop3"};

extern const Semantics logic_semantics{
    .opcodes = opcodes,
    .choose =
        [](const ptx::Instruction& instruction, const ptx::Function& function) {
            return HWY_DYNAMIC_DISPATCH(choose_logic)(instruction, function);
        },
};
} // namespace lockstep::simt
#endif
