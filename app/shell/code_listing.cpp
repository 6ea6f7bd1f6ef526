// SPDX-License-Identifier: MIT
// Draws source code line by line.
#include "app/shell/code_listing.hpp"

#include "app/experiment/source_lines.hpp"
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

struct Column {
    float numbers, code, right, height, sign; ///< sign: the width of one
};

constexpr std::size_t row_indent = 4; ///< of what goes on below its line, beyond the line's own

void draw_mark(ImDrawList& list, ImVec2 at, const Column& column, const CodeMark& mark,
               float height) {
    list.AddRectFilled({at.x, at.y}, {at.x + column.right, at.y + height}, palette().accent_surface,
                       em(4));
    if (mark.words.empty())
        return;
    draw_text(list, TextStyle::CodeSmall, {at.x + column.right - em(8), at.y + em(2)},
              mark.colour ? mark.colour : palette().soft, mark.words, 1);
}

/// The part of the pieces that lies in the signs from `from` on, as many as `row` has.
std::vector<CodePiece> part_of(const std::vector<CodePiece>& pieces, std::string_view row) {
    std::vector<CodePiece> part;
    for (const CodePiece& piece : pieces) {
        const char* const from = std::max(piece.text.data(), row.data());
        const char* const to =
            std::min(piece.text.data() + piece.text.size(), row.data() + row.size());
        if (from < to)
            part.push_back({piece.ink, {from, static_cast<std::size_t>(to - from)}});
    }
    return part;
}

void draw_pieces(ImDrawList& list, TextStyle style, ImVec2 at,
                 const std::vector<CodePiece>& pieces) {
    for (const CodePiece& piece : pieces) {
        draw_text(list, style, at, colour_of(piece.ink), piece.text);
        at.x += text_extent(style, piece.text).x;
    }
}

void draw_line(ImDrawList& list, ImVec2 at, const Column& column, int number, std::string_view line,
               const CodeMark* mark, bool& in_comment) {
    const auto room = static_cast<std::size_t>(
        std::max(8.0f, (column.right - column.code) / std::max(column.sign, 1.0f)));
    const std::size_t own = std::min(line.find_first_not_of(' '), line.size());
    const std::size_t indent = std::min(own + row_indent, room / 2);
    const std::vector<std::string_view> rows = code_rows(line, room, indent);
    const float height = column.height * static_cast<float>(rows.size());
    if (mark)
        draw_mark(list, at, column, *mark, height);
    draw_text(list, TextStyle::CodeSmall, {at.x + column.numbers, at.y + em(1)}, palette().faint,
              std::to_string(number), 1);
    const std::vector<CodePiece> pieces = code_pieces(line, in_comment);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const float in = i == 0 ? 0 : column.sign * static_cast<float>(indent);
        draw_pieces(list, TextStyle::Code,
                    {at.x + column.code + in, at.y + column.height * static_cast<float>(i)},
                    part_of(pieces, rows[i]));
    }
    ImGui::Dummy({column.right, height});
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

std::vector<std::string_view> code_rows(std::string_view line, std::size_t room,
                                        std::size_t indent) {
    std::vector<std::string_view> rows;
    std::size_t width = room;
    while (line.size() > width) {
        std::size_t cut = width;
        for (std::size_t i = width; i > width / 2; --i)
            if (line[i - 1] == ' ' || line[i - 1] == ',' || line[i - 1] == '(') {
                cut = i;
                break;
            }
        while (cut > 1 && (line[cut] & 0xC0) == 0x80) // not inside a letter of several bytes
            --cut;
        rows.push_back(line.substr(0, cut));
        line.remove_prefix(cut);
        line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
        width = room - indent;
    }
    if (!line.empty() || rows.empty())
        rows.push_back(line);
    return rows;
}

void draw_code(ImDrawList& list, TextStyle style, ImVec2 at, std::string_view line,
               bool& in_comment) {
    draw_pieces(list, style, at, code_pieces(line, in_comment));
}

void code_listing(const char* id, std::string_view text, int first_line,
                  const std::vector<CodeMark>& marks) {
    ImGui::PushID(id);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    const auto lines = lines_of_text(text);
    const int last = first_line + static_cast<int>(lines.size()) - 1;
    const float numbers = text_extent(TextStyle::CodeSmall, std::to_string(last)).x;
    const Column column{numbers, numbers + em(16), ImGui::GetContentRegionAvail().x, em(20),
                        text_extent(TextStyle::Code, "m").x};
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
