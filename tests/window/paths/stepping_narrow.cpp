// SPDX-License-Identifier: MIT
// The stepper where the lab lies under the lesson.
#include "tests/window/steps.hpp"

#include <imgui.h>

namespace lockstep::window_tests {

namespace {

void walk(Driver& d) {
    come_to_the_views(d, {.no_idea = true}); // the plot is too low to draw on
    const auto& tracing = d.session().tracing;
    d.wait_until("the kernel is traced", // a count has no timeline: the lanes are its first tab
                 [&] { return tracing.has_trace() && !tracing.window.warp.empty(); });
    d.click("next divergence",
            [&] { return tracing.cursor > 0 || !tracing.nothing_found.empty(); });
    for (int i = 0; i < 12 && !d.failed(); ++i) {
        const std::int64_t step = tracing.cursor;
        d.key(ImGuiKey_N, [&] { return tracing.cursor > step; });
    }
    d.find("source");
    d.frames(3);
    d.picture("lanes");
    d.key(ImGuiMod_Alt | ImGuiKey_2, [&] { return d.session().state()->view == "warps"; });
    d.wait_until("they are summed up", [&] { return tracing.overview.has_value(); });
    d.find("Show its lanes");
    d.frames(3);
    d.picture("warps");
}

} // namespace

extern const WindowPath stepping_narrow_path{
    .name = "stepping_narrow", .lesson = "shared-memory", .walk = walk, .width = 760};

} // namespace lockstep::window_tests
