// SPDX-License-Identifier: MIT
// Folding events into progress.
#include "app/ledger/progress.hpp"

#include "app/experiment/events.hpp"

#include <algorithm>

namespace lockstep::ledger {

namespace {

/// What is no step says nothing.
std::optional<content::Step> step_of(const std::string& json) {
    const auto number = events::read_number(json);
    if (!number || *number < 0 || *number > static_cast<int>(content::Step::Explain))
        return std::nullopt;
    return static_cast<content::Step>(*number);
}

bool is_answered(const std::string& json) {
    BlockState block;
    return events::read_answer(json, block) && block.answered;
}

int answered_of(const content::Lesson& lesson, const std::set<std::string>& answered) {
    return static_cast<int>(std::ranges::count_if(lesson.blocks, [&](const content::Block& block) {
        return block.kind == "quiz" && answered.contains(block.id);
    }));
}

int questions_of(const content::Lesson& lesson) {
    return static_cast<int>(std::ranges::count(lesson.blocks, "quiz", &content::Block::kind));
}

} // namespace

bool LessonProgress::finished(const content::Lesson& lesson) const {
    return reached == content::Step::Explain &&
           answered_of(lesson, answered) == questions_of(lesson);
}

double LessonProgress::share(const content::Lesson& lesson) const {
    const int steps = static_cast<int>(reached), questions = questions_of(lesson);
    return static_cast<double>(steps + answered_of(lesson, answered)) / (3 + questions);
}

std::map<std::string, LessonProgress> progress(const std::vector<Event>& all_events) {
    std::map<std::string, LessonProgress> all;
    for (const Event& event : all_events) {
        LessonProgress& lesson = all[event.lesson];
        lesson.last_time = std::max(lesson.last_time, event.time);
        if (event.kind == events::guess_kind)
            lesson.guessed = true;
        else if (event.kind == events::run_kind)
            ++lesson.runs;
        else if (event.kind == events::answer_kind && is_answered(event.json))
            lesson.answered.insert(event.block);
        else if (event.kind == events::step_kind)
            lesson.reached = std::max(lesson.reached, step_of(event.json).value_or(lesson.reached));
    }
    return all;
}

} // namespace lockstep::ledger
