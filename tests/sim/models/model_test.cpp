// SPDX-License-Identifier: MIT
// What every model keeps, whatever its formula.
#include "sim/models/model.hpp"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>

namespace lockstep::models {

static Values defaults(const Model& model) {
    Values values;
    for (const ModelParameter& parameter : model.parameters)
        values.emplace(parameter.name, parameter.fallback);
    return values;
}

TEST(ModelTest, EveryModelSaysWhatItIs) {
    ASSERT_FALSE(all_models().empty());
    for (const Model* model : all_models()) {
        SCOPED_TRACE(model->name);
        EXPECT_FALSE(model->title.empty());
        EXPECT_FALSE(model->formula.empty());
        EXPECT_FALSE(model->source.empty());
        EXPECT_TRUE(model->sentence.ends_with('.'));
        const std::string_view quantities[] = {"speedup", "relative_time", "time_ms",
                                               "serial_fraction", "claimed", "rate",
                                               "count"};
        EXPECT_NE(std::ranges::find(quantities, model->quantity), std::end(quantities));
        EXPECT_EQ(std::ranges::count(model->formula, '{'), std::ranges::count(model->formula, '}'));
        EXPECT_EQ(model->formula.find('$'), std::string_view::npos);
    }
}

TEST(ModelTest, EveryModelIsFoundByItsOwnName) {
    for (const Model* model : all_models())
        EXPECT_EQ(find_model(model->name), model) << model->name << " is there twice";
    EXPECT_EQ(find_model("amdal"), nullptr);
    EXPECT_EQ(find_model(""), nullptr);
}

TEST(ModelTest, ParametersHaveDefaultsInsideTheirRange) {
    for (const Model* model : all_models()) {
        for (const ModelParameter& parameter : model->parameters) {
            SCOPED_TRACE(std::string(model->name) + " " + std::string(parameter.name));
            EXPECT_FALSE(parameter.words.empty());
            EXPECT_LT(parameter.low, parameter.high);
            EXPECT_GE(parameter.fallback, parameter.low);
            EXPECT_LE(parameter.fallback, parameter.high);
        }
    }
}

TEST(ModelTest, MissingParametersTakeTheirDefaultAndOthersAreIgnored) {
    for (const Model* model : all_models()) {
        SCOPED_TRACE(model->name);
        Values values = defaults(*model);
        EXPECT_EQ(model->value(values), model->value({}));
        values.emplace("no_such_parameter", 17);
        EXPECT_EQ(model->value(values), model->value({}));
    }
}

TEST(ModelTest, ValuesAreNumbersAtTheEndsOfEveryRange) {
    for (const Model* model : all_models()) {
        for (const ModelParameter& parameter : model->parameters) {
            SCOPED_TRACE(std::string(model->name) + " " + std::string(parameter.name));
            for (const double end : {parameter.low, parameter.high}) {
                Values values = defaults(*model);
                values.insert_or_assign(std::string(parameter.name), end);
                EXPECT_TRUE(std::isfinite(model->value(values))) << "at " << end;
            }
        }
    }
}

TEST(ModelTest, ALimitIsWhereTheValueGoesAsWorkersGrow) {
    for (const Model* model : all_models()) {
        if (model->limit == nullptr)
            continue;
        SCOPED_TRACE(model->name);
        Values values = defaults(*model);
        values.insert_or_assign("p", 1e9);
        const double limit = model->limit(values);
        if (std::isinf(limit)) {
            EXPECT_GT(model->value(values), 1e6);
        } else {
            EXPECT_NEAR(model->value(values), limit, 1e-6 * std::abs(limit));
        }
    }
}

TEST(ModelDeathTest, ReadingAnUndeclaredParameterIsADefect) {
    EXPECT_DEATH(read(find_model("linear")->parameters, {}, "f"), "does not declare");
}

} // namespace lockstep::models
