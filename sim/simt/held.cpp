// SPDX-License-Identifier: MIT
// Compiled once for each instruction set; the best one that the machine has is taken.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "sim/simt/held.cpp"
#include <hwy/foreach_target.h>
//
#include "sim/simt/held.hpp"

#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace lockstep::simt {
namespace HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

bool held_lanes(const std::uint64_t* lines, const std::uint64_t* addresses, std::uint64_t begin,
                Mask on, std::uint32_t claim, std::uint32_t words, int granule_bits) {
    const hn::CappedTag<std::uint64_t, 32> d;
    const hn::RebindToSigned<decltype(d)> indices;
    const std::size_t n = hn::Lanes(d);
    const auto leader = hn::Set(d, addresses[__builtin_ctz(on)]);
    const auto wanted = hn::Set(d, claim), low_half = hn::Set(d, 0xFFFFFFFFu);
    const auto seven = hn::Set(d, 7), group = hn::Set(d, ~std::uint64_t{63});
    auto missing = hn::Zero(d);
    for (std::size_t i = 0; i < 32; i += n) {
        const Mask part = on >> i;
        const auto mask = hn::LoadMaskBits(d, reinterpret_cast<const std::uint8_t*>(&part));
        const auto address = hn::IfThenElse(mask, hn::LoadU(d, addresses + i), leader);
        const auto word = hn::ShiftRightSame(hn::Sub(address, hn::Set(d, begin)), granule_bits);
        const auto line = hn::ShiftRight<5>(word);
        // seat_of()
        const auto seat =
            hn::Or(hn::And(line, group), hn::Or(hn::ShiftLeft<3>(hn::And(line, seven)),
                                                hn::And(hn::ShiftRight<3>(line), seven)));
        const auto held = hn::GatherIndex(d, lines, hn::BitCast(indices, seat));
        const auto needed = hn::Shl(hn::Set(d, words), hn::And(word, hn::Set(d, 31)));
        missing = hn::Or(missing, hn::AndNot(hn::ShiftRight<32>(held), needed));
        missing = hn::Or(missing, hn::Xor(hn::And(held, low_half), wanted));
    }
    return hn::AllTrue(d, hn::Eq(missing, hn::Zero(d)));
}

bool same_lines(const std::uint64_t* one, const std::uint64_t* other, Mask on) {
    const hn::CappedTag<std::uint64_t, 32> d;
    auto apart = hn::Zero(d);
    for (std::size_t i = 0; i < 32; i += hn::Lanes(d)) {
        const Mask part = on >> i;
        const auto mask = hn::LoadMaskBits(d, reinterpret_cast<const std::uint8_t*>(&part));
        const auto differ = hn::Xor(hn::LoadU(d, one + i), hn::LoadU(d, other + i));
        apart = hn::Or(apart, hn::IfThenElseZero(mask, differ));
    }
    const auto in_line = hn::Set(d, KnownLines::bytes - 1);
    return hn::AllTrue(d, hn::Eq(hn::AndNot(in_line, apart), hn::Zero(d)));
}

} // namespace HWY_NAMESPACE
} // namespace lockstep::simt
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
#include <algorithm>

namespace lockstep::simt {

HWY_EXPORT(held_lanes);
HWY_EXPORT(same_lines);

bool all_held(const std::uint64_t* lines, const std::uint64_t* addresses, std::uint64_t begin,
              Mask on, std::uint32_t claim, std::uint32_t words, int granule_bits) {
    return HWY_DYNAMIC_DISPATCH(held_lanes)(lines, addresses, begin, on, claim, words,
                                            granule_bits);
}

void KnownLines::keep(std::uint64_t number, const std::uint64_t* of, Mask lanes) {
    block = number;
    on = lanes;
    std::copy_n(of, 32, addresses);
}

bool KnownLines::hold(std::uint64_t number, const std::uint64_t* of, Mask lanes) const {
    return block == number && (lanes & ~on) == 0 &&
           HWY_DYNAMIC_DISPATCH(same_lines)(addresses, of, lanes);
}

} // namespace lockstep::simt
#endif
