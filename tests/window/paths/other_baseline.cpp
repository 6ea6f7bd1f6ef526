// SPDX-License-Identifier: MIT
// Where another variant of one thread is faster than the baseline, the run can be compared with
// that, and back. No lesson comes to it on every machine: here one has a vector unit beside it.
#include "tests/window/steps.hpp"

#include "tests/window/own_lessons.hpp"

namespace lockstep::window_tests {

namespace {

void prepare(const std::filesystem::path& home) {
    use_own_lessons(home);
    replace_all(home / "root/lessons/03_many_cores/05_stragglers/lesson.toml",
                "workload = 'mandelbrot'\nvariants = ['multicore']",
                "workload = 'mandelbrot'\nvariants = ['multicore', 'simd']");
}

double first_mark(Driver& d) {
    const auto& run = d.lab("picture").run;
    return run && !run->series.empty() ? run->series.front().points.front().value : 0;
}

void walk(Driver& d) {
    come_to_the_views(d, {.no_idea = true});
    d.click("a picture", [&] { return d.state().tab == "picture"; });
    run_it(d, "picture");
    d.frames(4);
    d.picture("offered");
    const double before = first_mark(d);
    d.click("On one thread simd is faster than serial: compare with it##guess",
            [&] { return d.lab("picture").run->baseline == "simd"; });
    d.check(first_mark(d) < 0.5 * before, "several cores are less above the vector unit");
    d.frames(4);
    d.picture("chosen");
    d.click("Compare with serial again##guess",
            [&] { return d.lab("picture").run->baseline == "serial"; });
    d.check(first_mark(d) == before, "and back");
}

} // namespace

extern const WindowPath other_baseline_path{
    .name = "other_baseline", .lesson = "stragglers", .walk = walk, .prepare = prepare};

} // namespace lockstep::window_tests
