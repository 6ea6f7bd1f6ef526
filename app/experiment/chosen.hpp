// SPDX-License-Identifier: MIT
// Which experiment the lab shows and which point of its run is chosen: what strip, timeline,
// samples and picture all look at.
#pragma once

#include "app/content/blocks/bodies.hpp"
#include "app/experiment/session.hpp"

#include <optional>

namespace lockstep {

/// The experiment of the tab chosen in the open lesson; its first where the tab names none; null
/// without an open lesson.
const content::Experiment* open_experiment(const Session& session);

struct Chosen {
    const Series* series = nullptr;
    double x = 0;
    const Estimate* estimate = nullptr;
    const Point* point = nullptr; ///< its samples; null where a run file came without them
};

/// The series that is looked at unless the cursor says otherwise: the first that has a value, else
/// the first with a mark that says why it has none. Null before the first mark.
const Series* first_with_marks(const Run& run);

/// From now on the lab looks at side a of this comparison, unless the cursor says otherwise. A side
/// that is a model's or names no place on the x axis changes nothing.
void speak_of(LabState& lab, const content::Experiment& experiment,
              const content::Comparison& comparison);

/// From now on the lab of the first step's curve looks at the point of which its refutation speaks:
/// mark, strip and timeline explain the same. Changes nothing where none is said.
void speak_of_verdict(Session& session, const content::Lesson& lesson);

/// The point under the cursor. Where none is chosen, the one that the run's sentence speaks of;
/// else the one in the middle of the run's first series that has one; nothing before the first
/// mark. Points into `lab`.
std::optional<Chosen> chosen_point(const LabState& lab);

} // namespace lockstep
