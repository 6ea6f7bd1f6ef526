// SPDX-License-Identifier: MIT
#include "tests/gpu/differences.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <fmt/format.h>

namespace lockstep::on_card {

namespace {

/// The aligned word that holds this byte; what lies behind the end counts as zero.
std::uint32_t word_at(const std::vector<std::byte>& bytes, std::size_t at) {
    const std::size_t begin = at / 4 * 4;
    std::uint32_t word = 0;
    std::memcpy(&word, bytes.data() + begin, std::min<std::size_t>(4, bytes.size() - begin));
    return word;
}

std::string said(std::uint32_t word) {
    return fmt::format("{} (as a float {:.9g})", word, std::bit_cast<float>(word));
}

} // namespace

std::optional<std::string> first_difference(std::span<const std::vector<std::byte>> card,
                                            std::span<const std::vector<std::byte>> simulated) {
    if (card.size() != simulated.size())
        return fmt::format("{} buffers against {}", card.size(), simulated.size());
    for (std::size_t buffer = 0; buffer < card.size(); ++buffer) {
        const auto &a = card[buffer], &b = simulated[buffer];
        if (a.size() != b.size())
            return fmt::format("buffer {}: {} bytes against {}", buffer, a.size(), b.size());
        std::size_t first = a.size(), differ = 0;
        for (std::size_t i = 0; i < a.size(); ++i)
            if (a[i] != b[i]) {
                first = std::min(first, i);
                ++differ;
            }
        if (differ > 0)
            return fmt::format("buffer {}, byte {} of {}: the card has {}, the simulator {}; {} "
                               "bytes differ",
                               buffer, first, a.size(), said(word_at(a, first)),
                               said(word_at(b, first)), differ);
    }
    return std::nullopt;
}

} // namespace lockstep::on_card
