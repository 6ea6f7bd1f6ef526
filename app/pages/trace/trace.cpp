// SPDX-License-Identifier: MIT
// A trace file: what was launched, and its first tabs as the lab has them.
#include "app/shell/parts.hpp"
#include "app/shell/widgets.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace lockstep::trace_page {

namespace {

using shell::em;
using shell::TextStyle;

/// "divergence/cuda_1, leave = 1" or "add, grid 4, block 128".
std::string launch_words(const protocol::SimulateRequest& request) {
    if (!request.kernels.empty()) {
        const protocol::KernelSource& kernel = request.kernels.front();
        const std::string name = kernel.entry.empty() ? kernel.name : kernel.entry;
        return fmt::format("{}, grid {}, block {}", name, fmt::join(kernel.grid, " x "),
                           fmt::join(kernel.block, " x "));
    }
    const protocol::PointRequest& point = request.points.front();
    std::string words = point.workload + "/" + point.variant;
    for (const auto& [name, value] : point.parameters)
        words += fmt::format(", {} = {}", name, shell::value_words(value, ""));
    return words;
}

void draw_heading(const OpenedTrace& opened, const Tracing& tracing, Commands& commands) {
    const auto& p = shell::palette();
    shell::text(TextStyle::Label, p.soft, "Trace file");
    shell::text_wrapped(TextStyle::Title, p.ink,
                        std::filesystem::path(opened.path).filename().string());
    shell::vertical_space(4);
    shell::text_wrapped(TextStyle::Interface, p.soft,
                        fmt::format("{}; block {}, for {}.", launch_words(opened.file.request),
                                    opened.file.request.traced_block, opened.file.device));
    if (tracing.has_trace() && tracing.file == opened.path)
        if (const std::string other = trace_difference(opened.file, tracing.info); !other.empty())
            shell::text_wrapped(TextStyle::Interface, p.cost, other);
    shell::vertical_space(6);
    if (shell::link("Back to the lesson (Esc)", TextStyle::Interface))
        commands.push_back(command::OpenPage{"lesson"});
    shell::vertical_space(14);
}

void draw_views(const Session& session, Commands& commands) {
    const auto views = shell::views_now(session);
    std::vector<std::string> words;
    std::size_t chosen = 0;
    for (std::size_t i = 0; i < views.size(); ++i) {
        words.emplace_back(views[i]->title);
        if (shell::open_view(session) == views[i])
            chosen = i;
    }
    if (views.empty())
        return;
    shell::begin_card("views");
    const auto next =
        static_cast<std::size_t>(shell::word_tabs("views", words, static_cast<int>(chosen)));
    if (next != chosen)
        commands.push_back(command::ChooseView{views[next]->name});
    shell::vertical_space(8);
    ImGui::PushID(views[chosen]->name);
    views[chosen]->draw(session, commands);
    ImGui::PopID();
    shell::end_card();
}

void draw(const Session& session, Commands& commands) {
    if (!session.opened_trace) {
        shell::text_wrapped(TextStyle::Interface, shell::palette().soft,
                            "No trace file is open. Drop one on the window.");
        return;
    }
    draw_heading(*session.opened_trace, session.tracing, commands);
    draw_views(session, commands);
}

} // namespace

} // namespace lockstep::trace_page

namespace lockstep::shell {

extern const Page trace_page{"trace", "Trace", &lockstep::trace_page::draw, nullptr, 1180};

} // namespace lockstep::shell
