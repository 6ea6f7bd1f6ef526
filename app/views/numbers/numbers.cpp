// SPDX-License-Identifier: MIT
// The run in figures, with what each is made of. Choosing a row chooses the point.
#include "app/experiment/chosen.hpp"
#include "app/experiment/fits.hpp"
#include "app/experiment/queries.hpp"
#include "app/experiment/run_words.hpp"
#include "app/shell/parts.hpp"
#include "app/shell/shown_point.hpp"
#include "app/shell/widgets.hpp"
#include "app/views/numbers/table.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace lockstep::numbers {

namespace {

using shell::em;
using shell::TextStyle;

/// The first guess of the block that draws this experiment's curve.
std::optional<std::map<double, double>> guess_of(const Session& session,
                                                 const content::Experiment& experiment) {
    for (const content::Block& block : session.lesson()->blocks) {
        const auto* body = dynamic_cast<const content::PredictBody*>(block.body.get());
        if (!body || body->kind != content::PredictKind::Curve || body->experiment != experiment.id)
            continue;
        const BlockState* state = session.block(block.id);
        if (!state || state->guesses.empty() || state->guesses[0].curve.empty())
            return std::nullopt;
        std::map<double, double> guess;
        for (const double x : x_values(experiment, session.machine))
            if (const auto y = state->guesses[0].at(x))
                guess[x] = *y;
        return guess;
    }
    return std::nullopt;
}

Table table_for(const Session& session, const content::Experiment& experiment, const Run& run) {
    const LessonState* state = session.state();
    std::vector<Series> models;
    if (state->reveal >= Reveal::Model || state->reached >= content::Step::Explain)
        models = model_curves(session, *session.lesson(), experiment, 1);
    std::string x_words = experiment.x_words.empty() ? experiment.x : experiment.x_words;
    if (shell::text_extent(TextStyle::Small, x_words).x > em(90))
        x_words = experiment.x;
    return table_of(run, x_words, experiment.x_percent, models, guess_of(session, experiment));
}

/// Widths that hold the widest cell of each column.
std::vector<float> widths_of(const Table& table) {
    std::vector<float> widths;
    for (const std::string& column : table.columns)
        widths.push_back(shell::text_extent(TextStyle::Small, column).x);
    for (const Row& row : table.rows)
        for (std::size_t i = 0; i < row.cells.size() && i < widths.size(); ++i)
            widths[i] = std::max(widths[i], shell::tabular_width(TextStyle::Label, row.cells[i]));
    for (float& width : widths)
        width += em(15);
    return widths;
}

void draw_head(const Table& table, const std::vector<float>& widths) {
    const ImVec2 origin = ImGui::GetCursorScreenPos();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    float x = origin.x;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        x += widths[i];
        shell::draw_text(list, TextStyle::Small, {x - em(7), origin.y}, shell::palette().faint,
                         table.columns[i], 1);
    }
    ImGui::Dummy({x - origin.x, shell::line_height(TextStyle::Small) + em(2)});
}

void draw_row(const Row& row, const std::vector<float>& widths, bool chosen, bool several,
              const std::string& experiment, Commands& commands) {
    const ImVec2 origin = ImGui::GetCursorScreenPos();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    float wide = 0;
    for (const float width : widths)
        wide += width;
    const float high = shell::line_height(TextStyle::Label) + em(3);
    const std::string id = "##" + row.variant + std::to_string(row.x);
    if (ImGui::InvisibleButton(id.c_str(), {wide, high}))
        commands.push_back(command::MoveCursor{experiment, row.variant, row.x});
    const bool lit = chosen || ImGui::IsItemHovered();
    if (lit)
        list.AddRectFilled(origin, {origin.x + wide, origin.y + high},
                           shell::palette().accent_surface, em(4));
    shell::draw_focus(4);
    float x = origin.x;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        x += widths[i];
        const TextStyle style = i == 1 ? TextStyle::LabelStrong : TextStyle::Label;
        shell::draw_text_tabular(list, style, {x - em(7), origin.y + em(1)},
                                 i <= 1 ? shell::palette().ink : shell::palette().soft,
                                 row.cells[i], 1);
    }
    if (!row.reason.empty())
        shell::draw_text(list, TextStyle::Label, {x + em(7), origin.y + em(1)},
                         shell::palette().cost, row.reason);
    if (several)
        shell::hint(row.variant);
}

void draw_rows(const Session& session, const Table& table, const std::vector<float>& widths,
               const std::string& experiment, Commands& commands) {
    const shell::ShownPoint shown = shell::shown_point(session);
    const bool several =
        table.rows.size() > 1 && table.rows.front().variant != table.rows.back().variant;
    std::string variant = several ? "" : table.rows.empty() ? "" : table.rows.front().variant;
    for (const Row& row : table.rows) {
        if (several && row.variant != variant) {
            variant = row.variant;
            shell::vertical_space(4);
            shell::text(TextStyle::SmallStrong, shell::palette().soft, variant);
        }
        const bool chosen =
            shown.series && shown.series->key() == row.variant && shown.estimate->x == row.x;
        draw_row(row, widths, chosen, several, experiment, commands);
    }
}

void draw(const Session& session, Commands& commands) {
    const content::Experiment* experiment = open_experiment(session);
    const shell::ShownPoint shown = shell::shown_point(session);
    if (!experiment || !shown.run)
        return;
    const Table table = table_for(session, *experiment, *shown.run);
    if (shell::link("Copy the table", TextStyle::Label))
        ImGui::SetClipboardText(table.text().c_str());
    shell::vertical_space(4);
    // Wider than the card: it scrolls sideways rather than lose a column.
    const std::vector<float> widths = widths_of(table);
    ImGui::BeginChild("table", {0, 0}, ImGuiChildFlags_AutoResizeY,
                      ImGuiWindowFlags_HorizontalScrollbar);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    draw_head(table, widths);
    draw_rows(session, table, widths, experiment->id, commands);
    ImGui::PopStyleVar();
    ImGui::EndChild();
    const PlotContext context{experiment, &session.catalogue, {}};
    const std::string settings =
        fmt::format("{}", fmt::join(settings_words(*shown.run, context), "; "));
    shell::text_wrapped(TextStyle::Label, shell::palette().soft, settings);
    for (const std::string& sentence : fit_sentences(*shown.run))
        shell::text_wrapped(TextStyle::Label, shell::palette().soft, sentence);
}

bool available(const Session& session) {
    return shell::shown_point(session).run != nullptr;
}

} // namespace

} // namespace lockstep::numbers

namespace lockstep::shell {

extern const View numbers_view{"numbers", "Numbers", 40, &numbers::available, &numbers::draw};

} // namespace lockstep::shell
