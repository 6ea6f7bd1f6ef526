// SPDX-License-Identifier: MIT
// Markdown taken off. It is enough for the sentences of a lesson; whole texts are the window's.
#include "app/experiment/plain_text.hpp"

#include <algorithm>
#include <utility>

namespace lockstep {

namespace {

/// What stands for a command of LaTeX in plain words; the commands that lessons' sentences use.
std::string_view command_words(std::string_view name) {
    constexpr std::pair<std::string_view, std::string_view> known[] = {
        {"cdot", "·"}, {"times", "×"},  {"le", "≤"},    {"leq", "≤"},   {"ge", "≥"},
        {"geq", "≥"},  {"approx", "≈"}, {"ldots", "…"}, {"infty", "∞"}, {"mu", "µ"}};
    for (const auto& [command, words] : known)
        if (command == name)
            return words;
    return {};
}

/// `\,` and `\;` are spaces, `\frac{a}{b}` is (a)/(b), braces go.
std::string plain_formula(std::string_view formula) {
    std::string plain;
    bool fraction = false;
    for (std::size_t i = 0; i < formula.size(); ++i) {
        const char c = formula[i];
        if (c == '\\') {
            std::size_t end = i + 1;
            while (end < formula.size() &&
                   ((formula[end] | 32) >= 'a' && (formula[end] | 32) <= 'z'))
                ++end;
            const auto name = formula.substr(i + 1, end - i - 1);
            if (name.empty())
                plain += ' ';
            fraction = fraction || name == "frac";
            plain += command_words(name);
            i = name.empty() ? i + 1 : end - 1;
        } else if (c == '{') {
            plain += fraction ? "(" : "";
        } else if (c == '}') {
            const bool over = fraction && i + 1 < formula.size() && formula[i + 1] == '{';
            plain += fraction ? (over ? ")/" : ")") : "";
            if (!over)
                fraction = false;
        } else {
            plain += c;
        }
    }
    return plain;
}

/// "[words](target)" at the front of `text`: the words, and how long the whole is. 0 for no link.
std::size_t link_at(std::string_view text, std::string& words) {
    const auto close = text.find("](");
    const auto end = close == text.npos ? close : text.find(')', close);
    if (end == text.npos || text.substr(0, close).find('\n') != text.npos)
        return 0;
    words = plain_text(text.substr(1, close - 1));
    return end + 1;
}

} // namespace

std::string plain_text(std::string_view markdown) {
    std::string plain;
    for (std::size_t i = 0; i < markdown.size(); ++i) {
        const char c = markdown[i];
        std::string words;
        if (c == '$') {
            const auto begin = markdown.find_first_not_of('$', i);
            const auto end = begin == markdown.npos ? begin : markdown.find('$', begin);
            if (end == markdown.npos) {
                plain += c;
                continue;
            }
            plain += plain_formula(markdown.substr(begin, end - begin));
            i = std::min(markdown.find_first_not_of('$', end), markdown.size()) - 1;
        } else if (c == '[') {
            const std::size_t length = link_at(markdown.substr(i), words);
            plain += length ? words : "[";
            i += length ? length - 1 : 0;
        } else if (c == '\n') {
            const bool paragraph = i + 1 < markdown.size() && markdown[i + 1] == '\n';
            plain += paragraph ? "\n\n" : " ";
            i += paragraph ? 1 : 0;
        } else if (c == '\\' && i + 1 < markdown.size()) {
            plain += markdown[++i];
        } else if (c != '*' && c != '`') {
            plain += c;
        }
    }
    return plain;
}

std::string escaped_html(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        switch (c) {
        case '&':
            escaped += "&amp;";
            break;
        case '<':
            escaped += "&lt;";
            break;
        case '>':
            escaped += "&gt;";
            break;
        case '"':
            escaped += "&quot;";
            break;
        default:
            // Other control characters may not stand in HTML or XML at all.
            if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t')
                escaped += c;
        }
    }
    return escaped;
}

} // namespace lockstep
