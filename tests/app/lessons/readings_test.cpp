// SPDX-License-Identifier: MIT
// Every wrong guess of every lesson, made and held against a run: its own refutation is what the
// learner hears, with all live values filled in.
#include "app/content/blocks/bodies.hpp"
#include "app/experiment/counts.hpp"
#include "app/experiment/live_number.hpp"
#include "app/experiment/model_value.hpp"
#include "app/experiment/parameters.hpp"
#include "app/experiment/queries.hpp"
#include "app/experiment/run_file.hpp"
#include "app/experiment/sweep.hpp"
#include "sim/models/model.hpp"
#include "tests/window/played_runs.hpp"

#include <algorithm>
#include <cstdlib>
#include <gtest/gtest.h>
#include <unistd.h>

namespace lockstep {
namespace {

using content::PredictBody;
using content::PredictKind;

std::filesystem::path variable(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : ".";
}

/// A learner with one lesson open, after the first run of each of its experiments.
class ReadingsTest : public testing::Test {
  protected:
    void SetUp() override {
        session.course = content::read_course(variable("LOCKSTEP_SOURCE_DIR") / "lessons");
        session.machine = window_tests::quiet_machine();
        const auto file = variable("LOCKSTEP_BINARY_DIR") / "bin/catalogue.json";
        const auto text = read_whole(file, 1u << 20);
        ASSERT_TRUE(text) << text.error().text();
        auto catalogue = protocol::read_catalogue(*text);
        ASSERT_TRUE(catalogue) << catalogue.error().text();
        session.catalogue = *std::move(catalogue);
        folder = std::filesystem::temp_directory_path() /
                 ("lockstep-readings-" + std::to_string(getpid()));
    }
    void TearDown() override { std::filesystem::remove_all(folder); }

    void open(const content::Lesson& lesson) {
        session.lesson_id = lesson.id;
        LessonState& state = session.lessons[lesson.id];
        state.reached = content::Step::Compare;
        state.reveal = Reveal::Strip;
        const auto files = window_tests::write_played_runs(lesson, session.catalogue, folder);
        ASSERT_GE(files.size(), lesson.experiments.size());
        for (std::size_t i = 0; i < lesson.experiments.size(); ++i) {
            auto run = load_run_file(files[i]);
            ASSERT_TRUE(run) << run.error().text();
            run->from_file = false; // as if it had been timed just now
            if (lesson.experiments[i].counts())
                count_as_the_model(lesson.experiments[i], *run);
            state.labs[lesson.experiments[i].id].run = *std::move(run);
        }
    }

    /// Counts are not played: here each point counts what the model says, one thing a request.
    void count_as_the_model(const content::Experiment& experiment, lockstep::Run& run) {
        auto plan = plan_run({.experiment = experiment,
                              .catalogue = session.catalogue,
                              .machine = session.machine,
                              .sliders = {}});
        ASSERT_TRUE(plan) << plan.error().text();
        if (experiment.models.empty())
            return;
        run = std::move(plan->run);
        for (Point& point : run.points) {
            const auto says = model_value(*models::find_model(experiment.models.front()),
                                          experiment, session.machine, point.parameters, {});
            ASSERT_TRUE(says);
            point.counted.emplace();
            point.counted->counters[experiment.simulated->of] = *says;
            point.counted->counters[experiment.simulated->per] = 1;
        }
        run.series = run.planned;
        for (Series& series : run.series)
            for (Estimate& mark : series.points)
                mark = counted_estimate(run, mark);
        run.finished = true;
    }

    lockstep::Run& run_of(const content::Lesson& lesson, const std::string& experiment) {
        return *session.lessons[lesson.id].labs[experiment].run;
    }

