// SPDX-License-Identifier: MIT
// Steps that every lesson's path takes, so that a path says only what is its own.
#pragma once

#include "app/experiment/queries.hpp"
#include "tests/window/path.hpp"

namespace lockstep::window_tests {

/// Waits for the bench's greeting.
void arrive(Driver& d);
/// A straight stroke over the plot, in shares of its height from the top; then the guess is locked.
void draw_and_lock(Driver& d, const char* block, float from_y, float to_y);
/// The lab's button, and the end of the run. `experiment` is the one that the lab shows.
void run_it(Driver& d, const char* experiment = "main");
/// "What did the marks do?", answered rightly; then verdict, model and strip.
void see_the_reveal(Driver& d, const char* gate);
/// A run block's link, and the end of its run.
void try_link(Driver& d, const char* words, const char* block);
/// "Why it is so": the last step.
void go_on_to_why(Driver& d);
void answer_choice(Driver& d, const char* quiz, int choice, bool right);
void answer_number(Driver& d, const char* quiz, const char* digits, bool right);

/// What a learner may do differently from the beginning to the end of a lesson.
struct WholeLesson {
    bool no_idea = false;             ///< "I have no idea, show me" instead of a curve
    float from_y = 0.85f, to_y = 0.15f; ///< the stroke, in shares of the plot's height from the top
    bool wrong_first = true;          ///< each question is answered wrongly once
    bool right_guess = false;         ///< what the model says, typed; else the stroke
    const char* model = nullptr;      ///< what this model says, typed: a wrong reading
};
/// Every guess that a step asks for, locked.
void guess_all(Driver& d, content::Step step, const WholeLesson& how);
/// The run block that the lab's button stands for; fails the path when there is none.
const content::Block* gate_of(Driver& d);
/// Does the same in every lesson of the course, in order; the first one is open already.
void in_every_lesson(Driver& d, const std::function<void()>& what);
/// Guesses and runs in every lesson: the run comes to `outcome`, which is said, judges no guess and
/// can be run again.
void decide_nothing_in_every_lesson(Driver& d, Outcome outcome);
/// Guess, run, what the marks did, verdict, model: the lab's lower card is there.
void come_to_the_views(Driver& d, const WholeLesson& how = {});
/// The guess is answered by the sentence of the reading of that name.
void hears_the_reading(Driver& d, const char* predict, const char* like);
/// In a second start: the lesson is finished, guess and run are there, the run as a recorded one.
void finds_it_again(Driver& d);
/// The lesson as it stands in the dark theme, and with text at 200 %.
void look_in_the_dark(Driver& d);
/// Guess, run, what the marks did, verdict, model, every run of the text, why, every question.
void walk_lesson(Driver& d, const WholeLesson& how = {});

} // namespace lockstep::window_tests
