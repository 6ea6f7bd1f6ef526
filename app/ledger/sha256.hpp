// SPDX-License-Identifier: MIT
// SHA-256 (FIPS 180-4): the ledger keeps it beside a run's name, so that an edited run file is
// known.
#pragma once

#include <string>
#include <string_view>

namespace lockstep::ledger {

/// 64 hexadecimal digits.
std::string sha256(std::string_view text);

} // namespace lockstep::ledger
