// SPDX-License-Identifier: MIT
// What all controls share: an item that can be pressed by mouse or key, and how it looks meanwhile.
// Only for the files of this folder that draw controls.
#pragma once

#include "app/shell/widgets.hpp"

#include <imgui.h>

namespace lockstep::shell {

struct Item {
    ImVec2 low, high;      ///< its rectangle
    bool pressed = false;  ///< this frame, by mouse, Space or Enter
    bool hovered = false, held = false;
    float width() const { return high.x - low.x; }
    float height() const { return high.y - low.y; }
    ImVec2 centre() const { return {(low.x + high.x) / 2, (low.y + high.y) / 2}; }
};

/// An item at the cursor. A disabled one takes neither pointer nor focus.
Item press_item(const char* label, ImVec2 size, bool enabled = true);

/// The words of a label, without "##id".
std::string_view words_of(const char* label);

/// Whether the last item has the keyboard's focus and the keyboard is what is in use.
bool item_shows_focus();

} // namespace lockstep::shell
