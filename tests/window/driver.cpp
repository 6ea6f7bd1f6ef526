// SPDX-License-Identifier: MIT
// Driving the window by Dear ImGui Test Engine.
#include "tests/window/path.hpp"

#include "tests/window/pictures.hpp"

#include <imgui.h>
#include <imgui_internal.h>
#include <imgui_test_engine/imgui_te_context.h>
#include <imgui_test_engine/imgui_te_engine.h>

#include <algorithm>
#include <chrono>
#include <cstdio>

namespace lockstep::window_tests {

namespace {

using Clock = std::chrono::steady_clock;
// A simulation of 32 paths takes the address sanitizer's build longer than any other wait.
#ifdef __SANITIZE_ADDRESS__
constexpr std::chrono::seconds patience{120};
#else
constexpr std::chrono::seconds patience{20};
#endif

/// A slash inside a label is not a step of the path.
std::string anywhere(std::string_view label) {
    std::string reference = "//**/";
    for (const char letter : label) {
        if (letter == '/')
            reference += '\\';
        reference += letter;
    }
    return reference;
}

ImGuiTestItemInfo info_of(ImGuiTestContext& context, std::string_view label) {
    const std::string reference = anywhere(label);
    const ImGuiTestRef item(reference.c_str());
    return context.ItemInfo(item);
}

} // namespace

const BlockState& Driver::block(std::string_view id) const {
    static const BlockState none;
    const BlockState* found = session().block(id);
    return found ? *found : none;
}

const LabState& Driver::lab(std::string_view experiment) const {
    static const LabState none;
    const LabState* found = session().lab(experiment);
    return found ? *found : none;
}

void Driver::check(bool holds, const char* what) {
    if (holds || m_failed)
        return;
    m_failed = true;
    std::fprintf(stderr, "  does not hold: %s\n", what);
    for (const Notice& notice : session().notices) {
        std::fprintf(stderr, "  the window says: %s\n", notice.sentence.c_str());
        for (const std::string& line : notice.details)
            std::fprintf(stderr, "    %s\n", line.c_str());
    }
    picture("failed");
    ImGuiTestEngine_Error(__FILE__, __func__, __LINE__, ImGuiTestCheckFlags_None, "%s", what);
}

void Driver::wait_until(const char* what, const std::function<bool()>& condition) {
    const auto until = Clock::now() + patience;
    while (!m_failed && !condition()) {
        if (Clock::now() > until) {
            check(false, what);
            return;
        }
        m_context.Yield();
    }
}

void Driver::frames(int count) {
    if (!m_failed)
        m_context.Yield(count);
}

bool Driver::exists(std::string_view label) {
    return m_context.ItemExists(anywhere(label).c_str());
}

/// What lies outside a scrolled column is not drawn and cannot be found: a learner scrolls, too.
bool Driver::find(std::string_view label) {
    if (exists(label))
        return true;
    for (ImGuiWindow* window : m_context.UiContext->Windows) {
        if (!window->WasActive || window->ScrollMax.y <= 0)
            continue;
        const float page = window->InnerRect.GetHeight() * 0.6f;
        for (float y = 0; y < window->ScrollMax.y + page && !m_failed; y += page) {
            ImGui::SetScrollY(window, std::min(y, window->ScrollMax.y));
            m_context.Yield(2);
            if (exists(label))
                return true;
        }
    }
    return false;
}

void Driver::show(std::string_view label) {
    check(find(label), "what is to be seen is there");
    if (m_failed)
        return;
    const ImRect item = info_of(m_context, label).RectFull;
    for (ImGuiWindow* window : m_context.UiContext->Windows) {
        const ImRect& inside = window->InnerRect;
        const bool around = item.Min.x >= inside.Min.x && item.Max.x <= inside.Max.x;
        if (window->WasActive && window->ScrollMax.y > 0 && around)
            ImGui::SetScrollY(window, std::clamp(window->Scroll.y + item.Min.y - inside.Min.y - 8,
                                                 0.0f, window->ScrollMax.y));
    }
    m_context.Yield(3);
}

/// Tab until the item has the focus, then Space. What a Tab alone does (a field that takes text)
/// needs no Space.
void Driver::press_by_keys(std::string_view label, const std::function<bool()>& effect) {
    constexpr int most_tabs = 250;
    const std::string what = "Tab reaches " + std::string(label);
    for (int i = 0; i < most_tabs && !m_failed; ++i) {
        m_context.KeyPress(ImGuiKey_Tab);
        m_context.Yield(2); // the second frame has scrolled to it
        if (!exists(label) || info_of(m_context, label).ID != m_context.UiContext->NavId)
            continue;
        if (!effect())
            m_context.KeyPress(ImGuiKey_Space);
        return wait_until((what + ": its effect").c_str(), effect);
    }
    check(false, what.c_str());
}

void Driver::click(std::string_view label, const std::function<bool()>& effect) {
    if (m_failed)
        return;
    if (m_keyboard_only)
        return press_by_keys(label, effect);
    const std::string what = "click on " + std::string(label);
    wait_until((what + ": it is there").c_str(), [&] { return find(label); });
    if (m_failed)
        return;
    m_context.ItemClick(anywhere(label).c_str());
    wait_until((what + ": its effect").c_str(), effect);
}

void Driver::key(int chord, const std::function<bool()>& effect) {
    if (m_failed)
        return;
    m_context.KeyPress(chord);
    const std::string what = std::string("key ") + ImGui::GetKeyChordName(chord) + ": its effect";
    wait_until(what.c_str(), effect);
}

void Driver::type(std::string_view letters, const std::function<bool()>& effect) {
    if (m_failed)
        return;
    m_context.KeyChars(std::string(letters).c_str());
    wait_until(("typing " + std::string(letters)).c_str(), effect);
}

void Driver::drop(const std::filesystem::path& file, const std::function<bool()>& effect) {
    if (m_failed)
        return;
    // What GLFW tells of: the Test Engine has no hand outside the window.
    m_front.commands().push_back(command::OpenRun{file.string()});
    wait_until(("dropping " + file.filename().string()).c_str(), effect);
}

void Driver::drag(std::string_view label, float from_x, float from_y, float to_x, float to_y,
                  const std::function<bool()>& effect) {
    if (m_failed)
        return;
    const std::string what = "drag on " + std::string(label);
    wait_until((what + ": it is there").c_str(), [&] { return find(label); });
    if (m_failed)
        return;
    const ImRect box = info_of(m_context, label).RectFull;
    const auto at = [&](float x, float y) {
        return ImVec2{box.Min.x + x * box.GetWidth(), box.Min.y + y * box.GetHeight()};
    };
    m_context.MouseMoveToPos(at(from_x, from_y));
    m_context.MouseDown();
    for (int i = 1; i <= 24; ++i) {
        const float share = static_cast<float>(i) / 24;
        m_context.MouseMoveToPos(
            at(from_x + (to_x - from_x) * share, from_y + (to_y - from_y) * share));
    }
    m_context.MouseUp();
    wait_until((what + ": its effect").c_str(), effect);
}

void Driver::picture(std::string_view name) {
    Pictures& pictures = Pictures::of_this_path();
    pictures.ask(name);
    for (int i = 0; i < 8 && pictures.is_waiting(); ++i)
        m_context.Yield();
}

} // namespace lockstep::window_tests
