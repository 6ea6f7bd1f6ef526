// SPDX-License-Identifier: MIT
// ImGuiColorTextEdit. The session holds the text; the widget holds cursor, selection and undo, as
// long as the same kernel is shown.
#include "app/views/kernel/editor.hpp"

#include "app/shell/theme.hpp"
#include "app/shell/type.hpp"

#include <ImGuiColorTextEdit/TextEditor.h>

#include <algorithm>
#include <utility>

namespace lockstep::kernel_view {

namespace {

struct Shown {
    TextEditor editor;
    std::string name;
    std::string given; ///< what the session holds
    std::string seen;  ///< the same as the widget writes it: with or without a last line's end
    std::vector<CompileError> errors; ///< that are marked
    bool begun = false;
};

TextEditor::Palette colours() {
    const shell::Palette& p = shell::palette();
    TextEditor::Palette colours =
        p.dark ? TextEditor::GetDarkPalette() : TextEditor::GetLightPalette();
    using Color = TextEditor::Color;
    const std::pair<Color, ImU32> own[] = {{Color::text, p.ink},
                                           {Color::keyword, p.accent},
                                           {Color::declaration, p.accent},
                                           {Color::number, p.measured},
                                           {Color::string, p.good},
                                           {Color::punctuation, p.ink},
                                           {Color::preprocessor, p.soft},
                                           {Color::identifier, p.ink},
                                           {Color::knownIdentifier, p.ink},
                                           {Color::comment, p.soft},
                                           {Color::background, p.code_surface},
                                           {Color::cursor, p.ink},
                                           {Color::selection, p.accent_surface},
                                           {Color::lineNumber, p.faint},
                                           {Color::currentLineNumber, p.ink}};
    // Brackets by depth would be colours that mean nothing here.
    for (auto colour = Color::matchingBracketLevel1; colour <= Color::matchingBracketLevel3;
         colour = static_cast<Color>(static_cast<char>(colour) + 1))
        colours[static_cast<std::size_t>(colour)] = p.ink;
    for (const auto& [colour, value] : own)
        colours[static_cast<std::size_t>(colour)] = value;
    return colours;
}

void begin(Shown& shown) {
    shown.editor.SetLanguage(TextEditor::Language::Cpp());
    shown.editor.SetShowWhitespacesEnabled(false);
    shown.editor.SetShowMiniMapEnabled(false);
    shown.editor.SetShowScrollbarMiniMapEnabled(false);
    shown.editor.SetTabSize(4);
    shown.editor.SetInsertSpacesOnTabs(true);
    shown.begun = true;
}

bool same_errors(const std::vector<CompileError>& a, const std::vector<CompileError>& b) {
    return std::ranges::equal(a, b, [](const CompileError& one, const CompileError& other) {
        return one.line == other.line && one.words == other.words;
    });
}

void mark_errors(Shown& shown, const std::vector<CompileError>& errors) {
    if (same_errors(shown.errors, errors))
        return;
    shown.errors = errors;
    shown.editor.ClearMarkers();
    for (const CompileError& error : errors)
        shown.editor.AddMarker(static_cast<std::size_t>(error.line - 1), shell::palette().cost,
                               shell::faded(shell::palette().cost, 0.25f), error.words,
                               error.words);
}

} // namespace

std::optional<std::string> edit(const std::string& name, const std::string& text,
                                const std::vector<CompileError>& errors, float height) {
    static Shown shown;
    if (!shown.begun)
        begin(shown);
    if (shown.name != name || shown.given != text) {
        shown.editor.SetText(text);
        shown.name = name;
        shown.given = text;
        shown.seen = shown.editor.GetText();
        shown.errors.clear();
    }
    shown.editor.SetPalette(colours());
    mark_errors(shown, errors);
    {
        const shell::TextScope code(shell::TextStyle::Code);
        shown.editor.Render("kernel", {0, height});
    }
    std::string now = shown.editor.GetText();
    if (now == shown.seen)
        return std::nullopt;
    shown.seen = shown.given = now;
    return now;
}

} // namespace lockstep::kernel_view
