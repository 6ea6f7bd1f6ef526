// SPDX-License-Identifier: MIT
// What panels ask of the session: live values, verdicts, readings, model curves. Pure functions.
#pragma once

#include "app/content/blocks/bodies.hpp"
#include "app/experiment/session.hpp"

#include <optional>
#include <string>
#include <vector>

namespace lockstep {

/// The text of a live value with the interval's digits and no more, or nothing when it does not
/// exist here. `block` is the block in which it stands: {{ratio}} and {{you}} belong to it.
std::optional<std::string> live_value(const Session& session, const content::Lesson& lesson,
                                      const content::LiveValue& wanted,
                                      std::string_view block = {});

/// Markdown with every {{...}} replaced; a paragraph with one that does not exist is left out.
std::string fill(const Session& session, const content::Lesson& lesson, std::string_view markdown,
                 std::string_view block = {});

/// The machine as sliders and sweeps count it: with its hyperthreads and slow cores where the
/// learner wants them.
protocol::Machine counted_machine(const Session& session);

/// x values of an experiment on this machine, in rising order.
std::vector<double> x_values(const content::Experiment& experiment,
                             const protocol::Machine& machine);
/// Parameters as they stand: workload's defaults, the experiment's `set`, its sliders.
Values parameters_of(const Session& session, const content::Lesson& lesson,
                     const content::Experiment& experiment);
/// Start, low and high of a slider on this machine, with the workload's words and unit.
struct SliderShown {
    std::string parameter, words, unit;
    double value, low, high;
    bool log, whole;
    std::vector<std::string> choices;
    std::vector<double> stops;
    bool idle = false; ///< as the others stand it would move nothing
};
std::vector<SliderShown> sliders_shown(const Session& session, const content::Lesson& lesson,
                                       const content::Experiment& experiment);

/// A model's curve over the experiment's x, for the sliders as they stand.
std::vector<Series> model_curves(const Session& session, const content::Lesson& lesson,
                                 const content::Experiment& experiment, int samples_between = 16);

/// The verdict for one point of the guess: within the interval or 10 %.
struct PointVerdict {
    double x, guess, value, low, high;
    bool within;
};
std::vector<PointVerdict> verdicts(const Session& session, const content::Lesson& lesson,
                                   const content::PredictBody& body, std::string_view block);

/// The sentence for a guess: the reading that it is nearest to (nearer than to what was measured),
/// `right` when all points are within, or a plain "you drew ..., this machine gave ...".
struct Refutation {
    bool right = false;
    std::string headline; ///< "You drew 1.50 at one half. This machine gave 1.331 ± 0.006."
    std::string says;
    std::optional<double> x = {}; ///< of a curve: where the headline's point stands
};
std::optional<Refutation> refutation(const Session& session, const content::Lesson& lesson,
                                     const content::PredictBody& body, std::string_view block);

/// "What did the marks do?": three choices made from the data, and which one holds.
struct MarksQuestion {
    std::vector<std::string> choices;
    int right;
};
std::optional<MarksQuestion> marks_question(const Session& session, const content::Lesson& lesson,
                                            const content::Experiment& experiment);

/// What a run block's comparison came to.
enum class Outcome { Above, Below, Same, Disturbed, Wrong, Unavailable, NotRun };
struct Compared {
    Outcome outcome = Outcome::NotRun;
    std::string says;
    double ratio = 0, low = 0, high = 0;
};
Compared compared(const Session& session, const content::Lesson& lesson,
                  const content::RunBody& body, std::string_view block);

/// The line that says how to go on from the step reached; empty at the end.
std::string how_to_go_on(const Session& session, const content::Lesson& lesson);
/// How far two equal runs lie apart on this machine, relative: what the passport says, which was
/// measured while the window held still, else what the start of the bench said. 0: not known yet.
double usual_noise(const Session& session);
/// Whether that is too much for the effect that the experiment is about.
bool noise_hides(const Session& session, const content::Experiment& experiment);
/// What this machine can and cannot show of an experiment, before it is run; empty when all of it.
std::string cannot_show(const Session& session, const content::Experiment& experiment);
/// Words of the status line.
std::string machine_words(const protocol::Machine& machine);
/// The first sentence that a new learner reads: what runs here, and that no GPU is fine.
std::string welcome_words(const protocol::Machine& machine);

} // namespace lockstep
