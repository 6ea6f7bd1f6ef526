// SPDX-License-Identifier: MIT
// The slides of a lesson in a classroom: what each of them shows first, and which sliders its plot
// needs.
#pragma once

#include "app/content/blocks/bodies.hpp"
#include "app/experiment/session.hpp"

#include <string>

namespace lockstep {

enum class Slide { Question, Guess, Run, Compare, Model, Failing, Quiz };
constexpr int last_slide = static_cast<int>(Slide::Quiz);

/// The slide that a class looks at; only while presenting.
Slide slide_of(const Presenter& presenter);

/// The block that a slide shows first; empty when the lesson has none of that kind. "What did the
/// marks do?" is what comes after the marks, as long as it is to be answered.
std::string first_block(const content::Lesson& lesson, Slide slide, Reveal reveal);

/// The first run that is held against the model after the first comparison: where it fails. Null
/// when there is none.
const content::Block* failing_case(const content::Lesson& lesson);

/// Whether the failing case moves this slider of this experiment away from where it begins.
bool moves_where_it_fails(const Session& session, const content::Lesson& lesson,
                          const content::Experiment& experiment, const content::Slider& slider);

} // namespace lockstep
