// SPDX-License-Identifier: MIT
// The slider: its words, its value and its ends in the learner's own terms.
#include "app/shell/item.hpp"
#include "app/shell/unit_breaks.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace lockstep::shell {

namespace {

constexpr float height = 53, knob_y = 29, ends_y = 37, knob_radius = 7;

double clamped(const SliderLook& look, double value) {
    return std::clamp(value, std::min(look.low, look.high), std::max(look.low, look.high));
}

double nearest_stop(std::span<const double> stops, double value) {
    return *std::min_element(stops.begin(), stops.end(), [&](double a, double b) {
        return std::abs(a - value) < std::abs(b - value);
    });
}

double snapped(const SliderLook& look, double value) {
    if (!look.stops.empty())
        return nearest_stop(look.stops, value);
    value = clamped(look, value);
    return look.whole ? std::round(value) : value;
}

double share_of(const SliderLook& look, double value) {
    if (look.high == look.low)
        return 0;
    value = clamped(look, value);
    if (look.log && look.low > 0)
        return std::log(value / look.low) / std::log(look.high / look.low);
    return (value - look.low) / (look.high - look.low);
}

double value_at(const SliderLook& look, double share) {
    share = std::clamp(share, 0.0, 1.0);
    double value = look.low + share * (look.high - look.low);
    if (look.log && look.low > 0)
        value = look.low * std::pow(look.high / look.low, share);
    if (!look.whole && look.stops.empty() && share > 0 && share < 1) {
        // Two significant digits are as fine as a hand can point.
        const double grain = look.log
                                 ? std::pow(10, std::floor(std::log10(value)) - 1)
                                 : std::pow(10, std::floor(std::log10(look.high - look.low)) - 2);
        value = std::round(value / grain) * grain;
    }
    return snapped(look, value);
}

double stepped(const SliderLook& look, double value, int direction, bool fine) {
    if (!look.stops.empty()) {
        const auto here =
            std::find(look.stops.begin(), look.stops.end(), nearest_stop(look.stops, value));
        const auto index = std::clamp<std::ptrdiff_t>(here - look.stops.begin() + direction, 0,
                                                      std::ssize(look.stops) - 1);
        return look.stops[static_cast<std::size_t>(index)];
    }
    const double share = share_of(look, value) + direction * (fine ? 0.004 : 0.02);
    const double next = value_at(look, share);
    return look.whole && std::abs(next - value) < 1 ? snapped(look, value + direction) : next;
}

/// The value after the keys of this frame; a focused slider owns them, so that they do not move
/// focus.
double after_keys(const SliderLook& look, double value, bool& stroke_ended) {
    if (!ImGui::IsItemFocused())
        return value;
    const ImGuiID id = ImGui::GetItemID();
    for (const ImGuiKey key :
         {ImGuiKey_LeftArrow, ImGuiKey_RightArrow, ImGuiKey_Home, ImGuiKey_End}) {
        ImGui::SetKeyOwner(key, id);
        if (ImGui::IsKeyReleased(key, id))
            stroke_ended = true;
    }
    const bool fine = ImGui::GetIO().KeyShift;
    const auto pressed = [&](ImGuiKey key) {
        return ImGui::IsKeyPressed(key, ImGuiInputFlags_Repeat, id);
    };
    if (pressed(ImGuiKey_LeftArrow))
        value = stepped(look, value, -1, fine);
    if (pressed(ImGuiKey_RightArrow))
        value = stepped(look, value, +1, fine);
    if (pressed(ImGuiKey_Home))
        value = snapped(look, look.low);
    if (pressed(ImGuiKey_End))
        value = snapped(look, look.high);
    return value;
}

/// "2" beside "workers": a unit that the words already say is left out.
std::string shown(const SliderLook& look, double value) {
    if (!look.names.empty()) {
        const double last = static_cast<double>(look.names.size() - 1);
        return look.names[static_cast<std::size_t>(std::clamp(std::round(value), 0.0, last))];
    }
    const bool said = says_unit(look.words, look.unit);
    return value_words(value, said ? std::string_view{} : look.unit);
}

void draw_track(ImDrawList& list, const Item& item, double share, const Palette& p, bool enabled) {
    const float y = item.low.y + em(knob_y), thick = em(2), radius = em(knob_radius);
    const float left = item.low.x, right = item.high.x;
    const float knob =
        std::round(left + radius + static_cast<float>(share) * (right - left - 2 * radius));
    const ImU32 reached = enabled ? p.accent : mixed(p.background, p.faint, 0.55f);
    list.AddRectFilled({left, y - thick}, {right, y + thick}, p.track, thick);
    list.AddRectFilled({left, y - thick}, {knob, y + thick}, reached, thick);
    const bool lively = enabled && (item.hovered || item.held);
    if (lively)
        list.AddCircleFilled({knob, y}, radius + em(5), faded(p.accent, 0.15f));
    list.AddCircleFilled({knob, y}, radius, p.surface);
    list.AddCircle({knob, y}, radius, reached, 0, em(2));
    if (enabled && item_shows_focus())
        list.AddCircle({knob, y}, radius + em(4), p.accent, 0, em(2));
}

void draw_words(ImDrawList& list, const Item& item, const SliderLook& look, double value,
                const Palette& p) {
    const ImU32 strong = look.enabled ? p.ink : p.soft, quiet = look.enabled ? p.soft : p.faint;
    draw_text(list, TextStyle::Label, item.low, quiet, look.words);
    draw_text(list, TextStyle::LabelStrong, {item.high.x, item.low.y}, strong, shown(look, value),
              1);
    const float y = item.low.y + em(ends_y);
    draw_text(list, TextStyle::Small, {item.low.x, y}, p.faint, shown(look, look.low));
    draw_text(list, TextStyle::Small, {item.high.x, y}, p.faint, shown(look, look.high), 1);
}

} // namespace

float slider_height() {
    return em(height);
}

SliderAnswer slider(const char* id, const SliderLook& look, double value) {
    const float width = look.width > 0 ? look.width : ImGui::GetContentRegionAvail().x;
    const Item item = press_item(id, {width, em(height)}, look.enabled);
    SliderAnswer answer{value};
    if (look.enabled) {
        bool stroke_ended = false;
        // The frame of the release counts, too: a quick press and release moves the knob.
        const bool let_go = ImGui::IsItemDeactivated() && ImGui::IsMouseReleased(0);
        if ((item.held && ImGui::IsMouseDown(0)) || let_go) {
            const double radius = em(knob_radius);
            const double along = ImGui::GetIO().MousePos.x - item.low.x - radius;
            answer.value = value_at(look, along / (item.width() - 2 * radius));
        }
        answer.value = after_keys(look, answer.value, stroke_ended);
        answer.changed = answer.value != value;
        answer.released = ImGui::IsItemDeactivated() || stroke_ended;
    }
    ImDrawList& list = *ImGui::GetWindowDrawList();
    draw_words(list, item, look, answer.value, palette());
    draw_track(list, item, share_of(look, answer.value), palette(), look.enabled);
    return answer;
}

} // namespace lockstep::shell
