// SPDX-License-Identifier: MIT
// The first page that a new learner sees: no tour and no lab, only a question and one button.
#include "app/pages/lesson/column.hpp"
#include "app/pages/lesson/lab.hpp"

#include "app/experiment/queries.hpp"
#include "app/shell/widgets.hpp"

namespace lockstep::lab {

namespace {

void draw_what_this_is(const Session& session) {
    shell::text_wrapped(shell::TextStyle::Body, shell::palette().soft,
                        welcome_words(session.machine));
    shell::vertical_space(24);
}

void draw_begin(Commands& commands) {
    shell::vertical_space(20);
    const bool enter = ImGui::IsKeyPressed(ImGuiKey_Enter, false) && keys_are_free(0);
    if (shell::primary_button("Guess first##begin", "Enter") || enter)
        commands.push_back(command::BeginGuess{});
    shell::vertical_space(24);
}

} // namespace

void draw_welcome(const Session& session, Commands& commands) {
    draw_what_this_is(session);
    draw_heading(session);
    draw_problems(session);
    draw_blocks(session, commands);
    draw_begin(commands);
}

} // namespace lockstep::lab
