// SPDX-License-Identifier: MIT
#include "app/experiment/slides.hpp"

#include "app/experiment/parameters.hpp"
#include "app/experiment/queries.hpp"

#include <algorithm>

namespace lockstep {

using content::Block;
using content::RunBody;
using content::Step;

namespace {

std::string id_of(const Block* block) {
    return block ? block->id : "";
}

const Block* first_of(const content::Lesson& lesson, std::string_view kind, Step step) {
    const auto found = std::ranges::find_if(lesson.blocks, [&](const Block& block) {
        return block.kind == kind && block.step >= step;
    });
    return found == lesson.blocks.end() ? nullptr : &*found;
}

bool is_heading(const content::Lesson& lesson, const Block& block) {
    const auto* text = lesson.body<content::TextBody>(block.id);
    return text && text->markdown.starts_with('#');
}

/// The heading above the failing case, or the case itself.
std::string failure_block(const content::Lesson& lesson) {
    const Block* failing = failing_case(lesson);
    if (!failing)
        return id_of(first_of(lesson, "run", Step::Compare));
    for (const Block* block = failing; block != lesson.blocks.data(); --block)
        if (block->step >= Step::Compare && is_heading(lesson, *block))
            return block->id;
    return failing->id;
}

} // namespace

Slide slide_of(const Presenter& presenter) {
    return static_cast<Slide>(std::clamp(presenter.slide, 0, last_slide));
}

std::string first_block(const content::Lesson& lesson, Slide slide, Reveal reveal) {
    switch (slide) {
    case Slide::Question:
        return lesson.blocks.empty() ? "" : lesson.blocks.front().id;
    case Slide::Guess:
        return id_of(first_of(lesson, "predict", Step::Predict));
    case Slide::Run:
        return id_of(first_of(lesson, "run", Step::Predict));
    case Slide::Compare:
        if (reveal <= Reveal::Question)
            return id_of(first_of(lesson, "run", Step::Predict));
        [[fallthrough]];
    case Slide::Model:
        return id_of(first_of(lesson, "text", Step::Compare));
    case Slide::Failing:
        return failure_block(lesson);
    case Slide::Quiz:
        return id_of(first_of(lesson, "quiz", Step::Predict));
    }
    return {};
}

const Block* failing_case(const content::Lesson& lesson) {
    const auto found = std::ranges::find_if(lesson.blocks, [&](const Block& block) {
        const auto* run = lesson.body<RunBody>(block.id);
        return run && !run->gate && run->compare && run->compare->b_model;
    });
    return found == lesson.blocks.end() ? nullptr : &*found;
}

bool moves_where_it_fails(const Session& session, const content::Lesson& lesson,
                          const content::Experiment& experiment, const content::Slider& slider) {
    const Block* failing = failing_case(lesson);
    const auto* run = failing ? lesson.body<RunBody>(failing->id) : nullptr;
    if (!run || run->experiment != experiment.id)
        return false;
    const auto set = run->set.find(slider.parameter);
    return set != run->set.end() &&
           set->second != slider_range(slider, counted_machine(session)).start;
}

} // namespace lockstep
