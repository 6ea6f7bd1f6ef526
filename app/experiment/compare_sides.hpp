// SPDX-License-Identifier: MIT
// The two sides of a run block's comparison, without the sentence.
#pragma once

#include "app/experiment/queries.hpp"

namespace lockstep {

/// Everything of Compared but `says`.
Compared compare_sides(const Session& session, const content::Lesson& lesson,
                       const content::RunBody& body, std::string_view block);

/// How far a measurement may lie from a model and still be called the same: the law times the
/// measured rate is promised to hold within 3 %.
inline constexpr double model_slack = 0.03;

} // namespace lockstep
