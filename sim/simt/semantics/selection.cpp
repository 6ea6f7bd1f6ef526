// SPDX-License-Identifier: MIT
// Selection (PTX ISA 9.7.6): selp by a predicate, slct by a sign.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "sim/simt/semantics/selection.cpp"
#include "sim/simt/semantics/targets.hpp"

#include <hwy/foreach_target.h>

#include "sim/simt/semantics/choose.hpp"
#include "sim/simt/semantics/floats.hpp"
#include "sim/simt/semantics/lanes.hpp"

HWY_BEFORE_NAMESPACE();
namespace lockstep::simt::HWY_NAMESPACE {
namespace {

constexpr std::uint32_t turned = 1; // of Op::detail: the predicate is negated

/// d = c ? a : b. Only the size of a lane matters.
template <class U>
void selp(std::byte* frame, const Op& op, Mask lanes) {
    const hn::CappedTag<U, 32> tag;
    const Mask c = mask_at(frame, op.slots[3]) ^ (op.detail & turned ? all_lanes : 0);
    const U* a = lanes_at<const U>(frame, op.slots[1]);
    const U* b = lanes_at<const U>(frame, op.slots[2]);
    U* d = lanes_at<U>(frame, op.slots[0]);
    for (std::size_t i = 0; i < 32; i += hn::Lanes(tag)) {
        const auto chosen =
            hn::IfThenElse(mask_from(tag, c, i), hn::Load(tag, a + i), hn::Load(tag, b + i));
        hn::BlendedStore(chosen, mask_from(tag, lanes, i), tag, d + i);
    }
}

/// d = c >= 0 ? a : b. NaN is not, and -0 is.
template <bool ftz>
struct Slct {
    template <class U, class C>
    U operator()(U a, U b, C c) const {
        return flush<ftz>(c) >= 0 ? a : b;
    }
};

template <class Function>
Execute pick_size(ptx::Type type, Function function) {
    switch (size_bytes(type)) {
    case 2:
        return function(Tag<std::uint16_t>());
    case 4:
        return function(Tag<std::uint32_t>());
    case 8:
        return function(Tag<std::uint64_t>());
    default:
        return nullptr;
    }
}

Chosen choose_selp(const ptx::Instruction& i) {
    const ptx::Type type = last_type(i);
    Chosen result = chosen(pick_size(type, []<class U>(Tag<U>) -> Execute { return &selp<U>; }),
                           type, {{3, ptx::Type::Pred}});
    result.detail = i.operands.back().negated ? turned : 0;
    return result;
}

Chosen choose_selection(const ptx::Instruction& i, const ptx::Function&) {
    using ptx::Type;
    if (opcode_of(i) == "selp")
        return choose_selp(i);
    if (i.types.size() != 2)
        return {};
    const bool ftz = i.has("ftz"), by_float = i.types[1] == Type::F32;
    const auto slct = [&]<class U>(Tag<U>) -> Execute {
        if (!by_float)
            return &each<Slct<false>, U, U, U, std::int32_t>;
        return ftz ? &each<Slct<true>, U, U, U, float> : &each<Slct<false>, U, U, U, float>;
    };
    return chosen(pick_size(i.types[0], slct), i.types[0], {{3, i.types[1]}});
}

} // namespace
} // namespace lockstep::simt::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace lockstep::simt {
HWY_EXPORT(choose_selection);

static constexpr std::string_view opcodes[] = {"selp", "slct"};

extern const Semantics selection_semantics{
    .opcodes = opcodes,
    .choose =
        [](const ptx::Instruction& instruction, const ptx::Function& function) {
            return HWY_DYNAMIC_DISPATCH(choose_selection)(instruction, function);
        },
};
} // namespace lockstep::simt
#endif
