// SPDX-License-Identifier: MIT
// Compiled once for each instruction set; the best one that the machine has is taken.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "sim/simt/survey.cpp"
#include <hwy/foreach_target.h>
//
#include "sim/simt/survey.hpp"

#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace lockstep::simt {
namespace HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

/// `load(i)` gives the addresses of the lanes from i on.
template <class D, class Load>
Survey look(D d, Load load, std::uint64_t expected, std::uint32_t stride, Mask on,
            std::uint64_t* addresses) {
    const std::size_t n = hn::Lanes(d);
    auto low = hn::Set(d, ~std::uint64_t{0}), high = hn::Zero(d), bits = hn::Zero(d);
    auto differs = hn::Zero(d);
    auto expect = hn::Add(hn::Set(d, expected), hn::Mul(hn::Iota(d, 0), hn::Set(d, stride)));
    const auto advance = hn::Set(d, stride * n);
    for (std::size_t i = 0; i < 32; i += n) {
        const auto here = load(i);
        hn::Store(here, d, addresses + i);
        if (on == ~Mask{0}) {
            low = hn::Min(low, here);
            high = hn::Max(high, here);
            bits = hn::Or(bits, here);
            differs = hn::Or(differs, hn::Xor(here, expect));
        } else {
            const Mask part = on >> i;
            const auto mask = hn::LoadMaskBits(d, reinterpret_cast<const std::uint8_t*>(&part));
            low = hn::Min(low, hn::IfThenElse(mask, here, hn::Set(d, ~std::uint64_t{0})));
            const auto kept = hn::IfThenElseZero(mask, here);
            high = hn::Max(high, kept);
            bits = hn::Or(bits, kept);
            differs = hn::Or(differs, hn::IfThenElseZero(mask, hn::Xor(here, expect)));
        }
        expect = hn::Add(expect, advance);
    }
    const auto zero = hn::Zero(d);
    alignas(64) std::uint64_t all[64];
    hn::Store(bits, d, all);
    std::uint64_t ored = 0;
    for (std::size_t i = 0; i < n; ++i)
        ored |= all[i];
    return {hn::GetLane(hn::MinOfLanes(d, low)), hn::GetLane(hn::MaxOfLanes(d, high)), ored,
            hn::AllTrue(d, hn::Eq(differs, zero))};
}

Survey survey_lanes(const std::byte* slot, int address_bytes, std::uint64_t offset,
                    std::uint64_t base, std::uint32_t stride, Mask on, std::uint64_t* addresses) {
    const hn::CappedTag<std::uint64_t, 32> d;
    const auto leader = static_cast<unsigned>(__builtin_ctz(on));
    if (address_bytes == 8) {
        const auto* values = reinterpret_cast<const std::uint64_t*>(slot);
        const auto add = hn::Set(d, base + offset);
        const std::uint64_t expected = values[leader] + base + offset - leader * stride;
        return look(
            d, [&](std::size_t i) { return hn::Add(hn::Load(d, values + i), add); }, expected,
            stride, on, addresses);
    }
    const hn::Rebind<std::uint32_t, decltype(d)> half;
    const auto* values = reinterpret_cast<const std::uint32_t*>(slot);
    const auto add = hn::Set(half, static_cast<std::uint32_t>(offset));
    const auto window = hn::Set(d, base);
    const std::uint64_t expected =
        base + static_cast<std::uint32_t>(values[leader] + static_cast<std::uint32_t>(offset)) -
        leader * stride;
    return look(
        d,
        [&](std::size_t i) {
            return hn::Add(hn::PromoteTo(d, hn::Add(hn::Load(half, values + i), add)), window);
        },
        expected, stride, on, addresses);
}

} // namespace HWY_NAMESPACE
} // namespace lockstep::simt
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
#include "sim/simt/cast.hpp"

namespace lockstep::simt {

HWY_EXPORT(survey_lanes);

Survey survey(const std::byte* slot, int address_bytes, std::uint64_t offset, std::uint64_t base,
              std::uint32_t stride, Mask on, std::uint64_t* addresses) {
    return HWY_DYNAMIC_DISPATCH(survey_lanes)(slot, address_bytes, offset, base, stride, on,
                                              addresses);
}

static int count_bits(std::uint64_t bits) {
    return static_cast<int>(count_lanes(static_cast<Mask>(bits)) +
                            count_lanes(static_cast<Mask>(bits >> 32)));
}

static int count_sparse(const std::uint64_t* addresses, Mask on, int shift) {
    // An open hash table of 64 places; at most half of them get used.
    std::uint64_t table[64];
    std::uint64_t used = 0;
    for (; on != 0; on &= on - 1) {
        const std::uint64_t value = addresses[__builtin_ctz(on)] >> shift;
        std::uint64_t place = (value * 0x9E3779B97F4A7C15u) >> 58;
        while ((used >> place & 1) != 0 && table[place] != value)
            place = (place + 1) & 63;
        table[place] = value;
        used |= std::uint64_t{1} << place;
    }
    return count_bits(used);
}

int count_distinct(const std::uint64_t* addresses, Mask on, const Survey& survey, int shift) {
    const std::uint64_t first = survey.first >> shift;
    const std::uint64_t range = (survey.last >> shift) - first;
    if (range >= 64)
        return count_sparse(addresses, on, shift);
    std::uint64_t seen = 0;
    for (; on != 0; on &= on - 1)
        seen |= std::uint64_t{1} << ((addresses[__builtin_ctz(on)] >> shift) - first);
    return count_bits(seen);
}

} // namespace lockstep::simt
#endif
