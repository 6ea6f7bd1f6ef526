// SPDX-License-Identifier: MIT
// The plot as mouse and keys meet it: its place in pixels, its handles and marks. For the files
// that answer them.
#pragma once

#include "app/pages/lesson/canvas.hpp"

#include <imgui.h>

#include <map>
#include <string>
#include <vector>

namespace lockstep::lab {

/// What a gesture in progress needs: it begins with a press or a key and leaves nothing behind.
struct Gesture {
    int alone = -1; ///< the handle that is dragged by itself; -1 draws
    Place last;
    bool begun = false; ///< the first command of a drag was sent: the rest is one step of undo
    Typed typed;
    double typed_x = 0;
    ImGuiID item = 0;
};
Gesture& gesture();

struct Field {
    const LabView& view;
    ImVec2 low, high;
    Pencil pencil;
    Place place(ImVec2 at) const;
    ImVec2 pixel(double x, double y) const;
    const std::string& block() const { return view.stage.guess_block->id; }
    std::map<double, double> draft() const;
    std::vector<HandleShown> shown() const;
    int chosen() const; ///< the handle under the cursor; -1 for none
    double x_of(int handle) const { return pencil.handles[static_cast<std::size_t>(handle)]; }
};

/// Arrow keys belong to the plot while it has them, not to the walk from widget to widget.
void own_arrow_keys();

// ---- input_guess.cpp: while a guess is being drawn. The plot's item is ImGui's last.
// ----------------
/// The set handle under the mouse, which a press drags by itself; -1 for none.
int handle_under(const Field& field, ImVec2 mouse);
void draw_by_mouse(const Field& field, Commands& commands);
void draw_by_keys(const Field& field, Commands& commands);
// ---- input_marks.cpp: after the run
// -----------------------------------------------------------------
void choose_by_hover(const Field& field, Commands& commands);
void look_closer(const Field& field, Commands& commands);
void walk_marks(const Field& field, Commands& commands);

} // namespace lockstep::lab
