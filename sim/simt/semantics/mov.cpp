// SPDX-License-Identifier: MIT
// Moves (PTX ISA 9.7.9): a register to another, several small ones into a large one, and back.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "sim/simt/semantics/mov.cpp"
#include "sim/simt/semantics/targets.hpp"

#include <algorithm>
#include <hwy/foreach_target.h>

#include "sim/simt/semantics/choose.hpp"
#include "sim/simt/semantics/lanes.hpp"

HWY_BEFORE_NAMESPACE();
namespace lockstep::simt::HWY_NAMESPACE {
namespace {

struct Same {
    template <class U>
    U operator()(U a) const {
        return a;
    }
};

constexpr std::uint32_t negated = 1; // of Op::detail
void move_predicate(std::byte* frame, const Op& op, Mask lanes) {
    const Mask a = mask_at(frame, op.slots[1]) ^ (op.detail & negated ? all_lanes : 0);
    store_mask(frame, op.slots[0], a, lanes);
}

/// 16 bytes are no lane of a vector.
struct Large {
    std::uint64_t low, high;
};
void store_large(Large* d, const Large* result, Mask lanes) {
    for (int i = 0; i < 32; ++i)
        if (lanes >> i & 1)
            d[i] = result[i];
}
void move_large(std::byte* frame, const Op& op, Mask lanes) {
    store_large(lanes_at<Large>(frame, op.slots[0]), lanes_at<const Large>(frame, op.slots[1]),
                lanes);
}

/// d = {a, b, ...}: the first of `count` parts lies lowest.
template <class Part, int count>
void pack(std::byte* frame, const Op& op, Mask lanes) {
    using Whole = Bits<sizeof(Part) * count>;
    alignas(64) Whole result[32] = {};
    for (int k = 0; k < count; ++k) {
        const Part* part = lanes_at<const Part>(frame, op.slots[static_cast<std::size_t>(k + 1)]);
        for (int i = 0; i < 32; ++i)
            result[i] |= static_cast<Whole>(static_cast<Whole>(part[i]) << (8 * sizeof(Part) * k));
    }
    store_lanes(lanes_at<Whole>(frame, op.slots[0]), result, lanes);
}
/// {a, b, ...} = d
template <class Part, int count>
void unpack(std::byte* frame, const Op& op, Mask lanes) {
    using Whole = Bits<sizeof(Part) * count>;
    alignas(64) Part result[count][32];
    const Whole* whole = lanes_at<const Whole>(frame, op.slots[count]);
    for (int k = 0; k < count; ++k)
        for (int i = 0; i < 32; ++i)
            result[k][i] = static_cast<Part>(whole[i] >> (8 * sizeof(Part) * k));
    for (int k = 0; k < count; ++k)
        store_lanes(lanes_at<Part>(frame, op.slots[static_cast<std::size_t>(k)]), result[k], lanes);
}
/// The same with 128 bits, of which a part is a piece of memory.
template <class Part, int count>
void pack_large(std::byte* frame, const Op& op, Mask lanes) {
    alignas(64) Part result[32][count];
    alignas(64) Large whole[32];
    for (int k = 0; k < count; ++k)
        for (int i = 0; i < 32; ++i)
            result[i][k] =
                lanes_at<const Part>(frame, op.slots[static_cast<std::size_t>(k + 1)])[i];
    // Only parts that make up 128 bits ever come here; the others are merely instantiated.
    std::memcpy(whole, result, std::min(sizeof whole, sizeof result));
    store_large(lanes_at<Large>(frame, op.slots[0]), whole, lanes);
}
template <class Part, int count>
void unpack_large(std::byte* frame, const Op& op, Mask lanes) {
    alignas(64) Part result[count][32];
    const Part* whole = lanes_at<const Part>(frame, op.slots[count]);
    for (int k = 0; k < count; ++k)
        for (int i = 0; i < 32; ++i)
            result[k][i] = whole[i * count + k];
    for (int k = 0; k < count; ++k)
        store_lanes(lanes_at<Part>(frame, op.slots[static_cast<std::size_t>(k)]), result[k], lanes);
}

template <template <class, int> class Either>
Execute pick_parts(int size, std::size_t count) {
    if (size == 2 && count == 2)
        return Either<std::uint8_t, 2>::execute;
    if (size == 4 && count == 4)
        return Either<std::uint8_t, 4>::execute;
    if (size == 4 && count == 2)
        return Either<std::uint16_t, 2>::execute;
    if (size == 8 && count == 4)
        return Either<std::uint16_t, 4>::execute;
    if (size == 8 && count == 2)
        return Either<std::uint32_t, 2>::execute;
    if (size == 16 && count == 4)
        return Either<std::uint32_t, 4>::execute;
    if (size == 16 && count == 2)
        return Either<std::uint64_t, 2>::execute;
    return nullptr;
}
template <class Part, int count>
struct Packs {
    static constexpr Execute execute =
        sizeof(Part) * count == 16 ? &pack_large<Part, count> : &pack<Part, count>;
};
template <class Part, int count>
struct Unpacks {
    static constexpr Execute execute =
        sizeof(Part) * count == 16 ? &unpack_large<Part, count> : &unpack<Part, count>;
};

ptx::Type part_type(int size) {
    using ptx::Type;
    return size == 1 ? Type::B8 : size == 2 ? Type::B16 : size == 4 ? Type::B32 : Type::B64;
}
Chosen choose_parts(const ptx::Instruction& i, ptx::Type type, std::size_t count, bool packs) {
    const int size = size_bytes(type);
    Chosen result =
        chosen(packs ? pick_parts<Packs>(size, count) : pick_parts<Unpacks>(size, count),
               part_type(size / static_cast<int>(count)));
    result.types[packs ? 0 : i.operands[0].parts.size()] = type;
    return result;
}

Chosen choose_mov(const ptx::Instruction& i, const ptx::Function&) {
    using ptx::Type;
    constexpr auto list = ptx::Operand::Form::List;
    if (i.operands.size() != 2)
        return {};
    const Type type = last_type(i);
    const std::size_t written = i.operands[0].parts.size(), read = i.operands[1].parts.size();
    if (i.operands[0].form == list)
        return choose_parts(i, type, written, false);
    if (i.operands[1].form == list)
        return choose_parts(i, type, read, true);
    if (type == Type::Pred) {
        Chosen result = chosen(&move_predicate, type);
        result.detail = i.operands[1].negated ? negated : 0;
        return result;
    }
    switch (size_bytes(type)) {
    case 2:
        return chosen(&each<Same, std::uint16_t, std::uint16_t>, type);
    case 4:
        return chosen(&each<Same, std::uint32_t, std::uint32_t>, type);
    case 8:
        return chosen(&each<Same, std::uint64_t, std::uint64_t>, type);
    case 16:
        return chosen(&move_large, type);
    default:
        return {};
    }
}

} // namespace
} // namespace lockstep::simt::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace lockstep::simt {
HWY_EXPORT(choose_mov);

static constexpr std::string_view opcodes[] = {"mov"};

extern const Semantics mov_semantics{
    .opcodes = opcodes,
    .choose =
        [](const ptx::Instruction& instruction, const ptx::Function& function) {
            return HWY_DYNAMIC_DISPATCH(choose_mov)(instruction, function);
        },
};
} // namespace lockstep::simt
#endif
