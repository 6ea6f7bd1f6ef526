// SPDX-License-Identifier: MIT
// The status line: what the bench does, what this machine is, why there is no GPU, how noisy it is.
#include "app/experiment/queries.hpp"
#include "app/shell/frame.hpp"
#include "app/shell/item.hpp"
#include "sim/base/units.hpp"

#include <cmath>

namespace lockstep::shell {

namespace {

struct BenchWords {
    std::string words;
    ImU32 colour;
};

BenchWords bench_words(const Session& session) {
    const Palette& p = palette();
    const BenchState& bench = session.bench;
    if (session.simulating())
        return {"simulating, point " + std::to_string(session.simulation.done + 1) + " of " +
                    std::to_string(session.simulation.asked),
                p.simulated};
    switch (bench.phase) {
    case BenchPhase::Starting:
        return {"starting the bench", p.faint};
    case BenchPhase::Ready:
        return {"ready", p.good};
    case BenchPhase::Failed:
        return {"the bench has stopped", p.predicted};
    case BenchPhase::Running:
        break;
    }
    std::string words = "timing";
    if (session.taking_passport())
        words = "measuring this machine: " + bench.activity;
    else if (bench.rounds_planned > 0)
        words += ", round " + std::to_string(bench.rounds_done) + " of " +
                 std::to_string(bench.rounds_planned);
    else if (!bench.activity.empty())
        words = bench.activity;
    return {words, p.accent};
}

/// One word or phrase; what does not fit any more is left out rather than cut.
bool draw_word(const std::string& words, float right_edge, ImU32 colour) {
    if (words.empty())
        return true;
    const float width = text_extent(TextStyle::Small, words).x;
    if (ImGui::GetCursorScreenPos().x + width > right_edge)
        return false;
    text(TextStyle::Small, colour, words);
    ImGui::SameLine(0, em(20));
    return true;
}

bool status_link(const char* label, const char* explanation) {
    const std::string_view words = words_of(label);
    const ImVec2 size = text_extent(TextStyle::Small, words);
    const Item item = press_item(label, {size.x, text_height(TextStyle::Small)});
    draw_text(*ImGui::GetWindowDrawList(), TextStyle::Small, item.low,
              item.hovered ? palette().accent : palette().soft, words);
    draw_focus(3);
    hint(explanation);
    return item.pressed;
}

std::string gpu_words(const protocol::Machine& machine) {
    if (machine.gpu.empty())
        return {};
    return machine.has_gpu ? "CUDA: " + machine.gpu : "CUDA: " + machine.gpu;
}

/// The machine in a few words, which lead to its page. False where they do not fit.
bool draw_machine(const Session& session, float right_edge, Commands& commands) {
    const std::string words = machine_words(session.machine);
    const float width = text_extent(TextStyle::Small, words).x;
    if (ImGui::GetCursorScreenPos().x + width > right_edge)
        return false;
    if (status_link((words + "###machine").c_str(), "What this machine is and can do (Ctrl+M)"))
        commands.push_back(command::OpenPage{"passport"});
    ImGui::SameLine(0, em(20));
    return true;
}

void draw_links(Commands& commands) {
    if (status_link("F1 keys", "Every key of this window"))
        commands.push_back(command::OpenPage{"keys"});
    ImGui::SameLine(0, em(5));
    text(TextStyle::Small, palette().soft, "·");
    ImGui::SameLine(0, em(5));
    if (status_link("F5 presenter", "For a classroom: large text, one step at a time"))
        commands.push_back(command::TogglePresenter{});
}

} // namespace

void draw_status(const Session& session, Commands& commands) {
    const Palette& p = palette();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetWindowPos(), size = ImGui::GetWindowSize();
    list.AddRectFilled(at, {at.x + size.x, at.y + 1}, p.line);
    const float links = text_extent(TextStyle::Small, "F1 keys").x +
                        text_extent(TextStyle::Small, "· F5 presenter").x + em(14);
    const float right = at.x + size.x - em(18) - links;
    const float middle = std::round((size.y - text_height(TextStyle::Small)) / 2);

    const BenchWords bench = bench_words(session);
    list.AddCircleFilled({at.x + em(22), at.y + std::round(size.y / 2)}, em(4), bench.colour);
    ImGui::SetCursorPos({em(33), middle});
    const float edge = right - em(16);
    bool fits = draw_word(bench.words, edge, p.soft);
    fits = fits && draw_machine(session, edge, commands);
    fits = fits && draw_word(gpu_words(session.machine), edge, p.soft);
    if (const double noise = usual_noise(session); noise > 0 && fits)
        draw_word(noise < 0.001 ? "noise below 0.1 %"
                                : "noise " + format_percent(noise, noise < 0.1 ? 1 : 2),
                  edge, p.soft);

    ImGui::SetCursorPos({right - at.x, middle});
    draw_links(commands);
}

void draw_notices(const Session& session, Commands& commands) {
    for (std::size_t i = 0; i < session.notices.size(); ++i) {
        const Notice& notice = session.notices[i];
        ImGui::PushID(static_cast<int>(i));
        if (notice_bar(("notice-" + std::to_string(i)).c_str(), notice.sentence, notice.details))
            commands.push_back(command::CloseNotice{static_cast<int>(i)});
        if (!notice.link.empty() && link("Open it in the browser", TextStyle::Label))
            commands.push_back(command::FollowLink{notice.link});
        ImGui::PopID();
        vertical_space(10);
    }
}

} // namespace lockstep::shell
