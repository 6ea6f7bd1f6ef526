// SPDX-License-Identifier: MIT
// How each point of a drawn curve compares with what was measured.
#include "app/experiment/lookup.hpp"
#include "app/experiment/queries.hpp"

#include <cmath>

namespace lockstep {

namespace {

/// A guess is right within a tenth of what was measured, whatever the interval says.
constexpr double right_within = 0.1;

const BlockState* block_state(const Session& session, const content::Lesson& lesson,
                              std::string_view block) {
    const LessonState* state = session.state(lesson.id);
    if (!state) return nullptr;
    const auto found = state->blocks.find(std::string(block));
    return found == state->blocks.end() ? nullptr : &found->second;
}

} // namespace

std::vector<PointVerdict> verdicts(const Session& session, const content::Lesson& lesson,
                                   const content::PredictBody& body, std::string_view block) {
    std::vector<PointVerdict> all;
    const Guess* guess = standing_guess(block_state(session, lesson, block));
    const LessonState* state = session.state(lesson.id);
    if (!guess || !state) return all;
    const Run* run = run_for_guess(*state, body.experiment, *guess);
    if (!run || run->series.empty()) return all;
    for (const Estimate& mark : run->series.front().points) {
        const auto height = guess->at(mark.x);
        // The given point was not guessed.
        const bool given = body.has_given && std::abs(mark.x - body.given_x) < 1e-9;
        const bool decided = mark.n > 0 && !mark.provisional && mark.status == PointStatus::Ok;
        if (!height || given || !decided) continue;
        const bool inside = *height >= mark.low && *height <= mark.high;
        const bool near = std::abs(*height - mark.value) <= right_within * std::abs(mark.value);
        all.push_back({mark.x, *height, mark.value, mark.low, mark.high, inside || near});
    }
    return all;
}

} // namespace lockstep
