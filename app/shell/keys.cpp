// SPDX-License-Identifier: MIT
// Acting on the keys of the table. A key that was taken is locked for the frame, so that no control
// below it acts on it a second time.
#include "app/shell/keys.hpp"

#include <imgui_internal.h>

namespace lockstep::shell {

namespace {

/// Somebody types: then only chords with Ctrl or Alt and function keys are ours.
bool is_for_us(ImGuiKeyChord chord) {
    const bool typing = ImGui::GetIO().WantTextInput;
    const auto key = static_cast<ImGuiKey>(chord & ~ImGuiMod_Mask_);
    const bool function_key = key >= ImGuiKey_F1 && key <= ImGuiKey_F24;
    return !typing || function_key || (chord & (ImGuiMod_Ctrl | ImGuiMod_Alt));
}

bool is_pressed(ImGuiKeyChord chord) {
    if (chord == 0 || !is_for_us(chord) || (chord & ImGuiMod_Mask_) != modifiers())
        return false;
    const auto key = static_cast<ImGuiKey>(chord & ~ImGuiMod_Mask_);
    return ImGui::IsKeyPressed(key, ImGuiInputFlags_None, ImGuiKeyOwner_Any);
}

void lock(ImGuiKeyChord chord) {
    // Dear ImGui has looked at it already, and would move the focus by a page, or to the first
    // control of the window where nothing has it.
    ImGuiContext& context = *ImGui::GetCurrentContext();
    if (context.NavInitRequestFromMove)
        context.NavInitRequest = context.NavInitRequestFromMove = false;
    ImGui::NavMoveRequestCancel();
    ImGui::SetKeyOwner(static_cast<ImGuiKey>(chord & ~ImGuiMod_Mask_), ImGui::GetID("taken"),
                       ImGuiInputFlags_LockThisFrame);
}

/// A show of hands: 1 to 4 raise one, with Shift take one back.
void take_votes(Commands& commands) {
    const ImGuiKeyChord held = modifiers();
    if (ImGui::GetIO().WantTextInput || (held & (ImGuiMod_Ctrl | ImGuiMod_Alt))) return;
    for (int choice = 0; choice < 4; ++choice) {
        const auto key = static_cast<ImGuiKey>(ImGuiKey_1 + choice);
        const auto pad = static_cast<ImGuiKey>(ImGuiKey_Keypad1 + choice);
        if (!ImGui::IsKeyPressed(key, false) && !ImGui::IsKeyPressed(pad, false)) continue;
        commands.push_back(command::Vote{choice, held & ImGuiMod_Shift ? -1 : 1});
        // The plot would read the digit as a typed value.
        ImGui::GetIO().InputQueueCharacters.resize(0);
        lock(key);
    }
}

/// Dear ImGui looks at the keys of the pages before we do, and would scroll away from what a slide
/// or a lesson shows: they are taken for the next frame, too.
void keep_page_keys() {
    for (const ImGuiKey key : {ImGuiKey_PageDown, ImGuiKey_PageUp})
        ImGui::SetKeyOwner(key, ImGui::GetID("taken"));
}

} // namespace

ImGuiKeyChord modifiers() {
    ImGuiKeyChord held = ImGui::GetIO().KeyMods;
    for (const ImGuiKey modifier : {ImGuiMod_Ctrl, ImGuiMod_Shift, ImGuiMod_Alt})
        if (ImGui::IsKeyReleased(modifier))
            held |= modifier;
    return held;
}

void take_keys(const Session& session, Commands& commands) {
    for (const KeyRow& row : all_keys()) {
        if (!row.action) continue;
        for (const ImGuiKeyChord chord : {row.chord, row.second}) {
            if (!is_pressed(chord)) continue;
            if (const auto command = row.action(session)) {
                commands.push_back(*command);
                lock(chord);
            }
        }
    }
    if (session.presenter.on || (modifiers() & ImGuiMod_Ctrl))
        keep_page_keys();
    if (session.presenter.on)
        take_votes(commands);
}

} // namespace lockstep::shell
