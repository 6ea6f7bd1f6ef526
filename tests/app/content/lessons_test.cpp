// SPDX-License-Identifier: MIT
// The lessons of this tree against what this build really has: the catalogue that the bench wrote,
// the models of sim/models, the figures of app/blocks.
#include "app/content/blocks/bodies.hpp"
#include "app/content/paths.hpp"
#include "sim/models/model.hpp"
#include "tests/app/content/checked.hpp"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lockstep::content {
namespace {

std::filesystem::path source_dir() {
    const char* tree = std::getenv("LOCKSTEP_SOURCE_DIR");
    return tree ? tree : ".";
}

TEST(Lessons, AreCleanAgainstThisBuild) {
    const char* build = std::getenv("LOCKSTEP_BINARY_DIR");
    const std::filesystem::path file =
        std::filesystem::path(build ? build : ".") / "bin/catalogue.json";
    const auto text = read_text(file);
    if (!text)
        GTEST_SKIP() << "the bench has not been built: there is no " << file;
    auto catalogue = protocol::read_catalogue(*text);
    ASSERT_TRUE(catalogue) << catalogue.error().text();
    KnownNames known{*std::move(catalogue), {}, figure_names()};
    for (const models::Model* model : models::all_models()) {
        known.models.emplace_back(model->name);
        if (model->quantity == "count")
            known.count_models.emplace_back(model->name);
    }
    for (const Problem& problem : check_course(source_dir() / "lessons", source_dir(), known))
        ADD_FAILURE() << problem.text();
}

TEST(Lessons, TheFirstFiveAreThere) {
    const Course course = read_course(source_dir() / "lessons");
    std::vector<std::string> numbers;
    for (const Lesson& lesson : course.lessons)
        numbers.push_back(lesson.number + " " + lesson.id);
    EXPECT_THAT(numbers,
                testing::IsSupersetOf({"1.1 one-cashier", "1.2 amdahl", "3.3 false-sharing",
                                       "3.5 stragglers", "4.2 divergence"}));
}

TEST(Lessons, EachHasAFindingThatIsExpectedAndACaseInWhichItsModelFails) {
    const Course course = read_course(source_dir() / "lessons");
    for (const Lesson& lesson : course.lessons) {
        int findings = 0, failures = 0;
        for (const Block& block : lesson.blocks) {
            const auto* run = dynamic_cast<const RunBody*>(block.body.get());
            if (!run || !run->compare)
                continue;
            findings += !run->compare->expect.empty();
            failures += run->compare->a_model || run->compare->b_model;
        }
        EXPECT_GE(findings, 2) << lesson.id;
        EXPECT_GE(failures, 1) << lesson.id;
    }
}

// ---- readings of wrong guesses
// ----------------------------------------------------------------------

/// What the model of a curve says along the experiment's x, on a machine with so many cores and
/// lanes.
std::vector<double> curve(const Experiment& experiment, const std::string& model,
                          const Values& with, int cores, int lanes) {
    Values values{{"p", cores}, {"group", lanes}};
    for (const auto& [name, value] : experiment.set)
        values[name] = value;
    for (const Slider& slider : experiment.sliders)
        values[slider.parameter] = slider.start.on(cores, 8);
    for (const auto& [name, value] : with)
        values[name] = value;
    std::vector<double> xs = experiment.x_values;
    for (int lane = 0; xs.empty() || (experiment.x_lanes && lane <= lanes); ++lane)
        xs.push_back(lane);
    std::vector<double> heights;
    for (const double x : xs) {
        values[experiment.x] = x;
        heights.push_back(models::find_model(model)->value(values));
    }
    return heights;
}

double distance(const std::vector<double>& a, const std::vector<double>& b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += std::abs(a[i] - b[i]);
    return sum / static_cast<double>(a.size());
}

/// Whoever draws a wrong reading exactly has to hear that reading, and nobody who is right may.
TEST(Lessons, EachReadingIsTheNearestToItsOwnCurve) {
    const Course course = read_course(source_dir() / "lessons");
    int readings = 0;
    for (const auto& [cores, lanes] : {std::pair(2, 4), std::pair(2, 16), std::pair(8, 8)})
        for (const Lesson& lesson : course.lessons)
            for (const Block& block : lesson.blocks) {
                const auto* body = dynamic_cast<const PredictBody*>(block.body.get());
                if (!body || body->kind != PredictKind::Curve)
                    continue;
                const Experiment& experiment = *lesson.experiment(body->experiment);
                const auto right = curve(experiment, experiment.models.front(), {}, cores, lanes);
                for (const Reading& mine : body->readings) {
                    ++readings;
                    const auto guess = curve(experiment, mine.like, mine.with, cores, lanes);
                    EXPECT_GT(distance(guess, right), 0.01) << lesson.id << ": " << mine.like;
                    for (const Reading& other : body->readings)
                        if (&other != &mine) {
                            const auto heights =
                                curve(experiment, other.like, other.with, cores, lanes);
                            EXPECT_GT(distance(guess, heights), 0.01)
                                << lesson.id << ": " << mine.like << " and " << other.like;
                        }
                }
            }
    EXPECT_GE(readings, 3 * 12);
}

} // namespace
} // namespace lockstep::content
