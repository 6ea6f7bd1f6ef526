// SPDX-License-Identifier: MIT
#include "app/pages/lesson/column.hpp"

#include "app/experiment/queries.hpp"
#include "app/shell/parts.hpp"
#include "app/shell/widgets.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <imgui_internal.h>

namespace lockstep::lab {

namespace {

using content::Block;
using content::Step;
using shell::em;
using shell::TextStyle;

constexpr std::array<const char*, 4> step_names{"Predict", "Run", "Compare", "Explain"};

/// The step whose beginning the learner asked to see, until the frame in which it was scrolled to.
int asked_step = -1;
/// The request that was followed last: each is followed once, for as many frames as the column
/// needs to grow to its new height.
struct Scrolled {
    std::string block;
    int request = 0;
    int frames = 0;
    double begin_s = 0;
    float top = 0; ///< of the block
};
Scrolled scrolled;
/// The quiz that was answered last, for as many frames as it grows by what is said to the answer.
Scrolled answered;
constexpr int growing_frames = 4;
constexpr double finishing_s = 0.6; ///< the rail unfolds meanwhile, and lines break anew

/// Blocks come with the space that their kind needs; running text follows itself closely.
float space_before(const Block& block, const Block* before) {
    if (!before)
        return 0;
    return block.kind == "text" && before->kind == "text" ? 4 : 12;
}

/// The column itself is as high as its text: what scrolls is the page around it. A reader sees a
/// little of what was before; on a slide that would be half a line.
void scroll_page_here(bool slide) {
    ImGuiWindow* page = ImGui::GetCurrentWindow()->ParentWindow;
    if (page)
        ImGui::SetScrollFromPosY(page, ImGui::GetCursorScreenPos().y - page->Pos.y,
                                 slide ? 0.02f : 0.08f);
}

void scroll_if_asked(const LessonState& state, const Block& block, bool first_of_step, bool slide) {
    const bool meant = state.scroll_to == block.id;
    if (meant && (scrolled.block != block.id || scrolled.request != state.scrolls))
        scrolled = {.block = block.id, .request = state.scrolls};
    const bool asked = meant && scrolled.frames < growing_frames;
    if (asked)
        ++scrolled.frames;
    const bool step = first_of_step && asked_step == static_cast<int>(block.step);
    if (step)
        asked_step = -1;
    if (asked || step)
        scroll_page_here(slide);
    if (state.scroll_to.empty())
        scrolled = {};
}

/// Moves the page up until `bottom` is in sight, but not so far that `top` leaves it.
void scroll_page_to_end(float top, float bottom) {
    ImGuiWindow* page = ImGui::GetCurrentWindow()->ParentWindow;
    if (!page)
        return;
    const float by = std::min(bottom + em(16) - page->InnerRect.Max.y, top - page->InnerRect.Min.y);
    if (by > 0)
        ImGui::SetScrollY(page, page->Scroll.y + by);
}

/// What is said to a new answer may lie below the page's edge. The count of the frame before tells
/// which answer is new: the answers themselves are the session's.
void show_new_answer(const LessonState& state, const Block& block, float top) {
    const auto known = state.blocks.find(block.id);
    const int tries =
        known == state.blocks.end() ? 0 : static_cast<int>(known->second.tries.size());
    int& seen = *ImGui::GetStateStorage()->GetIntRef(ImGui::GetID(block.id.c_str()), tries);
    if (tries > seen)
        answered = {.block = block.id, .request = tries, .begin_s = ImGui::GetTime()};
    seen = tries;
    if (answered.block != block.id)
        return;
    answered.top = top;
    if (answered.frames++ < growing_frames)
        scroll_page_to_end(top, ImGui::GetCursorScreenPos().y);
}

/// After the last question the way on has to be in sight too.
void show_way_on(const LessonState& state) {
    if (state.finished && !answered.block.empty() &&
        ImGui::GetTime() - answered.begin_s < finishing_s)
        scroll_page_to_end(answered.top, ImGui::GetCursorScreenPos().y);
}

bool is_shown(const Block& block, const Session& session) {
    const LessonState& state = *session.state();
    const bool asks_already = block.kind == "predict" && session.welcoming();
    // What comes after it would answer the question of what the marks did.
    const bool tells = state.reveal == Reveal::Question && block.step >= Step::Compare;
    return block.step <= state.reached && !asks_already && !tells;
}

/// Words and links one after the other, wrapped as one sentence.
void draw_sentence(const std::string& line, Commands& commands) {
    const float left = ImGui::GetCursorPosX(), width = ImGui::GetContentRegionAvail().x;
    float x = 0;
    for (const Words& words : words_of(line)) {
        std::size_t at = 0;
        while (at < words.text.size()) {
            // A link stays in one piece; other words wrap one by one.
            std::size_t end = words.uri.empty() ? words.text.find(' ', at) : std::string::npos;
            end = end == std::string::npos ? words.text.size() : end + 1;
            const std::string word = words.text.substr(at, end - at);
            const float wide = shell::text_extent(TextStyle::Interface, word).x;
            if (x > 0 && x + wide <= width)
                ImGui::SameLine(left + x, 0);
            else
                x = 0;
            if (words.uri.empty())
                shell::text(TextStyle::Interface, shell::palette().soft, word);
            else if (shell::link(word.c_str(), TextStyle::Interface))
                commands.push_back(command::FollowLink{words.uri});
            x += wide;
            at = end;
        }
    }
}

} // namespace

void draw_heading(const Session& session) {
    const content::Lesson* lesson = session.lesson();
    if (!lesson)
        return;
    std::string above = lesson->unit;
    if (lesson->minutes > 0)
        above += fmt::format("{}{} minutes", above.empty() ? "" : " · ", lesson->minutes);
    shell::text(TextStyle::Label, shell::palette().soft, above);
    shell::text_wrapped(TextStyle::Title, shell::palette().ink, lesson->title);
    shell::vertical_space(10);
}

void draw_steps(const Session& session) {
    const LessonState* state = session.state();
    if (!state)
        return;
    const int chosen =
        shell::step_chips(step_names, static_cast<int>(state->reached), state->finished);
    if (chosen >= 0)
        asked_step = chosen;
    shell::vertical_space(12);
}

void draw_problems(const Session& session) {
    const content::Lesson* lesson = session.lesson();
    if (!lesson || lesson->problems.empty())
        return;
    for (const content::Problem& problem : lesson->problems)
        shell::text_wrapped(TextStyle::Label, shell::palette().cost,
                            problem.text_from(session.course.folder));
    shell::vertical_space(10);
}

void draw_blocks(const Session& session, Commands& commands) {
    const content::Lesson* lesson = session.lesson();
    const LessonState* state = session.state();
    if (!lesson || !state)
        return;
    const Block* before = nullptr;
    for (const Block& block : lesson->blocks) {
        if (!is_shown(block, session))
            continue;
        shell::vertical_space(space_before(block, before));
        scroll_if_asked(*state, block, !before || before->step != block.step, session.presenter.on);
        const float top = ImGui::GetCursorScreenPos().y;
        if (const shell::BlockDrawer* drawer = shell::block_drawer(block.kind)) {
            ImGui::PushID(block.id.c_str());
            drawer->draw(*lesson, block, session, commands);
            ImGui::PopID();
        }
        show_new_answer(*state, block, top);
        before = &block;
    }
}

void draw_how_to_go_on(const Session& session, Commands& commands) {
    const content::Lesson* lesson = session.lesson();
    // A class is led by the teacher, whose keys stand in the band below.
    if (!lesson || !session.state() || session.presenter.on)
        return;
    const std::string line = how_to_go_on(session, *lesson);
    if (line.empty())
        return;
    shell::rule();
    draw_sentence(line, commands);
    show_way_on(*session.state());
    shell::vertical_space(24);
}

} // namespace lockstep::lab
