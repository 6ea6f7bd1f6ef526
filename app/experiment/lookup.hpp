// SPDX-License-Identifier: MIT
// Which of a lesson's runs a sentence speaks of, and the mark that it means.
#pragma once

#include "app/content/blocks/bodies.hpp"
#include "app/experiment/session.hpp"

#include <vector>

namespace lockstep {

/// Whether every value that both have is the same.
bool same_where_both(const Values& wanted, const Values& there);

/// The runs of an experiment in which a live value is looked for, best first: the block's own; that
/// which a guess was made for; then the lesson's first, other blocks' and the lab's latest.
std::vector<const Run*> runs_to_look_in(const Session& session, const content::Lesson& lesson,
                                        const content::Experiment& experiment,
                                        std::string_view block);

/// The guess that stands: the latest that is not "I have no idea". Null when there is none.
const Guess* standing_guess(const BlockState* block);
/// The run that a guess can be held against: made for the same sliders, finished or not.
const Run* run_for_guess(const LessonState& state, const std::string& experiment,
                         const Guess& guess);

/// A mark by variant (empty: the first series), x and other parameters; null when it was not made.
struct MarkPlace {
    std::string variant;
    Values at;              ///< x among them; may be left out where a series has one mark
    bool at_cores = false;  ///< p is as many as the machine of the run has cores
    bool simulated = false; ///< a mark that was counted, else one that was timed
};
const Estimate* find_mark(const Run& run, const MarkPlace& place);

/// The run block that the lab's button stands for, and its id; null when there is none.
const content::Block* gate_block(const content::Lesson& lesson, std::string_view experiment);

/// x as it is counted: "8 workers", "1 customer", "62.5 % shared"; empty where x has no such word.
std::string counted_x(const content::Experiment& experiment, double x);

} // namespace lockstep
