// SPDX-License-Identifier: MIT
// What stands in a text that the learner reads: live values, links and pictures.
#include "app/content/check_parts.hpp"
#include "app/content/links.hpp"
#include "app/content/markdown.hpp"
#include "app/content/paths.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace lockstep::content {
namespace {

/// What only a clock can give.
constexpr std::array<std::string_view, 9> timed_names = {"measured",   "factor", "shared",
                                                         "karp_flatt", "time",   "baseline",
                                                         "claimed",    "lowest", "highest"};

/// One text, and where it stands.
struct TextPlace {
    const Block& block;
    const ShownText& shown;
    CheckContext& context;

    /// `line` counts from 0 within the text.
    void report(int line, std::string what, std::string remedy) const {
        const int first = line_of(block.body->lines, shown.key, block.line);
        context.problems.push_back(
            {context.markdown(), first + line, std::move(what), std::move(remedy)});
    }
};

/// The experiment that a block speaks of; running text speaks of the main one.
std::string experiment_of(const Block& block) {
    if (const auto* predict = dynamic_cast<const PredictBody*>(block.body.get()))
        return predict->experiment;
    if (const auto* run = dynamic_cast<const RunBody*>(block.body.get()))
        return run->experiment;
    if (const auto* quiz = dynamic_cast<const QuizBody*>(block.body.get()))
        return quiz->experiment;
    return "main";
}

std::string check_words(const LiveValue& value, const Experiment& experiment) {
    const auto first = value.words.empty() ? std::string() : value.words.front();
    if (value.name == "factor" && std::ranges::find(factor_names, first) == factor_names.end())
        return "'factor' needs one of rate, serial_part, load_balance, coordination, or of "
               "a card kernel or launch.";
    if (value.name == "slider" && !experiment.slider(first))
        return fmt::format("'{}' is no slider of this experiment.", first);
    const bool of_variant = value.name == "measured" || value.name == "time" ||
                            value.name == "claimed" || value.name == "lowest" ||
                            value.name == "highest";
    if (value.name == "claimed" && experiment.quantity != Quantity::Claimed)
        return "nobody claims anything in this experiment: its quantity is not 'claimed'.";
    if (value.name == "counted" && !experiment.simulated)
        return "this experiment counts nothing: it has no simulated series.";
    if (value.name == "counted" && !first.empty() &&
        std::ranges::find(experiment.simulated->variants, first) ==
            experiment.simulated->variants.end())
        return fmt::format("'{}' is no variant that this experiment simulates.", first);
    if (experiment.counts() && std::ranges::find(timed_names, value.name) != timed_names.end())
        return fmt::format("'{}' does not exist where nothing is timed: counts are "
                           "{{{{counted ...}}}}.",
                           value.name);
    if (of_variant && !first.empty() &&
        std::ranges::find(experiment.variants, first) == experiment.variants.end())
        return fmt::format("'{}' is no variant of this experiment.", first);
    if (value.name == "model" && !first.empty() &&
        std::ranges::find(experiment.models, first) == experiment.models.end())
        return fmt::format("'{}' is no model of this experiment.", first);
    return "";
}

void check_live_value(const LiveValue& value, int line, const TextPlace& place) {
    std::vector<std::string> names;
    const LiveName* known = nullptr;
    for (const LiveName& name : live_names()) {
        names.emplace_back(name.name);
        if (name.name == value.name)
            known = &name;
    }
    if (!known) {
        place.report(line, fmt::format("there is no live value '{}'.", value.name),
                     suggestion(value.name, names));
        return;
    }
    const std::string wanted =
        value.experiment.empty() ? experiment_of(place.block) : value.experiment;
    const Experiment* experiment = place.context.lesson.experiment(wanted);
    if (!experiment) {
        if (value.experiment.empty())
            return; // said of the block, or of the lesson
        place.report(line, fmt::format("there is no [experiment.{}].", wanted),
                     "Name one of lesson.toml after 'in='.");
        return;
    }
    if (const std::string why = check_words(value, *experiment); !why.empty())
        place.report(line, why, "See lessons/README.md for the live values.");
    if (!known->takes_point && !value.at.empty())
        place.report(line, fmt::format("'{}' has no point.", value.name), "Leave it out.");
    const auto* run = dynamic_cast<const RunBody*>(place.block.body.get());
    if (value.name == "ratio" && !(run && run->compare))
        place.report(line, "'ratio' belongs to a comparison.",
                     "Use it in a run block's sentences.");
    check_values(value.at, *experiment, "live value", place.context,
                 [&](const std::string&, std::string what, std::string remedy) {
                     place.report(line, std::move(what), std::move(remedy));
                 });
}

void check_live_values(const TextPlace& place) {
    const std::string& text = place.shown.text;
    for (const FoundLiveValue& found : find_live_values(text)) {
        const auto line = static_cast<int>(std::count(
            text.begin(), text.begin() + static_cast<std::ptrdiff_t>(found.begin), '\n'));
        if (found.value)
            check_live_value(*found.value, line, place);
        else
            place.report(
                line, fmt::format("'{}' is no live value.", text.substr(found.begin, found.length)),
                "Write {{measured p=2}}: a name, then words and name=number.");
    }
}

void check_set_link(const Link& link, const TextPlace& place) {
    const auto values = read_set_link(link.target);
    if (!values) {
        place.report(link.line, values.error().what, values.error().remedy);
        return;
    }
    for (const auto& [name, value] : *values) {
        const Slider* slider = nullptr;
        for (const Experiment& experiment : place.context.lesson.experiments)
            if (!slider)
                slider = experiment.slider(name);
        if (!slider) {
            place.report(link.line, fmt::format("this link moves no slider: '{}'.", name),
                         "Name a slider of lesson.toml.");
            continue;
        }
        const bool low = !slider->low.cores && value < slider->low.value;
        const bool high = !slider->high.cores && value > slider->high.value;
        if (low || high)
            place.report(
                link.line, fmt::format("slider '{}' cannot be set to {}.", name, value),
                fmt::format("It goes from {} to {}.", slider->low.value,
                            slider->high.cores ? "cores" : fmt::format("{}", slider->high.value)));
    }
}

void check_picture(const Link& link, const TextPlace& place) {
    if (is_web_link(link.target)) {
        place.report(link.line, fmt::format("the picture '{}' is remote.", link.target),
                     "Put it into the lesson's folder and name it there.");
        return;
    }
    if (const auto found = file_inside(place.context.lesson.folder, link.target); !found)
        place.report(link.line, fmt::format("picture '{}': {}", link.target, found.error().what),
                     found.error().remedy);
}

void check_link(const Link& link, const TextPlace& place) {
    if (link.picture)
        return check_picture(link, place);
    if (link.target.starts_with("set:"))
        return check_set_link(link, place);
    if (is_web_link(link.target))
        return;
    if (link.target.starts_with("lesson:")) {
        const std::string id = link.target.substr(7);
        const auto& lessons = place.context.course.lessons;
        if (lessons.size() > 1 && !place.context.course.lesson(id))
            place.report(link.line, fmt::format("this link leads to no lesson: '{}'.", id),
                         "Write lesson: and the id of a lesson.");
        return;
    }
    static constexpr std::array steps = {"step:predict", "step:run", "step:compare",
                                         "step:explain"};
    if (std::ranges::find(steps, link.target) == steps.end())
        place.report(link.line,
                     fmt::format("'{}' is no link that the program follows.", link.target),
                     "Links begin with set:, lesson:, step:, https:// or http://.");
}

void check_bare_results(const TextPlace& place) {
    for (const BareResult& bare : find_bare_results(place.shown.text))
        place.report(bare.line, fmt::format("'{}' reads like a result of one machine.", bare.words),
                     "Make it a live value, {{measured ...}}, or cite its source with a web link; "
                     "arithmetic stands in a $formula$.");
}

} // namespace

void check_text(const Block& block, const ShownText& shown, CheckContext& context) {
    const TextPlace place{block, shown, context};
    check_live_values(place);
    for (const Link& link : find_links(shown.text))
        check_link(link, place);
    if (shown.states_results)
        check_bare_results(place);
}

} // namespace lockstep::content
