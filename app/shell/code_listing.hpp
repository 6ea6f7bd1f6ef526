// SPDX-License-Identifier: MIT
// Source code as it is shown: line numbers, JetBrains Mono, a quiet tint for comments, strings,
// numbers and words of the language. The same for the block in the text and the view in the lab.
#pragma once

#include "app/shell/type.hpp"

#include <imgui.h>

#include <string>
#include <string_view>
#include <vector>

namespace lockstep::shell {

enum class CodeInk { Plain, Word, Comment, Number, String };

struct CodePiece {
    CodeInk ink;
    std::string_view text;
};

/// One line of C++ or CUDA taken apart; `in_comment` carries a /* */ from line to line.
std::vector<CodePiece> code_pieces(std::string_view line, bool& in_comment);

/// A line in rows of at most `room` signs, those after the first `indent` fewer: broken behind a
/// space, a comma or an opening bracket where there is one in the last half of a row.
std::vector<std::string_view> code_rows(std::string_view line, std::size_t room,
                                        std::size_t indent);

/// One line at a place of the list, without anything round it.
void draw_code(ImDrawList& list, TextStyle style, ImVec2 at, std::string_view line,
               bool& in_comment);

struct CodeMark {
    int line = 0;      ///< as numbered in the file
    std::string words; ///< at the right end of the line: "7 of 32"
    ImU32 colour = 0;
};

/// Draws the lines from `first_line` on at the content width; a long line goes on below itself,
/// further in. `marks` say something beside a line, the line itself is tinted.
void code_listing(const char* id, std::string_view text, int first_line,
                  const std::vector<CodeMark>& marks = {});

} // namespace lockstep::shell
