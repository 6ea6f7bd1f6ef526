// SPDX-License-Identifier: MIT
// Marks and lines: each provenance is known by its shape and its dash, also without colour.
#include "app/shell/plot_style.hpp"

#include "app/shell/type.hpp"

#include <algorithm>
#include <cmath>

namespace lockstep::shell {

namespace {

float distance(ImVec2 a, ImVec2 b) {
    return std::hypot(b.x - a.x, b.y - a.y);
}

ImVec2 between(ImVec2 a, ImVec2 b, float share) {
    return {a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
}

/// A slow wave in place of a hand's tremor: the same place always has the same one.
float tremor(float along, float seed) {
    return 0.55f * std::sin(along * 0.071f + seed) + 0.35f * std::sin(along * 0.173f + 1.7f * seed);
}

} // namespace

float mark_radius() {
    return em(5);
}

float line_width(Provenance provenance) {
    // The presenter's text is at least 1.6 times as large, which makes these at least 3 px.
    const bool by_hand = provenance == Provenance::Predicted;
    return std::max(text_scale() * (by_hand ? 2.8f : 1.6f), text_scale() >= 1.6f ? 3.0f : 1.0f);
}

void draw_mark(ImDrawList& list, ImVec2 at, Provenance provenance, ImU32 colour, float radius,
               bool provisional) {
    const ImU32 paper = palette().surface;
    const float thick = std::max(radius * 0.38f, 1.5f);
    switch (provenance) {
    case Provenance::Measured:
        list.AddCircleFilled(at, radius + 1, paper);
        list.AddCircleFilled(at, radius, provisional ? faded(colour, 0.45f) : colour);
        break;
    case Provenance::Recorded:
    case Provenance::Predicted:
        list.AddCircleFilled(at, radius, paper);
        list.AddCircle(at, radius, colour, 0, thick);
        break;
    case Provenance::Simulated:
    case Provenance::Model: {
        const float r = radius * 1.15f;
        list.AddQuadFilled({at.x, at.y - r}, {at.x + r, at.y}, {at.x, at.y + r}, {at.x - r, at.y},
                           paper);
        list.AddQuad({at.x, at.y - r}, {at.x + r, at.y}, {at.x, at.y + r}, {at.x - r, at.y}, colour,
                     thick);
        break;
    }
    }
}

void draw_shape(ImDrawList& list, ImVec2 at, int shape, Provenance provenance, ImU32 colour,
                float radius, bool hollow) {
    if (shape == 0 || provenance == Provenance::Simulated) {
        draw_mark(list, at, provenance, colour, radius, hollow);
        return;
    }
    const float r = radius * 0.95f;
    const bool filled = provenance == Provenance::Measured && !hollow;
    const ImU32 inner = filled ? colour : palette().surface;
    if (shape == 1) {
        list.AddRectFilled({at.x - r, at.y - r}, {at.x + r, at.y + r}, inner, em(1));
        list.AddRect({at.x - r, at.y - r}, {at.x + r, at.y + r}, colour, em(1), 0, em(1.6f));
        return;
    }
    const float up = shape % 2 == 0 ? 1.0f : -1.0f;
    const ImVec2 tip{at.x, at.y - up * r * 1.2f}, left{at.x - r * 1.1f, at.y + up * r * 0.9f},
        right{at.x + r * 1.1f, at.y + up * r * 0.9f};
    list.AddTriangleFilled(tip, right, left, inner);
    list.AddTriangle(tip, right, left, colour, em(1.6f));
}

void draw_chosen(ImDrawList& list, ImVec2 at, ImU32 colour, float radius) {
    list.AddCircleFilled(at, radius * 1.9f, faded(colour, 0.2f));
}

void draw_missing(ImDrawList& list, ImVec2 at, ImU32 colour, float radius) {
    const float r = radius * 0.9f, thick = std::max(radius * 0.36f, 1.5f);
    list.AddLine({at.x - r, at.y - r}, {at.x + r, at.y + r}, colour, thick);
    list.AddLine({at.x - r, at.y + r}, {at.x + r, at.y - r}, colour, thick);
}

void draw_whisker(ImDrawList& list, ImVec2 low, ImVec2 high, ImU32 colour) {
    const float foot = em(3);
    list.AddLine(low, high, colour, 1);
    for (const ImVec2 end : {low, high})
        list.AddLine({end.x - foot, end.y}, {end.x + foot + 1, end.y}, colour, 1);
}

void draw_line(ImDrawList& list, std::span<const ImVec2> points, ImU32 colour, float width) {
    list.AddPolyline(points.data(), static_cast<int>(points.size()), colour, ImDrawFlags_None,
                     width);
}

void draw_hand_line(ImDrawList& list, std::span<const ImVec2> points, ImU32 colour, float width) {
    if (points.size() < 2)
        return;
    std::vector<ImVec2> drawn;
    float along = 0;
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        const ImVec2 a = points[i], b = points[i + 1];
        const float length = distance(a, b);
        if (length < 0.5f)
            continue;
        const ImVec2 across{-(b.y - a.y) / length, (b.x - a.x) / length};
        const int pieces = std::max(1, static_cast<int>(length / 5));
        for (int piece = 0; piece < pieces; ++piece) {
            const float share = static_cast<float>(piece) / static_cast<float>(pieces);
            // The tremor rests at the handles, so that the line goes through what was set.
            const float rest = 4 * share * (1 - share);
            const float by = tremor(along + share * length, points[0].x) * rest * text_scale();
            const ImVec2 at = between(a, b, share);
            drawn.push_back({at.x + across.x * by, at.y + across.y * by});
        }
        along += length;
    }
    drawn.push_back(points.back());
    draw_line(list, drawn, colour, width);
}

void draw_dashed(ImDrawList& list, std::span<const ImVec2> points, ImU32 colour, float width,
                 float dash, float gap) {
    const float period = dash + gap;
    if (period <= 0)
        return;
    float along = 0;
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        const ImVec2 a = points[i], b = points[i + 1];
        const float length = distance(a, b);
        if (length <= 0)
            continue;
        float at = 0;
        while (at < length) {
            const float phase = std::fmod(along + at, period);
            const bool drawn = phase < dash;
            const float next =
                std::min(length, at + std::max((drawn ? dash : period) - phase, 0.25f));
            if (drawn)
                list.AddLine(between(a, b, at / length), between(a, b, next / length), colour,
                             width);
            at = next;
        }
        along += length;
    }
}

