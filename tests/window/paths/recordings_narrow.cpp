// SPDX-License-Identifier: MIT
// Runs laid over in a narrow window, and with text at 200 %: legend, list and offer have room.
#include "tests/window/other_machines.hpp"
#include "tests/window/steps.hpp"

#include <imgui.h>

#include <cstdlib>

namespace lockstep::window_tests {

namespace {

void walk(Driver& d) {
    come_to_the_views(d, {.no_idea = true}); // the plot is too low to draw on
    const std::filesystem::path home = std::getenv("HOME");
    d.drop(home / "hers.json", [&] { return d.lab().laid_over.size() == 1; });
    d.drop(home / "edited.json", [&] { return d.lab().laid_over.size() == 2; });
    while (!d.failed() && !d.session().notices.empty()) {
        const std::size_t before = d.session().notices.size();
        d.click("×##close notice-0", [&] { return d.session().notices.size() < before; });
    }
    d.click("Runs", [&] { return d.state().view == "runs"; });
    d.frames(3);
    d.picture("narrow");
    while (!d.failed() && d.session().settings.text_scale < 2) {
        const double before = d.session().settings.text_scale;
        d.key(ImGuiMod_Ctrl | ImGuiKey_Equal,
              [&] { return d.session().settings.text_scale > before; });
    }
    d.find("run " + (home / "hers.json").string());
    d.frames(3);
    d.picture("list_200");
    d.find("drawing");
    d.frames(3);
    d.picture("plot_200");
    d.click("more workers", [&] { return d.state().tab == "workers"; });
    d.click("Show a 16-core machine##guess",
            [&] { return d.lab("workers").laid_over.size() == 1; });
    d.find("drawing");
    d.frames(3);
    d.picture("sixteen_200");
}

} // namespace

extern const WindowPath recordings_narrow_path{.name = "recordings_narrow",
                                               .lesson = "amdahl",
                                               .walk = walk,
                                               .width = 760,
                                               .prepare = write_other_machines};

} // namespace lockstep::window_tests
