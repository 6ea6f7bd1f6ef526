// SPDX-License-Identifier: MIT
// The kernel's own text, to be changed, compiled and carried out: what it counts then stands beside
// what the original counted.
#include "app/shell/parts.hpp"
#include "app/shell/shown_point.hpp"
#include "app/shell/shown_source.hpp"
#include "app/shell/widgets.hpp"
#include "app/views/kernel/editor.hpp"
#include "kernels/protocol/kernel_figures.hpp"
#include "sim/base/units.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace lockstep::kernel_view {

namespace {

using shell::em;
using shell::TextStyle;

constexpr float line_height = 17, fewest_lines = 8, most_lines = 20;

/// As high as its text, so that what it came to stands below it in sight.
float height_of(const std::string& text) {
    const auto lines = static_cast<float>(std::ranges::count(text, '\n') + 3);
    return em(line_height * std::clamp(lines, fewest_lines, most_lines));
}

bool is_about(const Tracing& tracing, const shell::ShownKernel& kernel) {
    return tracing.point.workload == kernel.point.workload &&
           tracing.point.variant == kernel.point.variant && !tracing.source.empty() &&
           !tracing.as_written; // whose counts are compared with nothing
}

void draw_buttons(const Session& session, const shell::ShownKernel& kernel, const std::string& text,
                  Commands& commands) {
    const bool changed = text != shell::source_text(kernel.file);
    if (shell::quiet_button("Compile and run it", changed && !session.running()))
        commands.push_back(command::TracePoint{kernel.point, text});
    ImGui::SameLine(0, em(10));
    if (shell::quiet_button("As it was", changed)) {
        commands.push_back(command::EditKernel{kernel.name, ""});
        commands.push_back(command::TracePoint{kernel.point});
    }
}

void draw_verdict(const Tracing& tracing) {
    const auto& palette = shell::palette();
    shell::vertical_space(6);
    if (tracing.simulating) {
        shell::text(TextStyle::Label, palette.soft, "It is compiled and carried out ...");
        return;
    }
    const bool right = tracing.status == PointStatus::Ok && tracing.problem.empty();
    const std::string words = right                     ? "It gives the right result."
                              : !tracing.reason.empty() ? tracing.reason
                                                        : tracing.problem;
    // What a compiler says points at columns: it needs letters of one width.
    const TextStyle style = tracing.error_line > 0 ? TextStyle::CodeSmall : TextStyle::Label;
    shell::text_wrapped(style, right ? palette.good : palette.cost, words);
    for (const protocol::FindingInfo& finding : tracing.findings)
        shell::text_wrapped(
            TextStyle::Label, finding.remark ? palette.soft : palette.cost,
            fmt::format("line {}, {}: {}", finding.line, finding.kind, finding.message));
}

struct CountWords {
    const char* name;
    const char* words;
};
constexpr CountWords counts[] = {{"instructions_executed", "warp instructions"},
                                 {"divergent_branches", "divergent branches"},
                                 {"global_sectors", "sectors of global memory"},
                                 {"shared_passes", "passes of shared memory"},
                                 {"barriers", "barriers"}};

/// Registers of a thread on this card; 0 where ptxas was not asked.
double registers_on(const simt::Device* card, const std::string& kernel,
                    const std::vector<protocol::KernelFigures>& figures) {
    if (card == nullptr)
        return 0;
    const int sm = 10 * card->capability_major + card->capability_minor;
    const auto* const known = protocol::figures_for(figures, kernel, sm);
    return known == nullptr ? 0 : known->registers;
}

/// The learner's counts beside those of the original at the same point.
void draw_counts(const Session& session, const shell::ShownKernel& kernel) {
    const Tracing& tracing = session.tracing;
    if (tracing.counters.empty())
        return;
    const float names = shell::text_extent(TextStyle::Label, "sectors of global memory").x + em(24);
    const float column = em(96);
    const auto row = [&](TextStyle style, const std::string& name, const std::string& original,
                         const std::string& own) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        ImDrawList& list = *ImGui::GetWindowDrawList();
        shell::draw_text(list, style, at, shell::palette().soft, name);
        shell::draw_text_tabular(list, style, {at.x + names + column, at.y}, shell::palette().soft,
                                 original, 1);
        shell::draw_text_tabular(list, style, {at.x + names + 2 * column, at.y},
                                 shell::palette().ink, own, 1);
        ImGui::Dummy({names + 2 * column, shell::text_height(style)});
    };
    const Counted original = kernel.shown->counted.value_or(Counted{});
    const Values& counted = original.counters;
    shell::vertical_space(6);
    row(TextStyle::Small, "simulated: PTX-level counts", "original", "yours");
    for (const CountWords& count : counts) {
        const auto own = tracing.counters.find(count.name);
        const auto before = counted.find(count.name);
        const bool known = before != counted.end();
        if (own == tracing.counters.end() || (own->second == 0 && (!known || before->second == 0)))
            continue;
        row(TextStyle::Label, count.words, known ? format_quantity(before->second, "") : "",
            format_quantity(own->second, ""));
    }
    const double was = registers_on(session.card(), original.kernel, original.figures);
    const double is = registers_on(session.card(), original.kernel, tracing.figures);
    if (is > 0)
        row(TextStyle::Label, "registers of a thread", was > 0 ? format_quantity(was, "") : "",
            format_quantity(is, ""));
}

void draw(const Session& session, Commands& commands) {
    const auto kernel = shell::shown_kernel(session);
    if (!kernel)
        return;
    const auto own = session.own_kernels.find(kernel->name);
    const std::string& text =
        own != session.own_kernels.end() ? own->second : shell::source_text(kernel->file);
    const bool about = is_about(session.tracing, *kernel);
    shell::text(TextStyle::Small, shell::palette().faint, kernel->file);
    shell::vertical_space(4);
    const bool broken = about && session.tracing.error_line > 0;
    const auto errors =
        broken ? compile_errors(session.tracing.reason) : std::vector<CompileError>();
    if (auto edited = edit(kernel->name, text, errors, height_of(text)))
        commands.push_back(command::EditKernel{kernel->name, std::move(*edited)});
    shell::vertical_space(8);
    draw_buttons(session, *kernel, text, commands);
    if (!about)
        return;
    if (session.tracing.source != text)
        shell::text(TextStyle::Label, shell::palette().soft,
                    "Of the text as it was compiled last, without your changes since:");
    draw_verdict(session.tracing);
    draw_counts(session, *kernel);
}

bool available(const Session& session) {
    return shell::shown_kernel(session).has_value();
}

} // namespace

} // namespace lockstep::kernel_view

namespace lockstep::shell {

extern const View kernel_view{"kernel", "Edit", 35, &lockstep::kernel_view::available,
                              &lockstep::kernel_view::draw};

} // namespace lockstep::shell
