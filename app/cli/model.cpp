// SPDX-License-Identifier: MIT
// `lockstep model`: what a formula says, without running anything.
#include "sim/models/model.hpp"

#include "app/cli/commands.hpp"
#include "app/cli/json_output.hpp"
#include "app/cli/outputs.hpp"
#include "app/cli/terminal.hpp"
#include "app/cli/values.hpp"
#include "sim/base/units.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fmt/format.h>

namespace lockstep::cli {

namespace {

struct Question {
    const models::Model* model = nullptr;
    Values set;
    std::string x;
    std::vector<double> xs;
};

Result<Question> read_question(const ModelOptions& options) {
    Question question;
    question.model = models::find_model(options.name);
    if (!question.model) {
        std::vector<std::string> names;
        for (const models::Model* model : models::all_models())
            names.emplace_back(model->name);
        return Failure(unknown_name("model", options.name, names));
    }
    for (const std::string& text : options.set) {
        LOCKSTEP_TRY(const Setting setting, read_setting("--set", text));
        LOCKSTEP_TRY(question.set[setting.name],
                     read_value(*question.model, setting.name, setting.values.front()));
    }
    LOCKSTEP_TRY(const Setting sweep, read_setting("--sweep", options.sweep));
    question.x = sweep.name;
    for (const std::string& text : sweep.values) {
        LOCKSTEP_TRY(const double x, read_value(*question.model, sweep.name, text));
        question.xs.push_back(x);
    }
    LOCKSTEP_TRY(question.xs, rising(std::move(question.xs), sweep.name));
    return question;
}

using Points = std::vector<std::pair<double, double>>;

void print(const Question& question, const Points& points) {
    const models::Model& model = *question.model;
    fmt::print("{}\n{}{}\n", model.title, wrapped(fmt::format("  {}", model.sentence), 80, 2),
               wrapped(fmt::format("  Source: {}", model.source), 80, 2));
    double longest = 0;
    for (const auto& [x, value] : points)
        if (std::isfinite(value))
            longest = std::max(longest, value);
    std::vector<std::vector<std::string>> rows{{question.x, std::string(model.quantity), ""}};
    for (const auto& [x, value] : points)
        rows.push_back({format_number(x, 6), format_number(value, 5),
                        bar(longest > 0 ? value / longest : 0, 40)});
    fmt::print("{}", table(rows));
    if (question.x == "p" && model.limit) {
        const double limit = model.limit(question.set);
        fmt::print("\n  With unlimited workers: {}\n", format_number(limit, 5));
    }
}

} // namespace

int model(const ModelOptions& options) {
    const auto question = read_question(options);
    if (!question)
        return refuse(question.error(), misuse);
    Points points;
    for (const double x : question->xs) {
        Values values = question->set;
        values[question->x] = x;
        points.emplace_back(x, question->model->value(values));
    }
    if (options.json != "-")
        print(*question, points);
    if (options.json.empty())
        return done;
    const auto written = write_output(
        options.json, model_json(*question->model, question->set, question->x, points));
    return written ? done : refuse(written.error(), cannot);
}

} // namespace lockstep::cli
