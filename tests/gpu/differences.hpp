// SPDX-License-Identifier: MIT
// Where the result buffers of two runs of one plan differ first.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace lockstep::on_card {

using Buffers = std::vector<std::vector<std::byte>>;

/// Nothing when both hold the same bytes; else a sentence: buffer and byte of the first difference,
/// the four bytes there as a whole number and as a float, and how many bytes differ in all.
std::optional<std::string> first_difference(std::span<const std::vector<std::byte>> card,
                                            std::span<const std::vector<std::byte>> simulated);

} // namespace lockstep::on_card
