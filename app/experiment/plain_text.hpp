// SPDX-License-Identifier: MIT
// A lesson's Markdown as plain words, for the terminal and for reports.
#pragma once

#include <string>
#include <string_view>

namespace lockstep {

/// Without emphasis and code marks; links keep their words; simple formulas ("$1/(1-f)$") stay as
/// they are read, without dollar signs and spacing commands. Line breaks within a paragraph become
/// blanks, paragraphs stay apart by an empty line.
std::string plain_text(std::string_view markdown);

/// & < > " as HTML wants them, for text and for attributes.
std::string escaped_html(std::string_view text);

} // namespace lockstep
