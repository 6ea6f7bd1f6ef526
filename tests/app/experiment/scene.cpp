// SPDX-License-Identifier: MIT
#include "tests/app/experiment/scene.hpp"

namespace lockstep::testing_support {

WrittenEffects::WrittenEffects() = default;
WrittenEffects::~WrittenEffects() = default;

void WrittenEffects::start_run(const protocol::RunRequest& request) {
    requests.push_back(request);
}
void WrittenEffects::cancel_run() {
    ++cancels;
}
void WrittenEffects::restart_bench() {
    ++restarts;
}
void WrittenEffects::take_passport(const protocol::PassportRequest& request) {
    passports_asked.push_back(request);
}

void WrittenEffects::keep_passport(const protocol::PassportAnswer& answer) {
    passports_kept.push_back(answer);
}

void WrittenEffects::find_passport(const protocol::Machine& machine) {
    passports_sought.push_back(machine);
}

void WrittenEffects::start_simulation(const protocol::SimulateRequest& request) {
    simulations.push_back(request);
}

void WrittenEffects::cancel_simulation() {
    ++simulation_cancels;
}
void WrittenEffects::ask_simulator(const protocol::ToBench& message) {
    asked.push_back(message);
}
void WrittenEffects::remember(const std::string& kind, const std::string& lesson,
                              const std::string& block, const std::string& json) {
    events.push_back({kind, lesson, block, json});
}

void WrittenEffects::keep_run(const Run& run) {
    kept.push_back(run);
}
void WrittenEffects::save_run(const Run&, const std::string& path) {
    saved.push_back(path);
}
void WrittenEffects::open_run(const std::string& path) {
    opened.push_back(path);
}
void WrittenEffects::open_known_run(const KnownRun& run) {
    known_opened.push_back(run.id);
}
void WrittenEffects::open_trace(const std::string& path) {
    traces_opened.push_back(path);
}
void WrittenEffects::save_settings(const Settings& settings) {
    settings_saved.push_back(settings);
}
void WrittenEffects::open_web(const std::string& uri) {
    web.push_back(uri);
}
int WrittenEffects::count(const std::string& kind) const {
    int found = 0;
    for (const Remembered& event : events)
        found += event.kind == kind;
    return found;
}

content::PredictBody curve_body() {
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

content::RunBody gate_body() {
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

content::RunBody fails_body() {
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

std::vector<content::Block> quiz_blocks() {
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

content::Lesson lesson() {
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

Scene::Scene(int cores) {
    session.course.lessons = {lesson(), content::Lesson{}};
    session.course.lessons[1].id = "next";
    session.course.lessons[1].title = "The next one";
    protocol::Hello hello;
    hello.catalogue = catalogue();
    hello.machine = machine(cores);
    receive(session, hello, effects);
    act(command::OpenLesson{"amdahl"});
}

Scene::~Scene() = default;
Scene::Scene(const Scene& other) = default;

void Scene::act(const Command& command) {
    apply(session, command, effects);
}
LessonState& Scene::state() {
    return session.lessons["amdahl"];
}
BlockState& Scene::block(const std::string& id) {
    return state().blocks[id];
}
LabState& Scene::lab() {
    return state().labs["main"];
}
const content::Lesson& Scene::open() const {
    return *session.lesson();
}
const content::Experiment& Scene::main() const {
    return open().experiments[0];
}
void Scene::draw(const std::function<double(double)>& height) {
    for (const double f : {0.0, 0.25, 0.5, 0.75, 1.0})
        act(command::DraftCurve{"curve", f, height(f)});
}

void Scene::guess(const std::function<double(double)>& height) {
    draw(height);
    act(command::LockGuess{"curve"});
}

void Scene::answer(const TimeOf& time_of, int flags) {
    begin(time_of);
    send_rounds(11, 15, flags, time_of);
    protocol::Done done;
    done.id = effects.requests.back().id;
    receive(session, done, effects);
}

void Scene::begin(const TimeOf& time_of) {
    for (const auto& point : effects.requests.back().points) {
        protocol::PointState made;
        made.id = effects.requests.back().id;
        made.point = point.id;
        made.items = 100;
        receive(session, made, effects);
    }
    send_rounds(0, 11, protocol::sample_pilot, time_of);
}

void Scene::send_rounds(int first, int count, int flags, const TimeOf& time_of) {
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

void Scene::reach_compare(const std::function<double(double)>& height) {
    guess(height);
    act(command::StartRun{"main"});
    answer();
    if (const auto question = marks_question(session, open(), main()))
        act(command::MarksDid{"first", question->right});
}

} // namespace lockstep::testing_support
