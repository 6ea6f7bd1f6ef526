// SPDX-License-Identifier: MIT
// Applies an operation, written for one lane, to the 32 lanes of a frame. Included once for each
// instruction set: the loops are vectorised with the instructions of that set, and a mask becomes
// the set's own kind of mask. Its guard is the one that Highway knows for such headers.
#if defined(LOCKSTEP_SIMT_LANES) == defined(HWY_TARGET_TOGGLE)
#ifdef LOCKSTEP_SIMT_LANES
#undef LOCKSTEP_SIMT_LANES
#else
#define LOCKSTEP_SIMT_LANES
#endif

#include "sim/simt/semantics/types.hpp"

#include <hwy/highway.h>

#include <cstring>
#include <utility>

HWY_BEFORE_NAMESPACE();
namespace lockstep::simt::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

inline constexpr Mask all_lanes = 0xffffffffu;

/// The unsigned integer of a lane's size: moving lanes about needs no more.
template <std::size_t size>
using Bits = std::conditional_t<
    size == 1, std::uint8_t,
    std::conditional_t<size == 2, std::uint16_t,
                       std::conditional_t<size == 4, std::uint32_t, std::uint64_t>>>;

template <class T>
T* lanes_at(std::byte* frame, Slot slot) {
    return reinterpret_cast<T*>(__builtin_assume_aligned(frame + slot, 64));
}

inline Mask& mask_at(std::byte* frame, Slot slot) {
    return *reinterpret_cast<Mask*>(frame + slot);
}

/// The lanes from `first` on as a mask of the instruction set.
template <class D>
auto mask_from(D tag, Mask lanes, std::size_t first) {
    const std::uint64_t bits = lanes >> first;
    std::uint8_t bytes[8];
    std::memcpy(bytes, &bits, sizeof bits);
    return hn::LoadMaskBits(tag, bytes);
}

/// Writes the lanes that are on. A full mask is no case of its own: the store that blends costs the
/// same.
template <class T>
void store_lanes(T* d, const T* result, Mask lanes) {
    using U = Bits<sizeof(T)>;
    const hn::CappedTag<U, 32> tag;
    const U* from = reinterpret_cast<const U*>(result);
    U* to = reinterpret_cast<U*>(d);
    for (std::size_t i = 0; i < 32; i += hn::Lanes(tag))
        hn::BlendedStore(hn::Load(tag, from + i), mask_from(tag, lanes, i), tag, to + i);
}

inline void store_mask(std::byte* frame, Slot slot, Mask result, Mask lanes) {
    Mask& d = mask_at(frame, slot);
    d = (d & ~lanes) | (result & lanes);
}

/// d = F(a, b, ...) in lanes of type D; the sources are slots 1, 2, ... Results of lanes that are
/// off are computed as well and thrown away, so F has a value for every bit pattern.
template <class F, class D, class... S>
void each(std::byte* frame, const Op& op, Mask lanes) {
    alignas(64) D result[32];
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        for (int i = 0; i < 32; ++i)
            result[i] = F()(lanes_at<const S>(frame, op.slots[I + 1])[i]...);
    }
    (std::index_sequence_for<S...>());
    store_lanes(lanes_at<D>(frame, op.slots[0]), result, lanes);
}

/// The bits of a mask of the instruction set. Read back as many as were written: a longer load
/// would wait for the store.
template <class D, class M>
Mask bits_of_mask(D tag, M mask) {
    std::uint8_t bytes[8] = {};
    hn::StoreMaskBits(tag, mask, bytes);
    constexpr std::size_t size = (hn::MaxLanes(D()) + 7) / 8;
    Mask bits = 0;
    std::memcpy(&bits, bytes, size);
    return bits;
}

/// One bit of each of 32 answers 0 or 1.
inline Mask gather_mask(const std::uint8_t* answers) {
    const hn::CappedTag<std::uint8_t, 32> tag;
    Mask mask = 0;
    for (std::size_t i = 0; i < 32; i += hn::Lanes(tag))
        mask |= bits_of_mask(tag, hn::Ne(hn::Load(tag, answers + i), hn::Zero(tag))) << i;
    return mask;
}

/// 0 or 1 for each lane.
inline void spread_mask(Mask mask, std::uint8_t* answers) {
    for (int i = 0; i < 32; ++i)
        answers[i] = static_cast<std::uint8_t>(mask >> i & 1);
}

/// An operation on two or on three integers of the instruction's type.
template <class F>
Execute binary(ptx::Type type) {
    return pick_integer(type, []<class T>(Tag<T>) -> Execute { return &each<F, T, T, T>; });
}
template <class F>
Execute ternary(ptx::Type type) {
    return pick_integer(type, []<class T>(Tag<T>) -> Execute { return &each<F, T, T, T, T>; });
}

} // namespace lockstep::simt::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();
#endif
