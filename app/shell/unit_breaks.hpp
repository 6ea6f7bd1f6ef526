// SPDX-License-Identifier: MIT
// Units beside numbers: no line ends between the two, and none is said twice.
#pragma once

#include <string>
#include <string_view>

namespace lockstep::shell {

/// Whether the space at this place stands between a number and a unit: "20 ms", "29.6 GB/s".
bool parts_unit(std::string_view words, std::size_t space);

/// The text with such spaces made unbreakable, except in formulas ($...$) and code (`...`).
std::string with_kept_units(std::string_view markdown);

/// Whether these words name the unit already: "workers" for "workers", "busy workers" too. A share
/// is shown as per cent, which "shared" does not say.
bool says_unit(std::string_view words, std::string_view unit);

} // namespace lockstep::shell
