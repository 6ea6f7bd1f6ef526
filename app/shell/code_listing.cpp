// SPDX-License-Identifier: MIT
// Draws source code line by line.
#include "app/shell/code_listing.hpp"

#include "app/shell/theme.hpp"
#include "app/shell/type.hpp"
#include "app/shell/widgets.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace lockstep::shell {

namespace {

constexpr std::array language_words{
    "alignas",     "auto",     "bool",      "break",   "case",       "class",      "const",
    "constexpr",   "continue", "default",   "do",      "double",     "else",       "enum",
    "explicit",    "extern",   "false",     "float",   "for",        "if",         "inline",
    "int",         "long",     "namespace", "nullptr", "return",     "short",      "signed",
    "sizeof",      "static",   "struct",    "switch",  "template",   "true",       "typename",
    "unsigned",    "using",    "void",      "while",   "__global__", "__device__", "__shared__",
    "__restrict__"};

bool is_word_sign(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) || c == '_';
}

bool is_language_word(std::string_view word) {
    return std::find(language_words.begin(), language_words.end(), word) != language_words.end();
}

std::size_t end_of_word(std::string_view line, std::size_t from) {
    while (from < line.size() && is_word_sign(line[from]))
        ++from;
    return from;
}

std::size_t end_of_number(std::string_view line, std::size_t from) {
    while (from < line.size() &&
           (is_word_sign(line[from]) || line[from] == '.' || line[from] == '\''))
        ++from;
    return from;
}

std::size_t end_of_string(std::string_view line, std::size_t from) {
    const char quote = line[from++];
    while (from < line.size() && line[from] != quote)
        from += line[from] == '\\' ? 2 : 1;
    return std::min(line.size(), from + 1);
}

std::size_t end_of_plain(std::string_view line, std::size_t from) {
    while (from < line.size()) {
        const char c = line[from];
        if (is_word_sign(c) || c == '"' || c == '\'' || line.substr(from, 2) == "//" ||
            line.substr(from, 2) == "/*")
            break;
        ++from;
    }
    return from;
}

/// The next piece that begins at `from`.
CodePiece next_piece(std::string_view line, std::size_t from, bool& in_comment) {
    const std::string_view rest = line.substr(from);
    if (in_comment || rest.substr(0, 2) == "/*") {
        const std::size_t close = rest.find("*/", in_comment ? 0 : 2);
        in_comment = close == std::string_view::npos;
        return {CodeInk::Comment, in_comment ? rest : rest.substr(0, close + 2)};
    }
    if (rest.substr(0, 2) == "//")
        return {CodeInk::Comment, rest};
    const char c = rest.front();
    if (c == '"' || c == '\'')
        return {CodeInk::String, rest.substr(0, end_of_string(rest, 0))};
    if (std::isdigit(static_cast<unsigned char>(c)))
        return {CodeInk::Number, rest.substr(0, end_of_number(rest, 0))};
    if (is_word_sign(c)) {
        const std::string_view word = rest.substr(0, end_of_word(rest, 0));
        return {is_language_word(word) ? CodeInk::Word : CodeInk::Plain, word};
    }
    return {CodeInk::Plain, rest.substr(0, std::max<std::size_t>(1, end_of_plain(rest, 0)))};
}

ImU32 colour_of(CodeInk ink) {
    const Palette& colours = palette();
    switch (ink) {
    case CodeInk::Word:
        return colours.accent;
    case CodeInk::Comment:
        return colours.soft;
    case CodeInk::Number:
        return colours.measured;
    case CodeInk::String:
        return colours.good;
    case CodeInk::Plain:
        break;
    }
    return colours.ink;
}

const CodeMark* mark_of(const std::vector<CodeMark>& marks, int line) {
    for (const CodeMark& mark : marks)
        if (mark.line == line)
            return &mark;
    return nullptr;
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(text.size(), end + 1));
    }
    return lines;
}

struct Column {
    float numbers, code, right, height;
};

void draw_mark(ImDrawList& list, ImVec2 at, const Column& column, const CodeMark& mark) {
    list.AddRectFilled({at.x, at.y}, {at.x + column.right, at.y + column.height},
                       palette().accent_surface, em(4));
    if (mark.words.empty())
        return;
    draw_text(list, TextStyle::CodeSmall, {at.x + column.right - em(8), at.y + em(2)},
              mark.colour ? mark.colour : palette().soft, mark.words, 1);
}

void draw_line(ImDrawList& list, ImVec2 at, const Column& column, int number, std::string_view line,
               const CodeMark* mark, bool& in_comment) {
    if (mark)
        draw_mark(list, at, column, *mark);
    draw_text(list, TextStyle::CodeSmall, {at.x + column.numbers, at.y + em(1)}, palette().faint,
              std::to_string(number), 1);
    // A line that goes on beyond the edge ends with dots, and is whole in its hint.
    const bool cut = column.code + text_extent(TextStyle::Code, line).x > column.right;
    const float end = at.x + column.right - (cut ? em(18) : 0);
    list.PushClipRect(at, {end, at.y + column.height}, true);
    draw_code(list, TextStyle::Code, {at.x + column.code, at.y}, line, in_comment);
    list.PopClipRect();
    ImGui::Dummy({column.right, column.height});
    if (!cut)
        return;
    draw_text(list, TextStyle::Code, {at.x + column.right, at.y}, palette().soft, "\u2026", 1);
    hint(line);
}

} // namespace

std::vector<CodePiece> code_pieces(std::string_view line, bool& in_comment) {
    std::vector<CodePiece> pieces;
    for (std::size_t from = 0; from < line.size();) {
        pieces.push_back(next_piece(line, from, in_comment));
        from += pieces.back().text.size();
    }
    return pieces;
}

void draw_code(ImDrawList& list, TextStyle style, ImVec2 at, std::string_view line,
               bool& in_comment) {
    for (const CodePiece& piece : code_pieces(line, in_comment)) {
        draw_text(list, style, at, colour_of(piece.ink), piece.text);
        at.x += text_extent(style, piece.text).x;
    }
}

void code_listing(const char* id, std::string_view text, int first_line,
                  const std::vector<CodeMark>& marks) {
    ImGui::PushID(id);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    const auto lines = lines_of(text);
    const int last = first_line + static_cast<int>(lines.size()) - 1;
    const float numbers = text_extent(TextStyle::CodeSmall, std::to_string(last)).x;
    const Column column{numbers, numbers + em(16), ImGui::GetContentRegionAvail().x, em(20)};
    bool in_comment = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const int number = first_line + static_cast<int>(i);
        draw_line(*ImGui::GetWindowDrawList(), ImGui::GetCursorScreenPos(), column, number,
                  lines[i], mark_of(marks, number), in_comment);
    }
    ImGui::PopStyleVar();
    ImGui::PopID();
}

} // namespace lockstep::shell
