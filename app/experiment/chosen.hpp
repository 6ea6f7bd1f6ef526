// SPDX-License-Identifier: MIT
// Which experiment the lab shows and which point of its run is chosen: what strip, timeline,
// samples and picture all look at.
#pragma once

#include "app/experiment/session.hpp"

#include <optional>
#include <string>

namespace lockstep {

/// The experiment of the tab chosen in the open lesson; its first where the tab names none; null
/// without an open lesson.
const content::Experiment* open_experiment(const Session& session);

struct Chosen {
    std::string variant; ///< the series' key
    double x = 0;
    const Estimate* estimate = nullptr;
    const Point* point = nullptr; ///< its samples; null where a run file came without them
};

/// The series that is looked at unless the cursor says otherwise: the first that has a value, else
/// the first with a mark that says why it has none. Null before the first mark.
const Series* first_with_marks(const Run& run);

/// The point under the cursor. Where none is chosen, the one in the middle of the run's first
/// series that has one; nothing before the first mark. Points into `lab`.
std::optional<Chosen> chosen_point(const LabState& lab);
/// The same of the experiment that the lab shows.
std::optional<Chosen> chosen_point(const Session& session);

} // namespace lockstep
