// SPDX-License-Identifier: MIT
// Bytes picked from two words (PTX ISA 9.7.9, prmt).
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "sim/simt/semantics/permute.cpp"
#include "sim/simt/semantics/targets.hpp"

#include <hwy/foreach_target.h>

#include "sim/simt/semantics/choose.hpp"
#include "sim/simt/semantics/lanes.hpp"

#include <algorithm>

HWY_BEFORE_NAMESPACE();
namespace lockstep::simt::HWY_NAMESPACE {
namespace {

/// Byte k of the result is the byte of {b, a} with this number.
struct Generic {
    static std::uint32_t byte(std::uint32_t c, std::uint32_t k) { return c >> (4 * k) & 7; }
};
struct Forward4 { // f4e
    static std::uint32_t byte(std::uint32_t c, std::uint32_t k) { return (c & 3) + k; }
};
struct Backward4 { // b4e
    static std::uint32_t byte(std::uint32_t c, std::uint32_t k) { return ((c & 3) - k) & 7; }
};
struct Replicate8 { // rc8
    static std::uint32_t byte(std::uint32_t c, std::uint32_t) { return c & 3; }
};
struct EdgeLeft { // ecl
    static std::uint32_t byte(std::uint32_t c, std::uint32_t k) { return std::max(c & 3, k); }
};
struct EdgeRight { // ecr
    static std::uint32_t byte(std::uint32_t c, std::uint32_t k) { return std::min(c & 3, k); }
};
struct Replicate16 { // rc16
    static std::uint32_t byte(std::uint32_t c, std::uint32_t k) { return (c & 1) * 2 + (k & 1); }
};

/// Only the generic form knows the fourth bit of a selection: it repeats the sign of the byte.
template <class Mode>
struct Prmt {
    std::uint32_t operator()(std::uint32_t a, std::uint32_t b, std::uint32_t c) const {
        const std::uint64_t both = std::uint64_t{b} << 32 | a;
        std::uint32_t result = 0;
        for (std::uint32_t k = 0; k < 4; ++k) {
            std::uint32_t byte = static_cast<std::uint32_t>(both >> (8 * Mode::byte(c, k))) & 0xff;
            if (std::is_same_v<Mode, Generic> && (c >> (4 * k) & 8))
                byte = byte & 0x80 ? 0xff : 0;
            result |= byte << (8 * k);
        }
        return result;
    }
};

template <class Mode>
constexpr Execute prmt =
    &each<Prmt<Mode>, std::uint32_t, std::uint32_t, std::uint32_t, std::uint32_t>;

Chosen choose_permute(const ptx::Instruction& i, const ptx::Function&) {
    constexpr Execute modes[] = {prmt<Forward4>, prmt<Backward4>, prmt<Replicate8>,
                                 prmt<EdgeLeft>, prmt<EdgeRight>, prmt<Replicate16>};
    const int mode = which(i, "f4e", "b4e", "rc8", "ecl", "ecr", "rc16");
    return chosen(mode < 0 ? prmt<Generic> : modes[mode], ptx::Type::B32);
}

} // namespace
} // namespace lockstep::simt::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace lockstep::simt {
HWY_EXPORT(choose_permute);

static constexpr std::string_view opcodes[] = {"prmt"};

extern const Semantics permute_semantics{
    .opcodes = opcodes,
    .choose =
        [](const ptx::Instruction& instruction, const ptx::Function& function) {
            return HWY_DYNAMIC_DISPATCH(choose_permute)(instruction, function);
        },
};
} // namespace lockstep::simt
#endif
