// SPDX-License-Identifier: MIT
// ```quiz: a choice, a number, an order, or "set the slider so that ...", judged by a run.
#include "app/content/blocks/answer.hpp"
#include "app/content/blocks/kind.hpp"
#include "app/content/check_context.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <sstream>

namespace lockstep::content {

std::vector<AnswerPart> answer_parts(std::string_view written) {
    std::vector<AnswerPart> parts(1);
    std::istringstream words{std::string(written)};
    for (std::string word; words >> word;)
        if (word == "times" || word == "over")
            parts.push_back({"", word == "over"});
        else
            parts.back().text += (parts.back().text.empty() ? "" : " ") + word;
    return parts;
}

namespace {

/// Of a run, relative: the digits shown are not all that there are.
constexpr double live_tolerance = 0.1;

bool is_number(const std::string& text) {
    return !text.empty() && text.find_first_not_of("0123456789.") == std::string::npos;
}

constexpr std::pair<std::string_view, QuizKind> kinds[] = {
    {"choice", QuizKind::Choice},
    {"number", QuizKind::Number},
    {"order", QuizKind::Order},
    {"set", QuizKind::Set},
};

void read_choices(Keys& keys, QuizBody& body) {
    for (const Tree* tree : keys.tables("choice")) {
        Keys said = keys.inside(*tree, "a choice");
        body.choices.push_back(
            {said.needed_text("text"), said.text("says"), said.flag("right", false)});
        said.done();
    }
}

/// order = ['first', 'second']: the right one, by the texts of the choices.
void read_order(Keys& keys, QuizBody& body) {
    std::vector<std::string> shown;
    for (const QuizChoice& choice : body.choices)
        shown.push_back(choice.text);
    for (const std::string& said : keys.texts("order")) {
        const auto found = std::ranges::find(shown, said);
        if (found == shown.end())
            keys.report(keys.line("order"), fmt::format("'{}' is none of the choices.", said),
                        suggestion(said, shown));
        else
            body.order.push_back(static_cast<int>(found - shown.begin()));
    }
}

void read_answer(Keys& keys, QuizBody& body) {
    const Tree* answer = keys.peek("answer");
    if (answer && answer->is_text())
        body.answer_live = keys.text("answer");
    else
        body.answer = keys.number("answer", 0);
    if (body.kind == QuizKind::Number && !answer)
        keys.report(keys.line(), "this quiz asks for a number and has no 'answer'.",
                    "Add answer = 3, or a live value, answer = 'measured p=2'.");
}

std::shared_ptr<BlockBody> read(Keys& keys, const BlockContext&) {
    auto body = std::make_shared<QuizBody>();
    body->kind = keys.one_of("kind", kinds, QuizKind::Choice);
    body->ask = keys.needed_text("ask");
    read_choices(keys, *body);
    read_order(keys, *body);
    read_answer(keys, *body);
    body->tolerance = keys.number("tolerance", body->answer_live.empty() ? 0 : live_tolerance);
    body->unit = keys.text("unit");
    body->hint = keys.text("hint");
    body->because = keys.needed_text("because");
    body->experiment = keys.text("experiment", "main");
    body->at = keys.values("at");
    body->low = keys.number("low", 0);
    body->high = keys.number("high", 0);
    return body;
}

void check_choices(const Block& block, const QuizBody& body, CheckContext& context) {
    const auto right = std::ranges::count_if(body.choices, &QuizChoice::right);
    if (right != 1)
        context.report(block, "choice", fmt::format("{} choices are right.", right),
                       "Give exactly one choice right = true.");
    if (body.choices.size() < 2)
        context.report(block, "choice", "there is nothing to choose from.",
                       "Add two [[choice]] or more.");
    for (std::size_t i = 0; i < body.choices.size(); ++i)
        if (body.choices[i].says.empty())
            context.report(block, fmt::format("choice.{}", i),
                           fmt::format("choice '{}' has no 'says'.", body.choices[i].text),
                           "Add says = '...': what is said to who chooses it.");
}

void check(const Block& block, CheckContext& context) {
    const auto& body = static_cast<const QuizBody&>(*block.body);
    const Experiment* experiment = check_experiment(block, body.experiment, context);
    if (body.kind == QuizKind::Choice)
        check_choices(block, body, context);
    if (body.kind != QuizKind::Choice && body.hint.empty())
        context.report(block, "hint", "a first wrong answer gets no hint.", "Add hint = '...'.");
    if (body.kind == QuizKind::Order && body.order.size() != body.choices.size())
        context.report(block, "order", "'order' does not name every choice once.",
                       "List the texts of all choices in their right order.");
    if (body.kind != QuizKind::Set || !experiment)
        return;
    if (!(body.low < body.high))
        context.report(block, "low", "no value can lie between 'low' and 'high'.",
                       "Write low = 1.2 and high = 1.4.");
    check_values(body.at, *experiment, fmt::format("at of block '{}'", block.id), context,
                 [&](const std::string& name, std::string what, std::string remedy) {
                     context.report(block, "at." + name, std::move(what), std::move(remedy));
                 });
}

std::vector<ShownText> texts(const BlockBody& shown) {
    const auto& body = static_cast<const QuizBody&>(shown);
    std::vector<ShownText> texts{{"ask", body.ask, true, false},
                                 {"hint", body.hint, false, false},
                                 {"because", body.because, false, false}};
    for (std::size_t i = 0; i < body.choices.size(); ++i) {
        texts.push_back({fmt::format("choice.{}.text", i), body.choices[i].text, true, false});
        texts.push_back({fmt::format("choice.{}.says", i), body.choices[i].says, false, false});
    }
    for (const AnswerPart& part : answer_parts(body.answer_live))
        if (!body.answer_live.empty() && !is_number(part.text))
            texts.push_back({"answer", "{{" + part.text + "}}", false, false});
    return texts;
}

} // namespace

extern const BlockKind quiz_block{
    .name = "quiz",
    .sentence = "A question whose every wrong answer has its own sentence.",
    .read = &read,
    .check = &check,
    .texts = &texts,
    .begins = nullptr,
};

} // namespace lockstep::content
