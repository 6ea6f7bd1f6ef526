// SPDX-License-Identifier: MIT
// A cloud of claims for each way of measuring, the median on it with its interval, and a line where
// the truth lies.
#include "app/blocks/figure/claims/cloud.hpp"
#include "app/experiment/parameters.hpp"
#include "app/shell/parts.hpp"
#include "app/shell/shown_point.hpp"
#include "app/shell/widgets.hpp"
#include "sim/base/units.hpp"

#include <algorithm>

namespace lockstep::shell {

namespace {

using claims::Picture;
using claims::Row;

constexpr float row_height = 26, dot = 2.2f;

struct Layout {
    ImVec2 at;
    float names, width, times; ///< of the three columns
    double most;

    float x(double value) const {
        const double share = std::clamp(value / most, 0.0, 1.0);
        return at.x + names + width * static_cast<float>(share);
    }
    float y(std::size_t row) const {
        return at.y + em(row_height) * (static_cast<float>(row) + 0.5f);
    }
};

Layout layout_of(const Picture& picture) {
    Layout layout{ImGui::GetCursorScreenPos(), 0, 0, 0, picture.most};
    for (const Row& row : picture.rows)
        layout.names = std::max(layout.names, text_extent(TextStyle::Label, row.name).x + em(14));
    layout.times = text_extent(TextStyle::Label, "88.88 ms").x + em(10);
    layout.width = std::max(em(60), ImGui::GetContentRegionAvail().x - layout.names - layout.times);
    return layout;
}

/// Claims that lie beyond the axis are drawn at its end, hollow: they are there, but not so near.
void draw_cloud(ImDrawList& list, const Layout& layout, const Row& row, float y) {
    for (std::size_t i = 0; i < row.cloud.size(); ++i) {
        // Neighbours lie at different heights, so that equal claims do not hide each other.
        const float aside = em(1.7f) * (static_cast<float>(i * 5 % 7) - 3);
        const ImVec2 at{layout.x(row.cloud[i]), y + aside};
        if (row.cloud[i] > layout.most)
            list.AddCircle(at, em(dot), palette().measured, 0, em(1));
        else
            list.AddCircleFilled(at, em(dot), faded(palette().measured, 0.4f));
    }
}

void draw_median(ImDrawList& list, const Layout& layout, const Row& row, float y) {
    const float left = layout.x(row.low), right = layout.x(row.high);
    list.AddRectFilled({left - em(1), y - em(2)}, {right + em(1), y + em(2)}, palette().ink, em(2));
    const float middle = layout.x(row.value);
    list.AddRectFilled({middle - em(1), y - em(9)}, {middle + em(1), y + em(9)}, palette().ink);
}

void draw_row(ImDrawList& list, const Layout& layout, const Row& row, float y) {
    const float line = text_extent(TextStyle::Label, row.name).y;
    draw_text(list, TextStyle::Label, {layout.at.x, y - line / 2}, palette().soft, row.name);
    list.AddLine({layout.x(0), y}, {layout.x(layout.most), y}, palette().line, em(1));
    const float right = layout.at.x + layout.names + layout.width + layout.times;
    const std::string words = row.known             ? format_time_ns(row.claimed_ns, 3)
                              : !row.reason.empty() ? std::string("none")
                                                    : std::string("?");
    draw_text_tabular(list, TextStyle::Label, {right, y - line / 2},
                      row.known ? palette().ink : palette().faint, words, 1);
    if (!row.known)
        return;
    draw_cloud(list, layout, row, y);
    draw_median(list, layout, row, y);
}

void draw_axis(ImDrawList& list, const Layout& layout, const Picture& picture, float y) {
    draw_text(list, TextStyle::Small, {layout.x(0), y}, palette().faint, "0");
    draw_text(list, TextStyle::Small, {layout.x(1), y}, palette().soft,
              picture.true_ns > 0 ? format_time_ns(picture.true_ns, 3) : "what it takes", 0.5f);
    if (picture.most >= 2)
        draw_text(list, TextStyle::Small, {layout.x(2), y}, palette().faint,
                  picture.true_ns > 0 ? format_time_ns(2 * picture.true_ns, 3) : "twice", 0.5f);
}

std::vector<std::string> names_of(const content::Lesson& lesson, const content::FigureBody& body,
                                  const Session& session) {
    const content::Experiment* experiment = lesson.experiment(body.experiment);
    const auto info =
        experiment ? parameter_info(session.catalogue, experiment->workload, "way") : std::nullopt;
    return info ? info->choices : std::vector<std::string>{};
}

void draw(const content::Lesson& lesson, const content::FigureBody& body, const Session& session,
          Commands&) {
    const Picture picture = claims::picture_of(shown_point(session, body.experiment).run,
                                               names_of(lesson, body, session));
    const Layout layout = layout_of(picture);
    const float height = em(row_height) * static_cast<float>(picture.rows.size());
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddLine({layout.x(1), layout.at.y}, {layout.x(1), layout.at.y + height}, palette().soft,
                 em(1.5f));
    for (std::size_t i = 0; i < picture.rows.size(); ++i)
        draw_row(list, layout, picture.rows[i], layout.y(i));
    draw_axis(list, layout, picture, layout.at.y + height + em(2));
    ImGui::Dummy({layout.names + layout.width + layout.times, height + em(20)});
}

} // namespace

extern const Figure claims_figure{"claims", &draw};

} // namespace lockstep::shell
