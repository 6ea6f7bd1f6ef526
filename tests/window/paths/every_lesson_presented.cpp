// SPDX-License-Identifier: MIT
// Every lesson in a classroom, on the smallest projector: on each slide the plot is seen whole.
#include "tests/window/steps.hpp"

#include "app/experiment/slides.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace lockstep::window_tests {

namespace {

const ImGuiWindow* plot_card() {
    const auto& windows = ImGui::GetCurrentContext()->Windows;
    const auto* const found = std::ranges::find_if(windows, [](const ImGuiWindow* window) {
        const std::string_view name = window->Name;
        return window->WasActive && name.find("plot card") != std::string_view::npos;
    });
    return found == windows.end() ? nullptr : *found;
}

bool is_whole(const ImGuiWindow& card) {
    const ImGuiWindow& page = *card.ParentWindow;
    return card.Pos.y >= page.Pos.y && card.Pos.y + card.Size.y <= page.Pos.y + page.Size.y;
}

void look_at_slide(Driver& d, const char* name) {
    d.frames(30); // the plot has its new height, the page its new place
    const ImGuiWindow* card = plot_card();
    d.check(card && is_whole(*card), "the plot is seen whole");
    d.picture(d.session().lesson_id + "-" + name);
}

void next(Driver& d, Slide slide, const char* name) {
    d.key(ImGuiKey_PageDown, [&] { return slide_of(d.session().presenter) == slide; });
    look_at_slide(d, name);
}

void fail_it(Driver& d) {
    const content::Lesson& lesson = *d.session().lesson();
    const content::Block* failing = failing_case(lesson);
    d.check(failing != nullptr, "every lesson has a case in which its model fails");
    if (d.failed())
        return;
    const auto* run = lesson.body<content::RunBody>(failing->id);
    try_link(d, fill(d.session(), lesson, run->ask, failing->id).c_str(), failing->id.c_str());
    look_at_slide(d, "failed");
}

void present(Driver& d) {
    d.key(ImGuiKey_F5, [&] { return d.session().presenter.on; });
    look_at_slide(d, "question");
    next(d, Slide::Guess, "guess");
    next(d, Slide::Run, "run");
    run_it(d, d.session().lesson()->experiments.front().id.c_str());
    look_at_slide(d, "ran");
    next(d, Slide::Compare, "compare");
    next(d, Slide::Model, "model");
    next(d, Slide::Failing, "failure");
    fail_it(d);
    next(d, Slide::Quiz, "quiz");
    d.key(ImGuiKey_Escape, [&] { return !d.session().presenter.on; });
}

void walk(Driver& d) {
    arrive(d);
    in_every_lesson(d, [&] { present(d); });
}

} // namespace

extern const WindowPath every_lesson_presented_path{.name = "every_lesson_presented",
                                                    .lesson = "one-cashier",
                                                    .walk = walk,
                                                    .all_lessons = true,
                                                    .width = 1280,
                                                    .height = 720};

} // namespace lockstep::window_tests
