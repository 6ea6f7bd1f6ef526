// SPDX-License-Identifier: MIT
// A lesson in a classroom from the question to the last answer: hands for the guess and for a
// question of the quiz, the run, and Page Down for what comes next. Nothing of it is kept.
#include "tests/window/steps.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>

namespace lockstep::window_tests {

namespace {

void next(Driver& d, int slide, const char* name) {
    d.key(ImGuiKey_PageDown, [&] { return d.session().presenter.slide == slide; });
    d.frames(6); // the page scrolls there
    d.picture(name);
}

/// How many questions of the quiz have their answers.
int answered(Driver& d) {
    int count = 0;
    for (const content::Block& block : d.session().lesson()->blocks)
        count += block.kind == "quiz" && d.block(block.id).answered ? 1 : 0;
    return count;
}

void raise_hands(Driver& d) {
    const auto hands = [&](int choice) {
        const auto& votes = d.session().presenter.votes;
        const auto found = votes.find(choice);
        return found == votes.end() ? 0 : found->second;
    };
    for (const auto& [key, choice] : {std::pair(ImGuiKey_1, 0), std::pair(ImGuiKey_2, 1),
                                      std::pair(ImGuiKey_2, 1), std::pair(ImGuiKey_3, 2)}) {
        const int before = hands(choice);
        d.key(key, [&, at = choice] { return hands(at) == before + 1; });
    }
    d.frames(3);
}

void answers(Driver& d) {
    next(d, 6, "quiz");
    raise_hands(d);
    d.picture("quiz-hands");
    const auto& blocks = d.session().lesson()->blocks;
    const auto all = static_cast<int>(std::ranges::count(blocks, "quiz", &content::Block::kind));
    d.check(all > 1, "there is more than one question");
    for (int i = 1; i <= all && !d.failed(); ++i) {
        const ImGuiID focus = ImGui::GetCurrentContext()->NavId;
        d.key(ImGuiKey_PageDown, [&] { return answered(d) == i; });
        d.check(ImGui::GetCurrentContext()->NavId == focus, "the key moves nothing else");
        d.frames(6);
        d.picture("answer-" + std::to_string(i));
    }
}

void walk(Driver& d) {
    arrive(d);
    d.key(ImGuiKey_F5, [&] { return d.session().presenter.on; });
    next(d, 1, "guess");
    raise_hands(d);
    d.picture("guess-hands");
    next(d, 2, "run");
    run_it(d);
    d.frames(4);
    d.picture("ran");
    next(d, 3, "compare");
    next(d, 4, "model");
    d.check(!d.exists("length of a path##length"), "sliders leave the room to the plot");
    next(d, 5, "failure");
    d.check(d.find("length of a path##length"), "until one has to be moved");
    answers(d);
    d.key(ImGuiKey_Escape, [&] { return !d.session().presenter.on; });
    d.check(!d.lab("main").run, "what the class measured is no answer to the teacher's own guess");
    d.frames(4);
}

void again(Driver& d) {
    arrive(d);
    d.check(d.session().first_start, "nothing of the presenter's entered the ledger");
}

} // namespace

extern const WindowPath presenter_path{.name = "presenter",
                                       .lesson = "divergence",
                                       .walk = walk,
                                       .width = 1280,
                                       .height = 720,
                                       .walk_again = again};

} // namespace lockstep::window_tests
