// SPDX-License-Identifier: MIT
// A live value as a number with its interval, before it becomes words.
#pragma once

#include "app/content/blocks/bodies.hpp"
#include "app/experiment/session.hpp"

#include <optional>
#include <string>

namespace lockstep {

enum class NumberKind {
    Measured, ///< has an interval: its digits are shown
    Counted,  ///< by the simulator: exact, the same everywhere
    Exact,    ///< a model, a guess, a setting: three digits
    Share,    ///< shown as per cent
    TimeNs    ///< shown in the unit that suits it
};

struct LiveNumber {
    double value = 0, low = 0, high = 0;
    NumberKind kind = NumberKind::Exact;
    bool provisional = false; ///< of the pilot: two digits
    std::string unit;         ///< follows the number; empty for none

    std::string text() const;
};

/// Nothing when the value does not exist here or is no number ({{cpu}}).
std::optional<LiveNumber> live_number(const Session& session, const content::Lesson& lesson,
                                      const content::LiveValue& wanted, std::string_view block);

/// The experiment that a live value speaks of: `in=`, else its block's, else the first. Null when
/// the lesson has no such.
const content::Experiment* experiment_of(const content::Lesson& lesson,
                                         const content::LiveValue& wanted, std::string_view block);

/// The answer of a prediction or a question: a live value ("measured p=2"), a number as written, or
/// several of them with "times" and "over" between (content/blocks/answer.hpp), from left to right.
std::optional<LiveNumber> answer_number(const Session& session, const content::Lesson& lesson,
                                        std::string_view written, std::string_view block);

/// A question whose answer is a run's, and this machine has not given it (disturbed, too few
/// cores): the lesson goes on without it.
bool has_no_answer(const Session& session, const content::Lesson& lesson,
                   const content::QuizBody& quiz, std::string_view block);

} // namespace lockstep