void draw_run_line(ImDrawList& list, std::span<const ImVec2> points, int dash, ImU32 colour,
                   float width) {
    if (dash <= 0)
        return draw_line(list, points, colour, width);
    if (dash == 1)
        return draw_dashed(list, points, colour, width, em(1.5f), em(4));
    draw_dashed(list, points, colour, width, em(9), dash == 2 ? em(4) : em(8));
    if (dash == 2)
        return;
    // A dot in each gap: the same dashes, set half a period on by a line that begins there.
    std::vector<ImVec2> later(points.begin(), points.end());
    float skip = em(12.5f);
    while (later.size() > 1 && distance(later[0], later[1]) <= skip) {
        skip -= distance(later[0], later[1]);
        later.erase(later.begin());
    }
    if (later.size() < 2)
        return;
    later[0] = between(later[0], later[1], skip / distance(later[0], later[1]));
    draw_dashed(list, later, colour, width, em(1.5f), em(15.5f));
}

void draw_series_line(ImDrawList& list, std::span<const ImVec2> points, Provenance provenance,
                      ImU32 colour) {
    const float width = line_width(provenance);
    switch (provenance) {
    case Provenance::Model:
        draw_line(list, points, colour, width);
        break;
    case Provenance::Predicted:
        draw_hand_line(list, points, colour, width);
        break;
    case Provenance::Simulated:
        draw_dashed(list, points, colour, width, em(6), em(4));
        break;
    case Provenance::Measured:
    case Provenance::Recorded:
        break;
    }
}

LabelPlacer::LabelPlacer(ImVec2 bounds_min, ImVec2 bounds_max) : m_bounds{bounds_min, bounds_max} {}

void LabelPlacer::keep_clear(ImVec2 box_min, ImVec2 box_max) {
    m_taken.push_back({box_min, box_max});
}

void LabelPlacer::keep_clear(std::span<const ImVec2> line, float margin) {
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const ImVec2 a = line[i], b = line[i + 1];
        const int pieces = std::max(1, static_cast<int>(distance(a, b) / std::max(margin, 3.0f)));
        for (int piece = 0; piece <= pieces; ++piece) {
            const ImVec2 at = between(a, b, static_cast<float>(piece) / static_cast<float>(pieces));
            keep_clear({at.x - margin, at.y - margin}, {at.x + margin, at.y + margin});
        }
    }
}

bool LabelPlacer::Box::touches(const Box& other) const {
    return low.x < other.high.x && high.x > other.low.x && low.y < other.high.y &&
           high.y > other.low.y;
}

bool LabelPlacer::is_clear(ImVec2 box_min, ImVec2 box_max) const {
    if (box_min.x < m_bounds.low.x || box_min.y < m_bounds.low.y || box_max.x > m_bounds.high.x ||
        box_max.y > m_bounds.high.y)
        return false;
    const Box asked{box_min, box_max};
    return std::ranges::none_of(m_taken, [&](const Box& box) { return asked.touches(box); });
}

int LabelPlacer::covered(ImVec2 box_min, ImVec2 box_max) const {
    const Box asked{box_min, box_max};
    return static_cast<int>(
        std::ranges::count_if(m_taken, [&](const Box& box) { return asked.touches(box); }));
}

bool LabelPlacer::place(ImDrawList& list, ImVec2 near_to, std::string_view words, ImU32 colour) {
    const ImVec2 size = text_extent(TextStyle::Label, words);
    for (const float away : {em(9), em(18), em(30), em(44)}) {
        const float left = near_to.x - away - size.x, right = near_to.x + away;
        const float above = near_to.y - away - size.y, below = near_to.y + away;
        const float middle_x = near_to.x - size.x / 2, middle_y = near_to.y - size.y / 2;
        const ImVec2 offers[] = {{right, above},    {left, above},     {right, below},
                                 {left, below},     {right, middle_y}, {middle_x, above},
                                 {middle_x, below}, {left, middle_y}};
        for (const ImVec2 at : offers)
            if (put(list, at, words, colour))
                return true;
    }
    return false;
}

bool LabelPlacer::put(ImDrawList& list, ImVec2 at, std::string_view words, ImU32 colour) {
    const ImVec2 size = text_extent(TextStyle::Label, words);
    const ImVec2 end{at.x + size.x, at.y + size.y};
    if (!is_clear(at, end))
        return false;
    draw_text(list, TextStyle::Label, at, colour, words);
    keep_clear({at.x - em(4), at.y - em(2)}, {end.x + em(4), end.y + em(2)});
    return true;
}

} // namespace lockstep::shell