    /// What somebody draws who thinks as this model does.
    std::map<double, double> curve_of(const content::Lesson& lesson, const PredictBody& body,
                                      const content::Reading& reading) {
        const content::Experiment& experiment = *lesson.experiment(body.experiment);
        Values values = parameters_of(session, lesson, experiment);
        for (const auto& [name, value] : reading.with)
            values[name] = value;
        const MeasuredFacts facts =
            measured_facts(&run_of(lesson, experiment.id), experiment, session.machine);
        std::map<double, double> curve;
        for (const double x : x_values(experiment, session.machine)) {
            values[experiment.x] = x;
            const auto height = model_value(*models::find_model(reading.like), experiment,
                                            session.machine, values, facts);
            if (height)
                curve[x] = *height;
        }
        return curve;
    }

    Guess guess_of(const content::Lesson& lesson, const content::Block& block,
                   const PredictBody& body, const content::Reading& reading) {
        Guess guess;
        if (body.kind == PredictKind::Curve)
            guess.curve = curve_of(lesson, body, reading);
        if (body.kind == PredictKind::Choice)
            for (std::size_t i = 0; i < body.choices.size(); ++i)
                if (body.choices[i] == reading.like || std::to_string(i) == reading.like)
                    guess.choice = static_cast<int>(i);
        if (body.kind == PredictKind::Number)
            if (const auto like = answer_number(session, lesson, reading.like, block.id))
                guess.number = like->value;
        return guess;
    }

    Session session;
    std::filesystem::path folder;
};

TEST_F(ReadingsTest, AQuestionOfTheRunHasItsAnswerAfterItAndNotBefore) {
    int questions = 0;
    for (const content::Lesson& lesson : session.course.lessons) {
        std::vector<std::string> before;
        for (const content::Block& block : lesson.blocks)
            if (const auto* quiz = lesson.body<content::QuizBody>(block.id))
                if (has_no_answer(session, lesson, *quiz, block.id))
                    before.push_back(block.id);
        open(lesson);
        for (const std::string& id : before) {
            ++questions;
            const auto& quiz = *lesson.body<content::QuizBody>(id);
            const auto answer = answer_number(session, lesson, quiz.answer_live, id);
            ASSERT_TRUE(answer) << lesson.id << ", " << id;
            EXPECT_GT(answer->value, 0) << lesson.id << ", " << id;
            // All that it says is there, too: a paragraph without its value would be left out.
            const std::string ask = fill(session, lesson, quiz.ask, id);
            EXPECT_EQ(std::ranges::count(ask, '\n'), std::ranges::count(quiz.ask, '\n')) << ask;
            EXPECT_FALSE(fill(session, lesson, quiz.because, id).empty())
                << lesson.id << ", " << id;
            std::printf("%s, %s: %s -> %g %s\n", lesson.id.c_str(), id.c_str(), ask.c_str(),
                        answer->value, quiz.unit.c_str());
        }
    }
    EXPECT_GE(questions, 7) << "and two more that the passport answers";
}

TEST_F(ReadingsTest, EveryWrongGuessHearsItsOwnRefutation) {
    int readings = 0;
    for (const content::Lesson& lesson : session.course.lessons) {
        open(lesson);
        for (const content::Block& block : lesson.blocks) {
            const auto* body = dynamic_cast<const PredictBody*>(block.body.get());
            if (!body)
                continue;
            for (const content::Reading& reading : body->readings) {
                ++readings;
                BlockState& state = session.lessons[lesson.id].blocks[block.id];
                state.guesses = {guess_of(lesson, block, *body, reading)};
                const auto said = refutation(session, lesson, *body, block.id);
                ASSERT_TRUE(said) << lesson.id << ": " << reading.like;
                EXPECT_FALSE(said->right) << lesson.id << ": " << reading.like;
                EXPECT_EQ(said->says, fill(session, lesson, reading.says, block.id))
                    << lesson.id << ": " << reading.like;
                EXPECT_FALSE(said->says.empty()) << lesson.id << ": " << reading.like;
                EXPECT_EQ(said->says.find("{{"), std::string::npos) << said->says;
                std::printf("%s, %s: %s %s\n", lesson.id.c_str(), reading.like.c_str(),
                            said->headline.c_str(), said->says.c_str());
            }
        }
    }
    EXPECT_GE(readings, 15);
}

} // namespace
} // namespace lockstep
