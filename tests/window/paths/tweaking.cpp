// SPDX-License-Identifier: MIT
// What is free from Compare on: a slider that is let go runs, the setting before stays as a ghost,
// a second guess stands beside the first, and the plot is saved in every form. Before the first
// mark the guess may be changed.
#include "tests/window/steps.hpp"

#include <cstdlib>
#include <filesystem>
#include <imgui.h>

namespace lockstep::window_tests {

namespace {

namespace fs = std::filesystem;

void change_the_guess(Driver& d) {
    draw_and_lock(d, "curve", 0.3f, 0.3f);
    const auto first = d.block("curve").guesses;
    d.click("Change my guess##guess", [&] { return d.block("curve").editing_again; });
    d.drag("drawing", 0.02f, 0.85f, 0.98f, 0.15f,
           [&] { return first.empty() || d.block("curve").draft.curve != first[0].curve; });
    d.click("Lock my guess###action", [&] { return !d.block("curve").editing_again; });
    d.check(d.block("curve").guesses.size() == 1, "before the first mark it is the same guess");
    if (!d.failed() && !first.empty())
        d.check(d.block("curve").guesses[0].curve != first[0].curve, "and it was changed");
}

void let_a_slider_go(Driver& d) {
    const std::string before = d.lab().run ? d.lab().run->id : "";
    d.drag("size of one piece##piece_us", 0.5f, 0.7f, -0.05f, 0.7f, [&] {
        return d.lab().run && d.lab().run->id != before && d.lab().run->finished;
    });
    d.check(value_of(d.lab().run_sliders, "piece_us", 0) == 0.05, "it ran at the slider's end");
    d.check(d.lab().ghosts.size() == 1, "the setting before is a ghost");
    d.frames(4);
    d.picture("ghost");
}

void guess_again(Driver& d) {
    d.click("Guess again for this setting##guess", [&] { return d.block("curve").editing_again; });
    d.drag("drawing", 0.02f, 0.8f, 0.98f, 0.5f,
           [&] { return d.block("curve").draft.curve.size() >= 5; });
    d.click("Lock my guess###action", [&] { return d.block("curve").guesses.size() == 2; });
    d.check(value_of(d.block("curve").guesses[1].sliders, "piece_us", 0) == 0.05,
            "it was made for the new setting");
    d.picture("second");
}

/// Files of this ending in the learner's home.
int saved(const char* ending) {
    int count = 0;
    for (const auto& entry : fs::directory_iterator(std::getenv("HOME")))
        count += entry.path().extension() == ending && fs::file_size(entry.path()) > 100 ? 1 : 0;
    return count;
}

/// A click leaves the keyboard with the plot: arrows choose a mark, = looks closer; back by the
/// menu. Each tab has a zoom of its own.
void look_closer(Driver& d) {
    const auto whole = [&] { return d.lab().zoom.is_whole(); };
    const double before = d.lab().cursor_x.value_or(1);
    d.click("drawing", [] { return true; });
    d.key(ImGuiKey_LeftArrow, [&] { return d.lab().cursor_x && *d.lab().cursor_x < before; });
    d.key(ImGuiKey_Equal, [&] { return !whole(); });
    d.frames(2);
    d.picture("closer");
    d.click("more workers", [&] { return d.state().tab == "workers"; });
    d.check(d.lab("workers").zoom.is_whole(), "another plot is not looked at more closely");
    d.frames(3);
    d.picture("other-tab");
    d.click("shared part", [&] { return d.state().tab == "main"; });
    d.check(!whole(), "the first still is");
    d.click("\xE2\x8B\xAF##menu", [&] { return d.exists("Zoom back"); });
    d.click("Zoom back", whole);
}

void save(Driver& d, const char* words, const char* ending) {
    d.click("\xE2\x8B\xAF##menu", [&] { return d.exists(words); });
    d.click(words, [&] { return saved(ending) == 1; });
}

void walk(Driver& d) {
    arrive(d);
    change_the_guess(d);
    run_it(d);
    see_the_reveal(d, "first");
    let_a_slider_go(d);
    look_closer(d);
    guess_again(d);
    save(d, "Save the plot as SVG", ".svg");
    save(d, "Save the numbers as CSV", ".csv");
    save(d, "Save the plot as PNG", ".png");
    save(d, "Save the run", ".json");
}

void again(Driver& d) {
    arrive(d);
    d.check(d.block("curve").guesses.size() == 2, "both guesses are there");
    d.check(value_of(d.lab().run_sliders, "piece_us", 0) == 0.05, "and so is the last setting");
    d.picture("again");
}

} // namespace

extern const WindowPath tweaking_path{
    .name = "tweaking", .lesson = "amdahl", .walk = walk, .walk_again = again};

} // namespace lockstep::window_tests
