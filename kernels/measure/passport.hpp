// SPDX-License-Identifier: MIT
// The passport of this machine: what can be looked up, and what is measured in at most 20 s.
#pragma once

#include "kernels/measure/slices.hpp"

#include <string>

namespace lockstep {

inline constexpr double passport_budget_s = 20;

/// Layout, surroundings and remarks; some milliseconds. Nothing is measured, edition stays 0, and
/// the card is the bench's to ask.
protocol::Passport look_up_passport();

/// Measures the rest, with a breath at least every 200 ms. On a quiet machine of few cores some
/// seconds; what does not fit into the budget is left out with a remark.
void measure_passport(protocol::Passport& passport, Crews& crews, Listener& listener,
                      const std::string& id, double budget_s = passport_budget_s);

} // namespace lockstep
