// SPDX-License-Identifier: MIT
// A lesson of every kind of block, a session with it open, effects that write down what was asked,
// and a bench that answers from a formula.
#pragma once

#include "app/content/blocks/bodies.hpp"
#include "app/experiment/commands.hpp"
#include "app/experiment/queries.hpp"
#include "tests/app/experiment/support.hpp"

#include <memory>
#include <string>
#include <vector>

namespace lockstep::testing_support {

struct Remembered {
    std::string kind, lesson, block, json;
};

class WrittenEffects : public Effects {
  public:
    void start_run(const protocol::RunRequest& request) override { requests.push_back(request); }
    void cancel_run() override { ++cancels; }
    void restart_bench() override { ++restarts; }
    void take_passport(const protocol::PassportRequest& request) override {
        passports_asked.push_back(request);
    }
    void keep_passport(const protocol::PassportAnswer& answer) override {
        passports_kept.push_back(answer);
    }
    void find_passport(const protocol::Machine& machine) override {
        passports_sought.push_back(machine);
    }
    void start_simulation(const protocol::SimulateRequest& request) override {
        simulations.push_back(request);
    }
    void cancel_simulation() override { ++simulation_cancels; }
    void ask_simulator(const protocol::ToBench& message) override { asked.push_back(message); }
    void remember(const std::string& kind, const std::string& lesson, const std::string& block,
                  const std::string& json) override {
        events.push_back({kind, lesson, block, json});
    }
    void keep_run(const Run& run) override { kept.push_back(run); }
    void save_run(const Run&, const std::string& path) override { saved.push_back(path); }
    void open_run(const std::string& path) override { opened.push_back(path); }
    void open_known_run(const KnownRun& run) override { known_opened.push_back(run.id); }
    void open_trace(const std::string& path) override { traces_opened.push_back(path); }
    void save_settings(const Settings& settings) override { settings_saved.push_back(settings); }
    void open_web(const std::string& uri) override { web.push_back(uri); }

    int count(const std::string& kind) const {
        int found = 0;
        for (const Remembered& event : events)
            found += event.kind == kind;
        return found;
    }

    std::vector<protocol::RunRequest> requests;
    std::vector<protocol::SimulateRequest> simulations;
    std::vector<protocol::ToBench> asked; ///< of the simulator, about a trace
    std::vector<protocol::PassportRequest> passports_asked;
    std::vector<protocol::PassportAnswer> passports_kept;
    std::vector<protocol::Machine> passports_sought;
    int cancels = 0, restarts = 0, simulation_cancels = 0;
    std::vector<Remembered> events;
    std::vector<Run> kept;
    std::vector<std::string> saved, opened, known_opened, traces_opened, web;
    std::vector<Settings> settings_saved;
};

template <class Body>
content::Block block(const std::string& kind, const std::string& id, content::Step step,
                     Body body) {
    return {kind, id, step, 1, std::make_shared<Body>(std::move(body))};
}

inline content::PredictBody curve_body() {
    content::PredictBody curve;
    curve.ask = "Draw it.";
    curve.right = "Right: {{measured f=0.5}}.";
    curve.given_x = 0;
    curve.has_given = true;
    curve.readings.emplace_back();
    curve.readings[0].like = "straight_line";
    curve.readings[0].says = "You drew {{you f=0.5}}, this machine gave {{measured f=0.5}}.";
    curve.readings.emplace_back();
    curve.readings[1].like = "linear";
    curve.readings[1].says = "Even with nothing shared you drew {{you f=0}}.";
    return curve;
}

inline content::RunBody gate_body() {
    content::RunBody gate;
    gate.ask = "Share it out";
    gate.gate = true;
    gate.compare.emplace();
    gate.compare->a = {{"f", 0.5}};
    gate.compare->b = {{"f", 0.0}};
    gate.compare->expect = "above";
    gate.compare->above = "It was {{ratio}} times as fast.";
    gate.compare->same = "Not distinguishable.";
    gate.compare->below = "Slower, {{ratio}}.";
    return gate;
}

inline content::RunBody fails_body() {
    content::RunBody fails;
    fails.set = {{"piece_us", 0.05}};
    fails.compare.emplace();
    fails.compare->a = {{"f", 1.0}};
    fails.compare->b = {{"f", 1.0}};
    fails.compare->b_model = true;
    fails.compare->expect = "below";
    fails.compare->above = "Above.";
    fails.compare->same = "Same.";
    fails.compare->below = "The law says {{model f=1}}, this machine {{measured f=1}}.";
    return fails;
}

inline std::vector<content::Block> quiz_blocks() {
    using content::Step;
    content::QuizBody choice;
    choice.ask = "Which?";
    choice.choices = {{"no", "Not so.", false}, {"maybe", "Hm.", false}, {"yes", "Right.", true}};
    content::QuizBody number;
    number.kind = content::QuizKind::Number;
    number.answer = 1.5;
    number.tolerance = 0.05;
    content::QuizBody set;
    set.kind = content::QuizKind::Set;
    set.at = {{"f", 1.0}};
    set.low = 1.9;
    set.high = 2.1;
    return {block("quiz", "choice", Step::Explain, choice),
            block("quiz", "number", Step::Explain, number),
            block("quiz", "set", Step::Explain, set)};
}

inline content::Lesson lesson() {
    using content::Step;
    content::Lesson made;
    made.id = "amdahl";
    made.title = "Amdahl's law";
    made.hash = "abc";
    made.experiments = {shared_part()};
    content::TextBody text;
    text.markdown = "You have {{cores}} cores.";
    made.blocks = {block("text", "text-1", Step::Predict, text),
                   block("predict", "curve", Step::Predict, curve_body()),
                   block("run", "first", Step::Run, gate_body()),
                   block("run", "fine", Step::Compare, fails_body())};
    content::PredictBody limit;
    limit.kind = content::PredictKind::Choice;
    limit.choices = {"none", "20"};
    limit.answer = 1;
    limit.right = "1/0.05.";
    limit.readings.emplace_back();
    limit.readings[0].like = "none";
    limit.readings[0].says = "The 5 % stay.";
    made.blocks.push_back(block("predict", "limit", Step::Compare, limit));
    for (content::Block& quiz : quiz_blocks())
        made.blocks.push_back(std::move(quiz));
    return made;
}

/// A session with the lesson open and the bench ready.
struct Scene {
    explicit Scene(int cores = 2) {
        session.course.lessons = {lesson(), content::Lesson{}};
        session.course.lessons[1].id = "next";
        session.course.lessons[1].title = "The next one";
        protocol::Hello hello;
        hello.catalogue = catalogue();
        hello.machine = machine(cores);
        receive(session, hello, effects);
        act(command::OpenLesson{"amdahl"});
    }

