// SPDX-License-Identifier: MIT
// Source and PTX beside the lanes: where the warp is, with which lanes it was at each line, and
// what the compiler made of it.
#include "app/experiment/ptx_remarks.hpp"
#include "app/experiment/source_lines.hpp"
#include "app/shell/line_list.hpp"
#include "app/shell/widgets.hpp"
#include "app/views/lanes/parts.hpp"

#include <algorithm>
#include <bit>
#include <fmt/format.h>
#include <map>

namespace lockstep::lanes_view {

namespace {

using shell::em;
using shell::TextStyle;

const StepRow* chosen_row(const Sight& sight) {
    return sight.has_chosen() ? &sight.rows[sight.chosen] : nullptr;
}

/// Every frame anew: a kernel is short, and what could be kept would have to know when it is stale.
std::vector<PtxRemark> remarks_of(const Tracing& tracing, const shell::ShownSource& source) {
    constexpr std::size_t most_lines = 20'000;
    if (source.file < 0 || tracing.as_written || tracing.ptx.size() > most_lines)
        return {};
    return ptx_remarks(tracing.ptx, source.file, lines_of_text(source.text));
}

ImU32 colour_of(const LineVisit& visit) {
    return visit.path < 0 ? shell::palette().soft : shell::path_colour(visit.path);
}

/// Words beside the lines: which lanes were there, and the sign of a remark.
std::vector<shell::ListedLine> said_of(const Sight& sight, const std::vector<PtxRemark>& remarks) {
    std::map<int, shell::ListedLine> said;
    for (const PtxRemark& remark : remarks)
        said[remark.line] = {remark.line, remark.sign, shell::palette().cost, false};
    for (const LineVisit& visit : line_visits(sight.rows, sight.chosen)) {
        const std::string lanes = fmt::format("{} of 32", std::popcount(visit.lanes));
        shell::ListedLine& one = said[visit.line];
        one.line = visit.line;
        one.words = one.words.empty() ? lanes : one.words + "  " + lanes;
        one.colour = colour_of(visit);
    }
    if (const StepRow* row = chosen_row(sight))
        for (const int line : row->called_from) {
            said[line].line = line;
            said[line].tinted = true;
        }
    std::vector<shell::ListedLine> list;
    for (auto& [line, one] : said)
        list.push_back(std::move(one));
    return list;
}

/// Instructions of the same source line, as far as steps in sight tell.
std::vector<shell::ListedLine> of_the_same_line(const Sight& sight) {
    const StepRow* row = chosen_row(sight);
    std::map<int, shell::ListedLine> said;
    for (const StepRow& other : sight.rows)
        if (row && row->line > 0 && other.line == row->line && other.ptx_line > 0)
            said[other.ptx_line] = {other.ptx_line, "", 0, true};
    std::vector<shell::ListedLine> list;
    for (const auto& [line, one] : said)
        list.push_back(one);
    return list;
}

/// As compiled, or as written: one click leads to the other.
void draw_way_to_other(const Session& session, const shell::ShownSource& source,
                       Commands& commands) {
    const Tracing& tracing = session.tracing;
    if (!tracing.file.empty() || source.text.empty())
        return;
    const char* words = tracing.as_written ? "As it is compiled" : "As it was written";
    const float wide = shell::text_extent(TextStyle::Label, words).x;
    const float left = ImGui::GetContentRegionAvail().x - wide;
    ImGui::SameLine(0, 0);
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() +
                         std::max(em(16), left - ImGui::GetItemRectSize().x));
    if (shell::link(words, TextStyle::Label)) {
        std::string text(source.is_own || !tracing.as_written ? source.text : "");
        commands.push_back(
            command::TracePoint{tracing.point, std::move(text), !tracing.as_written});
    }
    shell::hint(tracing.as_written
                    ? "The kernel that runs, with all that the compiler made of it."
                    : "Compiled for a debugger (-G): each line as it stands, nothing merged, "
                      "unrolled or selected. Its counts are not those of the kernel that runs.");
}

} // namespace

void draw_source_head(const Session& session, const shell::ShownSource& source,
                      Commands& commands) {
    const bool own = source.is_own;
    shell::text(TextStyle::Small, shell::palette().faint,
                own ? "your version of " + source.name : source.name);
    draw_way_to_other(session, source, commands);
}

void draw_source(const Sight& sight, const Session& session, const shell::ShownSource& source,
                 ImVec2 size, Commands& commands) {
    const auto lines = lines_of_text(source.text);
    const StepRow* row = chosen_row(sight);
    shell::LineList list;
    list.lines = lines;
    list.current = row ? row->line : 0;
    list.said = said_of(sight, remarks_of(session.tracing, source));
    list.choosing_means = "Run to line";
    const int line = shell::line_list("source", size, list);
    if (line > 0)
        commands.push_back(command::SeekStep{"line", ImGui::GetIO().KeyShift, line, source.file});
}

void draw_ptx(const Sight& sight, const Tracing& tracing, ImVec2 size) {
    std::vector<std::string_view> lines(tracing.ptx.begin(), tracing.ptx.end());
    for (std::string_view& line : lines) // each is indented, and room is scarce
        line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    const StepRow* row = chosen_row(sight);
    shell::LineList list;
    list.lines = lines;
    list.current = row ? row->ptx_line : 0;
    list.said = of_the_same_line(sight);
    list.is_code = false;
    list.can_choose = false;
    shell::line_list("ptx", size, list);
}

void draw_remark(const Sight& sight, const Tracing& tracing, const shell::ShownSource& source) {
    const StepRow* row = chosen_row(sight);
    if (!row)
        return;
    for (const PtxRemark& remark : remarks_of(tracing, source)) {
        const bool here =
            remark.line == row->line ||
            std::ranges::find(row->called_from, remark.line) != row->called_from.end();
        if (here)
            shell::text_wrapped(TextStyle::Label, shell::palette().ink, remark.words);
    }
}

} // namespace lockstep::lanes_view
