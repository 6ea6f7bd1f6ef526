// SPDX-License-Identifier: MIT
#include "demo_session.hpp"

#include "demo_run.hpp"

#include <array>
#include <cmath>

namespace lockstep::demo {

namespace {

using content::Step;

protocol::ParameterInfo parameter(const char* name, const char* words, const char* unit, double low,
                                  double high, double fallback, bool log = false) {
    protocol::ParameterInfo info;
    info.name = name;
    info.words = words;
    info.unit = unit;
    info.low = low;
    info.high = high;
    info.fallback = fallback;
    info.log = log;
    return info;
}

protocol::Catalogue catalogue() {
    protocol::WorkloadInfo amdahl;
    amdahl.name = "amdahl";
    amdahl.title = "A job with a serial part";
    amdahl.item = "job";
    amdahl.parameters = {parameter("f", "part that can be shared out", "", 0, 1, 0.5),
                         parameter("piece_us", "size of one piece", "us", 0.05, 1000, 20, true)};
    const auto variant = [](const char* name, const char* sentence, bool workers) {
        protocol::VariantInfo info;
        info.name = info.function = name;
        info.sentence = sentence;
        info.file = std::string("kernels/amdahl/") + name + ".cpp";
        info.crew = workers ? "arena" : "one";
        info.takes_workers = workers;
        return info;
    };
    amdahl.variants = {
        variant("serial", "One worker does everything, one step after the other.", false),
        variant("multicore", "The shared part is handed out in pieces by oneTBB.", true)};
    return {{amdahl}};
}

content::Slider slider(const char* name, const char* words, content::Bound start,
                       content::Bound low, content::Bound high, bool log = false) {
    content::Slider made;
    made.parameter = name;
    made.words = words;
    made.start = start;
    made.low = low;
    made.high = high;
    made.log = log;
    return made;
}

content::Experiment shared_part() {
    content::Experiment main;
    main.id = "main";
    main.tab = "shared part";
    main.workload = "amdahl";
    main.variants = {"multicore"};
    main.x = "f";
    main.x_values.assign(shares.begin(), shares.end());
    main.x_words = "part of the job that can be shared, f";
    main.x_unit = "shared";
    main.x_percent = true;
    main.models = {"amdahl"};
    main.sliders = {
        slider("p", "workers", {0, true}, {2, false}, {0, true}),
        slider("piece_us", "size of one piece", {20, false}, {0.05, false}, {1000, false}, true)};
    return main;
}

content::Experiment more_workers() {
    content::Experiment workers = shared_part();
    workers.id = "workers";
    workers.tab = "more workers";
    workers.x = "p";
    workers.x_values = {};
    workers.x_words = "workers, p";
    workers.x_unit.clear();
    workers.x_percent = false;
    workers.x_log = workers.y_log = true;
    workers.x_beyond = 16;
    workers.sliders = {
        slider("f", "part that can be shared", {0.5, false}, {0, false}, {1, false})};
    return workers;
}

content::Lesson lesson() {
    content::Lesson made;
    made.id = "amdahl";
    made.title = "Amdahl's law";
    made.minutes = 10;
    made.unit = "Where it comes from";
    made.number = "1.2";
    made.experiments = {shared_part(), more_workers()};
    auto text = std::make_shared<content::TextBody>();
    text->markdown = "Half of a job can be shared out among your two cores.";
    auto guess = std::make_shared<content::PredictBody>();
    guess->ask = "Draw what you expect.";
    guess->has_given = true;
    guess->given_x = 0;
    auto run = std::make_shared<content::RunBody>();
    run->gate = true;
    made.blocks = {{"text", "text-1", Step::Predict, 1, text},
                   {"predict", "curve", Step::Predict, 3, guess},
                   {"run", "first", Step::Run, 9, run}};
    return made;
}

} // namespace

LessonState& state(Session& session) {
    return session.lessons[session.lesson_id];
}

LabState& lab(Session& session, const char* experiment) {
    return state(session).labs[experiment];
}

Session session_with(content::Course course) {
    Session made;
    made.course = std::move(course);
    made.catalogue = catalogue();
    made.machine = machine();
    made.bench.phase = BenchPhase::Ready;
    made.lesson_id = "amdahl";
    made.settings.rail_folded = false;
    made.lessons["amdahl"] = {};
    return made;
}

Session session() {
    content::Course course;
    course.lessons.push_back(lesson());
    return session_with(std::move(course));
}

void draw(Session& session, int count) {
    BlockState& block = state(session).blocks["curve"];
    for (int i = 1; i <= count && i < 9; ++i) {
        const double f = shares[static_cast<std::size_t>(i)];
        block.draft.curve[f] = 1 + f - 0.12 * f * f * f;
    }
    if (count > 0)
        lab(session).cursor_x = shares[static_cast<std::size_t>(count)];
}

void lock(Session& session) {
    BlockState& block = state(session).blocks["curve"];
    Guess guess = block.draft;
    guess.sliders = {{"piece_us", 20}, {"p", cores}};
    guess.curve[0] = 1;
    block.guesses.push_back(guess);
    block.draft = {};
    state(session).reached = Step::Run;
    lab(session).cursor_x.reset();
}

void no_idea(Session& session) {
    Guess guess;
    guess.no_idea = true;
    state(session).blocks["curve"].guesses = {guess};
    state(session).reached = Step::Run;
}

void start(Session& session) {
    session.bench.phase = BenchPhase::Running;
    session.bench.activity = "rounds";
    session.bench.rounds_done = 9;
    session.bench.rounds_planned = 21;
    session.bench.seconds_left = 2.6;
}

void measure(Session& session, int marks, const char* experiment) {
    const bool over_workers = std::string(experiment) == "workers";
    LabState& shown = lab(session, experiment);
    shown.run = made_run(marks, 20, 0.006, over_workers);
    shown.run_sliders = {{"piece_us", 20}, {"p", cores}};
    if (over_workers)
        shown.run_sliders = {{"f", 0.5}};
}

void finish(Session& session) {
    session.bench.phase = BenchPhase::Ready;
    for (auto& [id, shown] : state(session).labs)
        if (shown.run)
            shown.run->finished = true;
}

void reveal(Session& session, Reveal reveal, Step reached) {
    state(session).reveal = reveal;
    state(session).reached = reached;
}

void choose(Session& session, double x, const char* experiment) {
    lab(session, experiment).cursor_x = x;
    lab(session, experiment).cursor_variant = "multicore";
}

void move_slider(Session& session, double piece_us) {
    lab(session).sliders["piece_us"] = piece_us;
}

void run_again(Session& session, double piece_us, double loss) {
    LabState& shown = lab(session);
    shown.ghosts.insert(shown.ghosts.begin(), *shown.run);
    shown.ghosts.front().id = "ghost";
    shown.run = made_run(9, piece_us, loss, false);
    shown.sliders["piece_us"] = piece_us;
    shown.run_sliders = {{"piece_us", piece_us}, {"p", cores}};
}

void spoil(Session& session) {
    auto& points = lab(session).run->series.front().points;
    points[2].status = PointStatus::Disturbed;
    points[2].reason = "Another program used a core in 11 of 21 rounds; this run cannot decide.";
    points[5].status = PointStatus::Wrong;
    points[5].reason = "The result differs from the serial one.";
    points[7].status = PointStatus::Unavailable;
    points[7].reason = "no NVIDIA driver found";
}

void add_variant(Session& session) {
    Run& run = *lab(session).run;
    Series second = run.series.front();
    second.variant = "multicore_simd";
    for (Estimate& estimate : second.points) {
        estimate.value *= 0.86;
        estimate.low *= 0.855;
        estimate.high *= 0.865;
    }
    run.series.push_back(std::move(second));
}

void add_picture(Session& session) {
    Point& point = lab(session).run->points[4];
    protocol::Picture picture;
    picture.width = 256;
    picture.height = 160;
    picture.tile_width = 32;
    picture.tile_height = 20;
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x) {
            const double d = std::hypot(x - 150.0, y - 70.0) / 150;
            const auto shade = [&](double k) {
                return static_cast<std::byte>(static_cast<int>(127 + 120 * std::sin(8 * d + k)));
            };
            picture.bytes.insert(picture.bytes.end(),
                                 {shade(0), shade(1), shade(2), std::byte{255}});
        }
    protocol::Spans made;
    std::array<double, 2> free{0, 0};
    for (int tile = 0; tile < 64; ++tile) {
        const int worker = free[0] <= free[1] ? 0 : 1;
        double& at = free[static_cast<std::size_t>(worker)];
        const double length = 4e4 + 9e4 * std::abs(std::sin(tile * 0.37));
        made.worker.push_back(worker);
        made.phase.push_back(0);
        made.task.push_back(tile);
        made.kind.push_back(0);
        made.begin_ns.push_back(at);
        made.end_ns.push_back(at + length);
        at += length;
    }
    made.time_ns = std::max(free[0], free[1]);
    point.picture = std::move(picture);
    point.spans = std::move(made);
}

} // namespace lockstep::demo