    void act(const Command& command) { apply(session, command, effects); }

    LessonState& state() { return session.lessons["amdahl"]; }
    BlockState& block(const std::string& id) { return state().blocks[id]; }
    LabState& lab() { return state().labs["main"]; }
    const content::Lesson& open() const { return *session.lesson(); }
    const content::Experiment& main() const { return open().experiments[0]; }

    void draw(const std::function<double(double)>& height) {
        for (const double f : {0.0, 0.25, 0.5, 0.75, 1.0})
            act(command::DraftCurve{"curve", f, height(f)});
    }
    void guess(const std::function<double(double)>& height) {
        draw(height);
        act(command::LockGuess{"curve"});
    }

    /// Answers the last request: rounds of every point, then done.
    void answer(const TimeOf& time_of = amdahl_time, int flags = 0) {
        begin(time_of);
        send_rounds(11, 15, flags, time_of);
        protocol::Done done;
        done.id = effects.requests.back().id;
        receive(session, done, effects);
    }
    void begin(const TimeOf& time_of = amdahl_time) {
        for (const auto& point : effects.requests.back().points) {
            protocol::PointState made;
            made.id = effects.requests.back().id;
            made.point = point.id;
            made.items = 100;
            receive(session, made, effects);
        }
        send_rounds(0, 11, protocol::sample_pilot, time_of);
    }
    void send_rounds(int first, int count, int flags, const TimeOf& time_of) {
        // Made in a run of the same points, then sent as messages.
        const protocol::RunRequest& request = effects.requests.back();
        Run run;
        run.id = request.id;
        for (const auto& asked : request.points) {
            Point point;
            point.id = asked.id;
            point.variant = asked.variant;
            point.parameters = asked.parameters;
            run.points.push_back(point);
        }
        add_rounds(run, first, count, flags, time_of);
        for (const Point& point : run.points) {
            protocol::Samples samples;
            samples.id = request.id;
            samples.point = point.id;
            samples.round = point.round;
            samples.time_ns = point.time_ns;
            samples.busy_ns = point.busy_ns;
            samples.longest_ns = point.longest_ns;
            samples.serial_ns = point.serial_ns;
            samples.flags = point.flags;
            receive(session, samples, effects);
        }
    }

    /// Guessed, run, asked and answered: everything of Compare is open.
    void reach_compare(const std::function<double(double)>& height = [](double f) {
        return 1 + f;
    }) {
        guess(height);
        act(command::StartRun{"main"});
        answer();
        if (const auto question = marks_question(session, open(), main()))
            act(command::MarksDid{"first", question->right});
    }

    Session session;
    WrittenEffects effects;
};

} // namespace lockstep::testing_support
