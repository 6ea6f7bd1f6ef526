// SPDX-License-Identifier: MIT
// One look at the 32 addresses of an access: all that the common cases need to know.
#pragma once

#include "sim/simt/semantics.hpp"

namespace lockstep::simt {

struct Survey {
    std::uint64_t first = 0, last = 0; ///< lowest and highest address of the lanes that are on
    std::uint64_t low_bits = 0;        ///< all addresses, or'ed: tells whether they are aligned
    bool consecutive = false;          ///< lane i is `stride` bytes behind lane i - 1
};

/// Writes the lanes' addresses, base + slot + offset, to `addresses`; lanes that are off get some
/// value. `address_bytes` 4: slot + offset wraps round at 32 bits. `on` is not empty.
Survey survey(const std::byte* slot, int address_bytes, std::uint64_t offset, std::uint64_t base,
              std::uint32_t stride, Mask on, std::uint64_t* addresses);

/// How many distinct values of address >> shift the lanes have.
int count_distinct(const std::uint64_t* addresses, Mask on, const Survey& survey, int shift);

} // namespace lockstep::simt
