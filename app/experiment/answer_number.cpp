// SPDX-License-Identifier: MIT
// Answers that come from the learner's own run.
#include "app/content/blocks/answer.hpp"
#include "app/experiment/live_number.hpp"

#include <charconv>
#include <cmath>

namespace lockstep {

namespace {

std::optional<LiveNumber> operand(const Session& session, const content::Lesson& lesson,
                                  std::string_view written, std::string_view block) {
    double number = 0;
    const auto [end, error] =
        std::from_chars(written.data(), written.data() + written.size(), number);
    if (error == std::errc{} && end == written.data() + written.size())
        return LiveNumber{number, number, number, NumberKind::Exact, false, {}};
    const auto wanted = content::read_live_value(written);
    if (!wanted)
        return std::nullopt;
    return live_number(session, lesson, *wanted, block);
}

} // namespace

std::optional<LiveNumber> answer_number(const Session& session, const content::Lesson& lesson,
                                        std::string_view written, std::string_view block) {
    const auto parts = content::answer_parts(written);
    if (parts.size() == 1)
        return operand(session, lesson, parts.front().text, block);
    double value = 1;
    for (const content::AnswerPart& part : parts) {
        const auto number = operand(session, lesson, part.text, block);
        if (!number)
            return std::nullopt;
        value = part.divides ? value / number->value : value * number->value;
    }
    if (!std::isfinite(value))
        return std::nullopt;
    return LiveNumber{value, value, value, NumberKind::Exact, false, {}};
}

bool has_no_answer(const Session& session, const content::Lesson& lesson,
                   const content::QuizBody& quiz, std::string_view block) {
    return !quiz.answer_live.empty() && !answer_number(session, lesson, quiz.answer_live, block);
}

} // namespace lockstep
