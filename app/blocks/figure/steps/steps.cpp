// SPDX-License-Identifier: MIT
// The timeline of each step: a row a worker, a column a step, as long as its slowest worker. From
// the stamps of one repetition.
#include "app/shell/parts.hpp"
#include "app/shell/shown_point.hpp"
#include "app/shell/widgets.hpp"

#include <algorithm>
#include <map>

namespace lockstep::shell {

namespace {

struct Bounds {
    double begin = 0, end = 0; ///< ms
    int slowest = 0;           ///< worker whose end is the step's
};

struct Layout {
    ImVec2 at;
    float labels, width, row;
    double end;
    float x(double ms) const {
        return at.x + labels + width * static_cast<float>(end > 0 ? ms / end : 0);
    }
};

std::map<int, Bounds> steps_of(const protocol::Spans& spans) {
    std::map<int, Bounds> steps;
    for (std::size_t i = 0; i < spans.worker.size(); ++i) {
        const double begin = spans.begin_ns[i] / 1e6, end = spans.end_ns[i] / 1e6;
        const auto [found, fresh] =
            steps.try_emplace(spans.phase[i], Bounds{begin, end, spans.worker[i]});
        Bounds& step = found->second;
        step.begin = std::min(step.begin, begin);
        if (end > step.end) {
            step.end = end;
            step.slowest = spans.worker[i];
        }
    }
    return steps;
}

/// A worker is late when its span is half as long again as the step's shortest.
std::map<int, double> shortest_of(const protocol::Spans& spans) {
    std::map<int, double> shortest;
    for (std::size_t i = 0; i < spans.worker.size(); ++i) {
        const double length = spans.end_ns[i] - spans.begin_ns[i];
        const auto [found, fresh] = shortest.try_emplace(spans.phase[i], length);
        found->second = std::min(found->second, length);
    }
    return shortest;
}

void draw_rows(ImDrawList& list, const Layout& layout, int workers) {
    const bool named = layout.row >= em(14);
    for (int worker = 0; worker < workers; ++worker) {
        const float y = layout.at.y + static_cast<float>(worker) * layout.row;
        if (named)
            draw_text(list, TextStyle::Small, {layout.at.x, y + (layout.row - em(15)) / 2},
                      palette().soft, "worker " + std::to_string(worker));
    }
    if (!named)
        draw_text(list, TextStyle::Small, layout.at, palette().soft,
                  std::to_string(workers) + " workers");
}

void draw_spans(ImDrawList& list, const Layout& layout, const protocol::Spans& spans) {
    const auto shortest = shortest_of(spans);
    const float gap = layout.row > em(6) ? em(2) : 0;
    for (std::size_t i = 0; i < spans.worker.size(); ++i) {
        const float y = layout.at.y + static_cast<float>(spans.worker[i]) * layout.row;
        const double length = spans.end_ns[i] - spans.begin_ns[i];
        const bool late = length > 1.5 * shortest.at(spans.phase[i]);
        list.AddRectFilled({layout.x(spans.begin_ns[i] / 1e6), y},
                           {layout.x(spans.end_ns[i] / 1e6), y + layout.row - gap},
                           late ? palette().cost : palette().measured, em(2));
    }
}

void draw_barriers(ImDrawList& list, const Layout& layout, const std::map<int, Bounds>& steps,
                   float height) {
    for (const auto& [phase, step] : steps) {
        const float x = layout.x(step.end);
        list.AddLine({x, layout.at.y - em(3)}, {x, layout.at.y + height}, palette().ink, em(1));
    }
}

int workers_of(const protocol::Spans& spans) {
    int workers = 1;
    for (const int worker : spans.worker)
        workers = std::max(workers, worker + 1);
    return workers;
}

void draw_run(const protocol::Spans& spans) {
    const auto steps = steps_of(spans);
    const int workers = workers_of(spans);
    const float labels = text_extent(TextStyle::Small, "64 workers").x + em(12);
    const float row = std::clamp(em(160) / static_cast<float>(workers), em(3), em(24));
    const float height = row * static_cast<float>(workers);
    const double end = steps.empty() ? 0 : steps.rbegin()->second.end;
    const Layout layout{ImGui::GetCursorScreenPos(), labels,
                        ImGui::GetContentRegionAvail().x - labels, row, end};
    ImDrawList& list = *ImGui::GetWindowDrawList();
    draw_rows(list, layout, workers);
    draw_spans(list, layout, spans);
    draw_barriers(list, layout, steps, height);
    ImGui::Dummy({labels + layout.width, height + em(4)});
    const ImVec2 axis = ImGui::GetCursorScreenPos();
    draw_text(list, TextStyle::Small, {layout.x(0), axis.y}, palette().faint, "0");
    draw_text(list, TextStyle::Small, {layout.x(end), axis.y}, palette().faint,
              value_words(end, "ms"), 1);
    ImGui::Dummy({1, em(18)});
    text_wrapped(TextStyle::Label, palette().soft,
                 "Each line down is a barrier: the next step begins when the slowest worker, in "
                 "amber, is done.");
}

int workers_of(const protocol::Spans* spans) {
    return spans && !spans->worker.empty() ? 1 + *std::ranges::max_element(spans->worker) : 0;
}

/// Of one worker alone there is nobody to wait for: then that of most workers in the same run.
const protocol::Spans* spans_of(const ShownPoint& shown) {
    const protocol::Spans* most = shown.spans();
    if (workers_of(most) > 1 || !shown.run)
        return most;
    for (const Point& point : shown.run->points)
        if (point.spans && workers_of(&*point.spans) > workers_of(most))
            most = &*point.spans;
    return most;
}

void draw(const content::Lesson&, const content::FigureBody& body, const Session& session,
          Commands&) {
    const ShownPoint shown = shown_point(session, body.experiment);
    if (const auto* spans = spans_of(shown); workers_of(spans) > 0)
        return draw_run(*spans);
    text(TextStyle::Label, palette().soft, "The timeline is drawn from your run.");
}

} // namespace

extern const Figure steps_figure{"steps", &draw};

} // namespace lockstep::shell
