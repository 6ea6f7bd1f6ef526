// SPDX-License-Identifier: MIT
// Markdown as the reader and the checker need it: cut into running text and fenced blocks, its
// words counted, its links and pictures found. Drawing it is another's business.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lockstep::content {

/// A stretch of lesson.md. `kind` is the first word after the fence, empty for running text.
struct Part {
    std::string kind;
    std::string text;   ///< without the fences
    int line = 0;       ///< running text: of its first line; a fenced block: of its opening fence
    bool closed = true; ///< false: the fence was never closed
};

/// Fences without a word after them stay in the running text, a heading begins another stretch of
/// it, and blank stretches are dropped.
std::vector<Part> split_markdown(std::string_view markdown);

/// `[words](target)` or, with `picture`, `![words](target)`.
struct Link {
    std::string words, target;
    bool picture = false;
    int line = 0; ///< counted from 0 within the text
};
std::vector<Link> find_links(std::string_view markdown);

/// The text with formulas, code spans, live values and the targets of links taken out: what is
/// read.
std::string plain_prose(std::string_view markdown);

int count_words(std::string_view prose);

} // namespace lockstep::content
