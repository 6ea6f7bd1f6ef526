// SPDX-License-Identifier: MIT
// "This machine": at the left what it is, in words; at the right the pictures of what was measured.
#include "app/pages/passport/parts.hpp"

#include "app/experiment/passport_words.hpp"
#include "app/shell/parts.hpp"
#include "app/shell/plot_style.hpp"
#include "app/shell/widgets.hpp"

#include <algorithm>

namespace lockstep::passport_page {

namespace {

using shell::em;
using shell::TextStyle;

constexpr float widest_text = 518;

/// Where the numbers of the page come from, with the mark that measured and recorded ones have.
void draw_provenance(const PassportState& state) {
    const auto& p = shell::palette();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float high = shell::text_height(TextStyle::Label), radius = em(4);
    shell::draw_mark(*ImGui::GetWindowDrawList(), {at.x + radius, at.y + high / 2},
                     provenance_of(state), p.measured, radius);
    ImGui::SetCursorScreenPos({at.x + em(16), at.y});
    shell::text_wrapped(TextStyle::Label, p.soft, taken_words(state));
}

void draw(const Session& session, Commands& commands) {
    const float width = std::min(ImGui::GetContentRegionAvail().x, em(widest_text));
    ImGui::BeginChild("column", {width, 0},
                      ImGuiChildFlags_AutoResizeY | ImGuiChildFlags_NavFlattened);
    draw_heading(session, commands);
    draw_action(session, commands);
    draw_listings(session);
    draw_lessons(session, commands);
    ImGui::EndChild();
    take_page_keys(session, commands);
}

void draw_lab(const Session& session, Commands& commands) {
    if (session.passport.taken)
        draw_pictures(session, commands);
    else if (is_known(session))
        draw_what_will_be_measured();
}

} // namespace

void draw_heading(const Session& session, Commands& commands) {
    const auto& p = shell::palette();
    shell::text(TextStyle::Title, p.ink, "This machine");
    shell::vertical_space(6);
    // While it is measured Esc stops that.
    const bool back = !session.taking_passport();
    if (shell::link(back ? "Back to the lesson (Esc)" : "Back to the lesson", TextStyle::Interface))
        commands.push_back(command::OpenPage{"lesson"});
    shell::vertical_space(16);
    const bool greeted = session.bench.phase != BenchPhase::Starting;
    if (greeted || !session.machine.cpu.empty())
        shell::text_wrapped(TextStyle::Body, p.ink,
                            machine_sentence(session.machine, session.passport));
    if (!session.passport.taken)
        return;
    shell::vertical_space(8);
    draw_provenance(session.passport);
    for (const std::string& sentence : passport_sentences(*session.passport.taken)) {
        shell::vertical_space(12);
        shell::text_wrapped(TextStyle::Body, p.ink, sentence);
    }
}

void take_page_keys(const Session& session, Commands& commands) {
    const ImGuiIO& io = ImGui::GetIO();
    if (io.WantTextInput || io.KeyCtrl || io.KeyAlt || session.running())
        return;
    if (ImGui::IsKeyPressed(ImGuiKey_R, false))
        commands.push_back(command::TakePassport{});
}

} // namespace lockstep::passport_page

namespace lockstep::shell {

extern const Page passport_page{
    "passport", "This machine", &lockstep::passport_page::draw, &lockstep::passport_page::draw_lab,
    640,        "Pictures"};

} // namespace lockstep::shell
