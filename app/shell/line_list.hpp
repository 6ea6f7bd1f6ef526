// SPDX-License-Identifier: MIT
// Lines of a text in a frame that scrolls by itself: it follows the line that is the current one,
// and a line can be chosen by a click or by arrow keys and Enter.
#pragma once

#include "app/shell/theme.hpp"

#include <imgui.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lockstep::shell {

struct ListedLine {
    int line = 0;      ///< from 1
    std::string words; ///< at its right end: "7 of 32"
    ImU32 colour = 0;  ///< of the words
    bool tinted = false;
};

struct LineList {
    std::span<const std::string_view> lines;
    int current = 0;                 ///< stands out, and is scrolled to when it changes; 0: none
    std::vector<ListedLine> said;    ///< ascending
    bool is_code = true;             ///< C++ in its colours; else plain text, with tabs as blanks
    bool can_choose = true;          ///< else it takes no focus
    std::string_view choosing_means; ///< "Run to line": the hint, before the line's number
};

/// The line chosen in this frame; 0: none. `size` in pixels.
int line_list(const char* id, ImVec2 size, const LineList& list);
/// As high as it has to be for so many lines.
float line_list_height(int lines);

/// The first line in sight of a list that shows `room` lines of `count` and began with `first`, so
/// that `line` (from 1) is in sight with what stands around it. Scrolls only where it has to.
float scrolled_to(int line, float first, float room, int count);

} // namespace lockstep::shell
