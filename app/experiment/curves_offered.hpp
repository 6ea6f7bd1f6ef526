// SPDX-License-Identifier: MIT
// What a class votes on when the guess is a curve.
#pragma once

#include "app/content/blocks/bodies.hpp"
#include "app/experiment/session.hpp"

#include <vector>

namespace lockstep {

/// The model's curve among those of the wrong readings, at most four in all, labelled "1", "2" ...
/// from the lowest to the highest, so that their order tells nothing. Empty where there is no
/// choice: fewer than two that differ.
std::vector<Series> curves_offered(const Session& session, const content::Lesson& lesson,
                                   const content::PredictBody& body);

} // namespace lockstep
