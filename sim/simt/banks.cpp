// SPDX-License-Identifier: MIT
#include "sim/simt/banks.hpp"

#include "sim/simt/cast.hpp"

#include <algorithm>
#include <array>

namespace lockstep::simt {

/// Most distinct words that any bank has to give to these lanes.
static int busiest_bank(const std::uint64_t* addresses, Mask on, std::uint32_t words) {
    std::array<std::uint8_t, 32> count{}, newest; // newest word of each bank, as its index + 1
    std::array<std::uint64_t, 128> word;
    std::array<std::uint8_t, 128> older;
    newest.fill(0);
    std::uint8_t known = 0;
    int most = 0;
    for_lanes(on, [&](int lane) {
        for (std::uint32_t k = 0; k < words; ++k) {
            const std::uint64_t wanted = addresses[lane] / 4 + k;
            const std::size_t bank = wanted % 32;
            std::uint8_t at = newest[bank];
            while (at != 0 && word[at - 1u] != wanted)
                at = older[at - 1u];
            if (at != 0)
                continue;
            word[known] = wanted;
            older[known] = newest[bank];
            newest[bank] = ++known;
            most = std::max<int>(most, ++count[bank]);
        }
    });
    return most;
}

Passes count_passes(const std::uint64_t* addresses, Mask on, const Survey& survey,
                    std::uint32_t size) {
    const int parts = size <= 4 ? 1 : static_cast<int>(std::min(size, 16u) / 4);
    const int lanes = 32 / parts;
    Passes result;
    // Words side by side lie in banks of their own, in whatever order; one word is for everybody.
    const bool easy = size <= 4 ? survey.last / 4 - survey.first / 4 < 32
                                : survey.consecutive || survey.first == survey.last;
    for (int part = 0; part < parts; ++part) {
        const Mask here = on & (parts == 1 ? ~Mask{0} : ((Mask{1} << lanes) - 1) << part * lanes);
        if (here == 0)
            continue;
        ++result.without_conflict;
        result.passes += easy ? 1 : busiest_bank(addresses, here, std::max(size / 4, 1u));
    }
    return result;
}

} // namespace lockstep::simt
