// SPDX-License-Identifier: MIT
// ```predict: what the learner commits to before the run, and how wrong answers are read.
#include "app/content/blocks/kind.hpp"
#include "app/content/check_context.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace lockstep::content {
namespace {

constexpr std::pair<std::string_view, PredictKind> kinds[] = {
    {"curve", PredictKind::Curve},
    {"number", PredictKind::Number},
    {"choice", PredictKind::Choice},
    {"order", PredictKind::Order},
};

int index_of(const std::vector<std::string>& choices, const std::string& said) {
    const auto found = std::ranges::find(choices, said);
    return found == choices.end() ? -1 : static_cast<int>(found - choices.begin());
}

int needed_index(Keys& keys, std::string_view key, const std::vector<std::string>& choices,
                 const std::string& said) {
    const int index = index_of(choices, said);
    if (index < 0)
        keys.report(keys.line(key), fmt::format("'{}' is none of the choices.", said),
                    suggestion(said, choices));
    return index;
}

void read_answer(Keys& keys, PredictBody& body) {
    switch (body.kind) {
    case PredictKind::Curve:
        break;
    case PredictKind::Number:
        body.answer_live = keys.needed_text("answer");
        break;
    case PredictKind::Choice:
        body.answer = needed_index(keys, "answer", body.choices, keys.text("answer"));
        break;
    case PredictKind::Order:
        for (const std::string& said : keys.texts("order"))
            body.order.push_back(needed_index(keys, "order", body.choices, said));
        break;
    }
}

void read_given(Keys& keys, PredictBody& body) {
    const Values given = keys.values("given");
    if (given.empty())
        return;
    body.given_x = given.begin()->second;
    body.has_given = true;
}

void read_readings(Keys& keys, PredictBody& body) {
    for (const Tree* tree : keys.tables("reading")) {
        Keys said = keys.inside(*tree, "a reading");
        Reading reading;
        reading.like = said.needed_text("like");
        reading.with = said.values("with");
        reading.says = said.needed_text("says");
        said.done();
        if (body.kind == PredictKind::Choice) {
            const int index = needed_index(said, "like", body.choices, reading.like);
            if (index < 0)
                continue;
            reading.like = std::to_string(index);
        }
        body.readings.push_back(std::move(reading));
    }
}

std::shared_ptr<BlockBody> read(Keys& keys, const BlockContext&) {
    auto body = std::make_shared<PredictBody>();
    body->kind = keys.one_of("kind", kinds, PredictKind::Curve);
    body->experiment = keys.text("experiment", "main");
    body->ask = keys.needed_text("ask");
    body->right = keys.text("right");
    body->choices = keys.texts("choices");
    body->tolerance = keys.number("tolerance", body->tolerance);
    body->unit = keys.text("unit");
    read_answer(keys, *body);
    read_given(keys, *body);
    read_readings(keys, *body);
    return body;
}

void check(const Block& block, CheckContext& context) {
    const auto& body = static_cast<const PredictBody&>(*block.body);
    const Experiment* experiment = check_experiment(block, body.experiment, context);
    if (body.right.empty())
        context.report(block, "right", "a right guess hears nothing.",
                       "Add right = '...': why it was right.");
    if (body.readings.empty())
        context.report(block, "reading", "no wrong answer is read.",
                       "Add a [[reading]] for each misconception that you expect.");
    if (body.kind != PredictKind::Curve || !experiment)
        return;
    for (std::size_t i = 0; i < body.readings.size(); ++i) {
        const Reading& reading = body.readings[i];
        const auto& models =
            experiment->counts() ? context.known.count_models : context.known.models;
        if (std::ranges::find(models, reading.like) != models.end())
            continue;
        context.report(block, fmt::format("reading.{}.like", i),
                       fmt::format("there is no model '{}'{}.", reading.like,
                                   experiment->counts() ? " of a count" : ""),
                       suggestion(reading.like, models));
    }
}

std::vector<ShownText> texts(const BlockBody& shown) {
    const auto& body = static_cast<const PredictBody&>(shown);
    std::vector<ShownText> texts{{"ask", body.ask, true, false}, {"right", body.right}};
    for (const std::string& choice : body.choices)
        texts.push_back({"choices", choice, true, false});
    for (std::size_t i = 0; i < body.readings.size(); ++i) {
        const Reading& reading = body.readings[i];
        texts.push_back({fmt::format("reading.{}.says", i), reading.says});
        // What a wrong number is like is a number itself, or a live value.
        const bool live = body.kind == PredictKind::Number && !reading.like.empty() &&
                          reading.like.find_first_not_of("0123456789.") != std::string::npos;
        if (live)
            texts.push_back({fmt::format("reading.{}.like", i), "{{" + reading.like + "}}"});
    }
    if (!body.answer_live.empty())
        texts.push_back({"answer", "{{" + body.answer_live + "}}"});
    return texts;
}

} // namespace

extern const BlockKind predict_block{
    .name = "predict",
    .sentence = "What the learner commits to before the run, and readings of wrong answers.",
    .read = &read,
    .check = &check,
    .texts = &texts,
    .begins = nullptr,
};

} // namespace lockstep::content
