// SPDX-License-Identifier: MIT
// simulated = { variants, of, per, words, baseline } of an experiment, and the counters that it can
// name.
#pragma once

#include "app/content/keys.hpp"

namespace lockstep::content {

/// Nothing when the experiment has no such key.
std::optional<SimulatedSeries> read_simulated(Keys& experiment);

/// What `of` and `per` can name: the simulator's counters, and lane_efficiency.
std::vector<std::string> counter_names();

} // namespace lockstep::content
