// SPDX-License-Identifier: MIT
// 4 x 4 words change places inside four registers. Compiled once for each
// instruction set, so this guard lets the file in each time.
#if defined(LOCKSTEP_TRANSPOSE_TURN) == defined(HWY_TARGET_TOGGLE)
#ifdef LOCKSTEP_TRANSPOSE_TURN
#undef LOCKSTEP_TRANSPOSE_TURN
#else
#define LOCKSTEP_TRANSPOSE_TURN
#endif

#include <cstdint>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace lockstep::transpose::HWY_NAMESPACE {

/// Four words of four rows of x, to four rows of y. Both are n words wide.
inline void turn_4x4(const std::uint32_t* x, std::uint32_t* y, int n) {
#if HWY_TARGET == HWY_SCALAR // one lane: there is nobody to change places with
    for (int row = 0; row < 4; ++row)
        for (int col = 0; col < 4; ++col)
            y[col * n + row] = x[row * n + col];
#else
    using namespace hwy::HWY_NAMESPACE;
    const Full128<std::uint32_t> d;
    const Full128<std::uint64_t> pair;
    const auto a = LoadU(d, x), b = LoadU(d, x + n);
    const auto c = LoadU(d, x + 2 * n), e = LoadU(d, x + 3 * n);
    // a0 b0 a1 b1, then a2 b2 a3 b3; in pairs, since they travel on together
    const auto ab_low = BitCast(pair, InterleaveLower(d, a, b));
    const auto ab_high = BitCast(pair, InterleaveUpper(d, a, b));
    const auto ce_low = BitCast(pair, InterleaveLower(d, c, e));
    const auto ce_high = BitCast(pair, InterleaveUpper(d, c, e));
    StoreU(BitCast(d, InterleaveLower(pair, ab_low, ce_low)), d, y);
    StoreU(BitCast(d, InterleaveUpper(pair, ab_low, ce_low)), d, y + n);
    StoreU(BitCast(d, InterleaveLower(pair, ab_high, ce_high)), d, y + 2 * n);
    StoreU(BitCast(d, InterleaveUpper(pair, ab_high, ce_high)), d, y + 3 * n);
#endif
}

} // namespace lockstep::transpose::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();
#endif
