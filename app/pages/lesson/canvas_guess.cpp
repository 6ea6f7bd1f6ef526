// SPDX-License-Identifier: MIT
// While a guess is being drawn: empty axes, the given point, a pencil that moves once by itself,
// one handle for each tick of x, and what the chosen handle says.
#include "app/pages/lesson/canvas.hpp"

#include "app/pages/lesson/words.hpp"
#include "app/shell/motion.hpp"
#include "app/shell/type.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace lockstep::lab {

namespace {

using shell::em;
using shell::TextStyle;

constexpr float pencil_s = 2.2f; ///< it has to be followed by the eye; it moves once

const Guess* draft_of(const LabView& view) {
    return view.stage.guess_state ? &view.stage.guess_state->draft : nullptr;
}

std::vector<HandleShown> shown_handles(const LabView& view) {
    static const std::map<double, double> nothing;
    const Guess* draft = draft_of(view);
    const auto given = view.plan.given ? std::optional(view.plan.given->y) : std::nullopt;
    const double resting = view.plan.y.value(0.4);
    return handles_shown(view.plan.pencil(), draft ? draft->curve : nothing, given, resting);
}

void draw_curve(Canvas& canvas, const std::vector<HandleShown>& handles) {
    std::vector<ImVec2> line;
    const auto& given = canvas.view.plan.given;
    bool given_done = !given;
    bool any = false;
    for (const HandleShown& handle : handles) {
        if (!given_done && given->x < handle.x) {
            line.push_back(canvas.pixel(given->x, given->y));
            given_done = true;
        }
        if (handle.state == HandleState::Unset)
            continue;
        any = true;
        line.push_back(canvas.pixel(handle.x, handle.y));
    }
    if (!given_done)
        line.push_back(canvas.pixel(given->x, given->y));
    if (!any || line.size() < 2)
        return;
    shell::draw_hand_line(canvas.list, line, shell::faded(shell::palette().predicted, 0.85f),
                          shell::line_width(Provenance::Predicted));
    canvas.labels.keep_clear(line, em(4));
}

void draw_handle(Canvas& canvas, const HandleShown& handle, bool chosen) {
    const ImVec2 at = canvas.pixel(handle.x, handle.y);
    const auto& palette = shell::palette();
    const bool set = handle.state == HandleState::Set;
    const ImU32 colour = set ? palette.predicted
                         : handle.state == HandleState::Between
                             ? shell::faded(palette.predicted, 0.5f)
                             : palette.faint;
    const float radius = em(chosen ? 8 : 6);
    canvas.list.AddCircleFilled(at, radius, palette.surface);
    canvas.list.AddCircle(at, radius, chosen && !set ? palette.predicted : colour, 0, em(2.2f));
}

/// A pencil standing on its tip at `at`, leaning to the right.
void draw_pencil_sign(ImDrawList& list, ImVec2 at, float alpha) {
    const float s = em(1.5f);
    const ImU32 wood = shell::faded(shell::palette().predicted, alpha);
    const ImU32 lead = shell::faded(shell::palette().ink, alpha);
    const auto along = [&](float length, float side) {
        return ImVec2{at.x + s * (length * 0.64f + side * 0.77f),
                      at.y + s * (-length * 0.77f + side * 0.64f)};
    };
    list.AddTriangleFilled(along(0, 0), along(7, -3.4f), along(7, 3.4f), shell::faded(wood, 0.45f));
    list.AddTriangleFilled(along(0, 0), along(3, -1.4f), along(3, 1.4f), lead);
    list.AddQuadFilled(along(7, -3.4f), along(24, -3.4f), along(24, 3.4f), along(7, 3.4f), wood);
    list.AddQuadFilled(along(25, -3.4f), along(29, -3.4f), along(29, 3.4f), along(25, 3.4f),
                       shell::faded(lead, 0.6f));
}

/// The way the pencil shows: up and down, so that it tells nothing about the answer.
ImVec2 on_the_way(const Canvas& canvas, float share) {
    const auto& given = canvas.view.plan.given;
    const ImVec2 start = given ? canvas.pixel(given->x, given->y)
                               : ImVec2{canvas.low.x, (canvas.low.y + canvas.high.y) / 2};
    const bool to_right = start.x < (canvas.low.x + canvas.high.x) / 2;
    const float end = to_right ? canvas.low.x + 0.72f * (canvas.high.x - canvas.low.x)
                               : canvas.low.x + 0.28f * (canvas.high.x - canvas.low.x);
    const float middle = (canvas.low.y + canvas.high.y) / 2;
    const float wave =
        std::sin(share * 2 * std::numbers::pi_v<float>) * 0.16f * (canvas.high.y - canvas.low.y);
    return {start.x + share * (end - start.x),
            start.y + std::min(1.0f, share * 3) * (middle - start.y) - wave};
}

} // namespace

