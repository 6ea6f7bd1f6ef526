// SPDX-License-Identifier: MIT
// A kernel step by step: run to a line by click and by keys, all warps of its block over time, the
// source as it was written; in every look.
#include "app/experiment/source_lines.hpp"
#include "app/shell/shown_source.hpp"
#include "tests/window/steps.hpp"

#include <imgui.h>

namespace lockstep::window_tests {

namespace {

const Tracing& tracing(Driver& d) {
    return d.session().tracing;
}

/// The source line of the chosen step.
int line_here(Driver& d) {
    const Tracing& t = tracing(d);
    const int file = shell::shown_source(d.session()).file;
    for (const StepRow& row : step_rows(t.window, t.warp, t.ptx, file))
        if (row.step >= t.cursor)
            return row.line;
    return 0;
}

int line_with(Driver& d, std::string_view words) {
    const auto lines = lines_of_text(shell::shown_source(d.session()).text);
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (lines[i].find(words) != std::string_view::npos)
            return static_cast<int>(i) + 1;
    return 0;
}

/// A count has no timeline: the lanes are its first tab.
void open_lanes(Driver& d) {
    d.wait_until("the kernel is traced", [&] { return tracing(d).has_trace(); });
    d.wait_until("its steps and its text are there",
                 [&] { return !tracing(d).window.warp.empty() && !tracing(d).ptx.empty(); });
    d.check(tracing(d).problem.empty(), "nothing went wrong");
    d.check(!shell::shown_source(d.session()).text.empty(), "its source is beside the program");
    d.check(shell::shown_source(d.session()).file >= 0, "and the trace names it");
}

void step_by_keys(Driver& d) {
    const std::int64_t begin = tracing(d).cursor;
    d.key(ImGuiKey_N, [&] { return tracing(d).cursor == begin + 1; });
    d.key(ImGuiMod_Shift | ImGuiKey_N, [&] { return tracing(d).cursor == begin; });
}

/// The list has the focus after a click; arrows then choose from the current line.
void run_to_line(Driver& d) {
    const int barrier = line_with(d, "__syncthreads()");
    d.check(barrier > 0, "the kernel has a barrier");
    d.click("source", [&] { return tracing(d).cursor > 0 || !tracing(d).nothing_found.empty(); });
    d.frames(2);
    const int from = line_here(d);
    d.check(from > 0, "the step has a line");
    const ImGuiKey way = from < barrier ? ImGuiKey_DownArrow : ImGuiKey_UpArrow;
    for (int i = 0; i < std::abs(barrier - from) && !d.failed(); ++i)
        d.key(way, [] { return true; });
    d.key(ImGuiKey_Enter, [&] { return line_here(d) == barrier; });
    d.frames(3);
    d.picture("barrier");
    const std::int64_t there = tracing(d).cursor;
    d.key(ImGuiKey_Enter, [&] { return !tracing(d).nothing_found.empty(); });
    d.check(tracing(d).cursor == there, "the warp comes to its barrier once");
    d.frames(2);
    d.picture("not-again");
}

void look_at_all_warps(Driver& d) {
    d.key(ImGuiMod_Alt | ImGuiKey_2, [&] { return d.session().state()->view == "warps"; });
    d.wait_until("they are summed up", [&] { return tracing(d).overview.has_value(); });
    d.check(static_cast<int>(tracing(d).overview->warps.size()) == tracing(d).info.warps,
            "each has a row");
    d.frames(3);
    d.picture("warps");
    const int before = tracing(d).warp;
    d.click("warps", [&] { return tracing(d).warp != before; });
    d.wait_until("its step is there", [&] { return tracing(d).in_window(tracing(d).cursor); });
    const std::int64_t step = tracing(d).cursor;
    d.key(ImGuiKey_RightArrow, [&] { return tracing(d).cursor > step; });
    const int warp = tracing(d).warp;
    d.key(ImGuiKey_UpArrow, [&] { return tracing(d).warp == warp - 1; });
    d.key(ImGuiKey_W, [&] { return tracing(d).warp == warp; });
    d.frames(3);
    d.picture("warp-chosen");
    d.click("Show its lanes", [&] { return d.session().state()->view == "lanes"; });
    d.check(tracing(d).warp == warp, "it is the same warp");
}

void as_it_was_written(Driver& d) {
    d.click("As it was written", [&] { return tracing(d).as_written; });
    d.wait_until("it is carried out", [&] { return !tracing(d).simulating; });
    d.check(tracing(d).has_trace(), "what a debugger would see can be carried out");
    d.wait_until("its steps are there", [&] { return !tracing(d).window.warp.empty(); });
    for (int i = 0; i < 40 && line_here(d) == 0 && !d.failed(); ++i) {
        const std::int64_t step = tracing(d).cursor;
        d.key(ImGuiKey_N, [&] { return tracing(d).cursor > step; });
    }
    d.check(line_here(d) > 0, "its steps have lines");
    d.frames(3);
    d.picture("as-written");
    d.click("As it is compiled", [&] { return !tracing(d).as_written; });
    d.wait_until("the kernel is back", [&] { return tracing(d).has_trace(); });
    d.check(tracing(d).source.empty(), "it is the project's own");
}

void both_tabs(Driver& d, const std::string& name) {
    d.key(ImGuiMod_Alt | ImGuiKey_2, [&] { return d.session().state()->view == "warps"; });
    d.find("Show its lanes");
    d.frames(3);
    d.picture("warps-" + name);
    d.click("Lanes", [&] { return d.session().state()->view == "lanes"; });
    d.find("source");
    d.frames(3);
    d.picture("lanes-" + name);
}

void in_every_look(Driver& d) {
    d.key(ImGuiMod_Ctrl | ImGuiKey_Comma, [&] { return d.session().page == "settings"; });
    d.click("Dark", [&] { return d.session().settings.theme == Theme::Dark; });
    d.key(ImGuiKey_Escape, [&] { return d.session().page == "lesson"; });
    both_tabs(d, "dark");
    while (!d.failed() && d.session().settings.text_scale < 2) {
        const double before = d.session().settings.text_scale;
        d.key(ImGuiMod_Ctrl | ImGuiKey_Equal,
              [&] { return d.session().settings.text_scale > before; });
    }
    both_tabs(d, "200");
}

} // namespace

extern const WindowPath stepping_path{
    .name = "stepping", .lesson = "shared-memory", .walk = [](Driver& d) {
        come_to_the_views(d);
        open_lanes(d);
        d.find("source");
        d.picture("lanes");
        step_by_keys(d);
        run_to_line(d);
        look_at_all_warps(d);
        as_it_was_written(d);
        in_every_look(d);
    }};

} // namespace lockstep::window_tests
