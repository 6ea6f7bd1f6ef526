// SPDX-License-Identifier: MIT
// Every key of the window, in one table: the page of keys shows it, take_keys() acts on the rows
// that have an action. Rows without one belong to the part that has the focus (the plot, a slider).
#pragma once

#include "app/experiment/commands.hpp"

#include <imgui.h>

#include <optional>
#include <span>

namespace lockstep::shell {

enum class KeyGroup { Going, Guessing, Running, Looking, Stepping, Classroom };

struct KeyRow {
    KeyGroup group;
    const char* shown;        ///< "Ctrl + 0"
    const char* words;        ///< what it does, for the learner
    ImGuiKeyChord chord = 0;  ///< 0: belongs to the part with the focus
    ImGuiKeyChord second = 0; ///< another chord for the same
    /// The command it stands for now, or nothing where it has no meaning.
    std::optional<Command> (*action)(const Session&) = nullptr;
};

std::span<const KeyRow> all_keys();
const char* words_of(KeyGroup group);

/// The modifiers that a key of this frame went down with. One that was let go in the same frame
/// still counts: a quick hand is faster than a slow frame, and lets go of Ctrl first.
ImGuiKeyChord modifiers();

/// Acts on the keys pressed in this frame. Called once, before anything is drawn.
void take_keys(const Session& session, Commands& commands);

/// Text sizes that Ctrl + and Ctrl - walk: 0.8 .. 3.0.
double next_text_scale(double now, int by);

} // namespace lockstep::shell