void draw_given(Canvas& canvas) {
    const auto& given = canvas.view.plan.given;
    if (!given || !canvas.view.stage.predicting)
        return;
    const ImVec2 at = canvas.pixel(given->x, given->y);
    shell::draw_mark(canvas.list, at, Provenance::Measured, shell::palette().measured,
                     shell::mark_radius());
    const ImVec2 size = shell::text_extent(TextStyle::Small, "given");
    const bool right = at.x + em(12) + size.x < canvas.high.x;
    const ImVec2 label{right ? at.x + em(10) : at.x - em(10) - size.x, at.y + em(5)};
    shell::draw_text(canvas.list, TextStyle::Small, label, shell::palette().measured, "given");
    canvas.labels.keep_clear(label, {label.x + size.x, label.y + size.y});
}

void draw_draft(Canvas& canvas) {
    if (!canvas.view.stage.predicting)
        return;
    const std::vector<HandleShown> handles = shown_handles(canvas.view);
    draw_curve(canvas, handles);
    const LabState* lab = canvas.view.stage.lab;
    // A class that votes looks at its curves; handles come when somebody takes one.
    const Guess* draft = draft_of(canvas.view);
    if (!canvas.view.plan.offered.empty() && (!draft || draft->curve.empty()) &&
        !(lab && lab->cursor_x))
        return;
    for (const HandleShown& handle : handles) {
        draw_handle(canvas, handle, lab && lab->cursor_x && *lab->cursor_x == handle.x);
        const ImVec2 at = canvas.pixel(handle.x, handle.y);
        canvas.labels.keep_clear({at.x - em(7), at.y - em(7)}, {at.x + em(7), at.y + em(7)});
    }
}

void draw_pencil(Canvas& canvas) {
    const LabView& view = canvas.view;
    const Guess* draft = draft_of(view);
    if (!view.stage.predicting || (draft && !draft->curve.empty()))
        return;
    const float share = shell::drawn_once(
        "pencil/" + view.stage.lesson->id + "/" + view.stage.guess_block->id, pencil_s);
    if (share >= 1)
        return;
    const float moved = shell::smooth(std::min(1.0f, share / 0.8f));
    const float alpha = share < 0.8f ? 1 : (1 - share) / 0.2f;
    std::vector<ImVec2> trace;
    for (float at = 0; at < moved; at += 0.02f)
        trace.push_back(on_the_way(canvas, at));
    trace.push_back(on_the_way(canvas, moved));
    if (trace.size() > 1)
        shell::draw_hand_line(canvas.list, trace,
                              shell::faded(shell::palette().predicted, 0.35f * alpha),
                              shell::line_width(Provenance::Predicted));
    draw_pencil_sign(canvas.list, trace.back(), alpha);
}

void draw_readout(Canvas& canvas) {
    const LabView& view = canvas.view;
    if (!view.stage.predicting || !view.stage.lab || !view.stage.lab->cursor_x)
        return;
    const double x = *view.stage.lab->cursor_x;
    for (const HandleShown& handle : shown_handles(view)) {
        if (handle.x != x)
            continue;
        if (handle.state == HandleState::Unset && typed_text().empty())
            return;
        std::string words = readout(view.session, *view.stage.experiment, x, handle.y);
        if (!typed_text().empty())
            words = x_phrase(view.session, *view.stage.experiment, x) + ": " + typed_text() + "_";
        const ImVec2 at = canvas.pixel(handle.x, handle.y);
        const ImVec2 size = shell::text_extent(TextStyle::LabelStrong, words);
        float left = at.x + em(14);
        if (left + size.x > canvas.high.x)
            left = at.x - em(14) - size.x;
        left = std::max(left, canvas.low.x + em(4));
        const float top = std::max(canvas.low.y + em(2), at.y - em(10) - size.y);
        canvas.list.AddRectFilled({left - em(4), top - em(1)},
                                  {left + size.x + em(4), top + size.y + em(1)},
                                  shell::faded(shell::palette().surface, 0.85f), em(4));
        shell::draw_text_tabular(canvas.list, TextStyle::LabelStrong, {left, top},
                                 shell::palette().predicted, words);
        return;
    }
}

} // namespace lockstep::lab
