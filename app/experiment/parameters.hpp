// SPDX-License-Identifier: MIT
// An experiment's parameters on this machine: defaults of the workload, what the lesson fixes, and
// the sliders as they stand.
#pragma once

#include "app/content/lesson.hpp"
#include "kernels/protocol/messages.hpp"

#include <optional>
#include <string>
#include <vector>

namespace lockstep {

/// What every timed workload has beside its own: 0 for warm caches, 1 for cold ones. It is one
/// state for a whole run, so no point has it.
inline constexpr std::string_view caches_parameter = "caches";
/// As a slider or a setting says, else as the experiment does.
bool has_cold_caches(const content::Experiment& experiment, const Values& values);

/// What the catalogue says of a parameter; `p` and `caches` are known for every workload. Null for
/// an unknown one.
std::optional<protocol::ParameterInfo> parameter_info(const protocol::Catalogue& catalogue,
                                                      std::string_view workload,
                                                      std::string_view parameter);

/// "us" is written "µs", "bytes" stays.
std::string unit_words(std::string_view unit);

/// All parameters but those that only a variant decides on: defaults, then `set`, then where the
/// sliders start, then `sliders`. Has p, and caches where somebody sets them; x stands at its
/// slider, `set` or default.
Values parameters_of(const protocol::Catalogue& catalogue, const content::Experiment& experiment,
                     const protocol::Machine& machine, const Values& sliders);

/// The x values of a sweep over workers that names none: 1, 2, 4 .. cores, and cores itself.
std::vector<double> worker_values(int cores);

/// A slider's ends on this machine; low <= high also where "cores" is 1.
struct SliderRange {
    double start, low, high;
};
SliderRange slider_range(const content::Slider& slider, const protocol::Machine& machine);

/// The value as the slider lets it stand: inside its range, at a stop, whole where it must be.
double fitted(const content::Slider& slider, const protocol::Machine& machine, bool whole,
              double value);

/// An error with the parameter and its range when a value cannot be; `name` unknown lists the
/// nearest ones.
Result<void> check_parameter(const protocol::Catalogue& catalogue, const std::string& workload,
                             const std::string& name, double value);

/// "80 %", "20 µs", "random": a parameter's value in the words of the learner.
std::string value_words(const protocol::ParameterInfo& info, double value, bool percent = false);

} // namespace lockstep
