// SPDX-License-Identifier: MIT
// How far the learner is with the experiment that the lab shows: whether a guess is being drawn,
// what may be seen already, and what the one big button does. No window.
#pragma once

#include "app/content/blocks/bodies.hpp"
#include "app/experiment/commands.hpp"
#include "app/experiment/session.hpp"
#include "app/shell/shown_point.hpp"

#include <optional>
#include <string>

namespace lockstep::lab {

/// The open lesson with the experiment of the tab chosen. Null pointers where there is none.
struct Stage {
    const content::Lesson* lesson = nullptr;
    const content::Experiment* experiment = nullptr;
    const LessonState* state = nullptr;
    const LabState* lab = nullptr; ///< null before anything happened to it
    const content::Block* guess_block =
        nullptr; ///< the curve of this experiment that a learner draws
    const content::PredictBody* guess_body = nullptr;
    const BlockState* guess_state = nullptr;

    bool predicting = false; ///< the curve is being drawn now
    bool no_idea = false;    ///< "show me": nothing that the learner drew is spoken of
    bool marks = false;      ///< at least one measured mark of this experiment exists
    bool compare = false;    ///< tabs, free sliders
    bool verdict = false;    ///< the guess may be held against the marks
    bool model = false;      ///< the model may be seen
    bool strip = false;      ///< strip, views, code
    bool timing = false;     ///< a run goes on
    bool simulating = false; ///< ... whose times are there: kernels are being counted

    bool ready() const { return lesson && experiment && state; }
    const Run* run() const { return lab && lab->run ? &*lab->run : nullptr; }
};

Stage stage_of(const Session& session);

/// Whether a predict block was settled: a guess locked, or "I have no idea".
bool is_settled(const BlockState* block);

/// The predict block whose guess is asked for now, of whatever kind; null when all are settled.
const content::Block* asked_block(const Stage& stage);

/// The one action of the lab. Its words and key stand on the button; `command` is what it does.
struct Button {
    std::string words, key;
    bool enabled = true;
    std::optional<Command> command;
};
Button button_of(const Session& session, const Stage& stage);

/// "Run on your 2 cores, about 4 s": the button before the first run; "Run" alone where one core is
/// all that is used, "Have it counted" where nothing is timed.
std::string run_words(const Session& session, const content::Experiment& experiment);

/// Whether two settings of the sliders are the same, as far as both name a parameter.
bool same_setting(const Values& left, const Values& right);

} // namespace lockstep::lab
