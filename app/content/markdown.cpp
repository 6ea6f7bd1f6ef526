// SPDX-License-Identifier: MIT
// Cutting Markdown at its fences, and finding what the checker looks at.
#include "app/content/markdown.hpp"

#include <algorithm>
#include <cctype>

namespace lockstep::content {
namespace {

constexpr std::string_view fence = "```";

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == text.npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

/// Collects lines into parts.
class Splitter {
  public:
    void line(std::string_view text, int number) {
        const bool fenced = text.starts_with(fence);
        const std::string_view word = fenced ? trimmed(text.substr(fence.size())) : "";
        if (m_open) {
            fenced&& word.empty() ? close() : add(text);
        } else if (m_plain_fence || !fenced || word.empty()) {
            if (fenced)
                m_plain_fence = !m_plain_fence;
            add_running(text, number);
        } else {
            flush();
            m_part = {std::string(word.substr(0, word.find_first_of(" \t"))), "", number, false};
            m_open = true;
        }
    }

    std::vector<Part> finish() {
        flush();
        return std::move(m_parts);
    }

  private:
    void flush() {
        if (m_open || !trimmed(m_part.text).empty())
            m_parts.push_back(std::move(m_part));
        m_part = {};
        m_open = false;
    }

    void close() {
        m_part.closed = true;
        flush();
    }

    void add(std::string_view text) {
        m_part.text += text;
        m_part.text += '\n';
    }

    void add_running(std::string_view text, int number) {
        if (m_part.text.empty() && trimmed(text).empty())
            return;
        // A section can be gone to, so it begins a part of its own.
        if (!m_plain_fence && text.starts_with('#'))
            flush();
        if (m_part.text.empty())
            m_part.line = number;
        add(text);
    }

    std::vector<Part> m_parts;
    Part m_part;
    bool m_open = false, m_plain_fence = false;
};

/// The end of a formula that begins at `begin` with one or two dollar signs; npos when it has none.
std::size_t formula_end(std::string_view text, std::size_t begin) {
    const bool display = text.substr(begin, 2) == "$$";
    const std::string_view mark = display ? "$$" : "$";
    const std::size_t end = text.find(mark, begin + mark.size());
    return end == text.npos ? end : end + mark.size();
}

/// Where a stretch that is not prose ends, when one begins here; else `at` itself.
std::size_t skip_stretch(std::string_view text, std::size_t at) {
    std::size_t end = text.npos;
    if (text[at] == '$')
        end = formula_end(text, at);
    if (text[at] == '`') {
        end = text.find('`', at + 1);
        if (end != text.npos)
            ++end;
    }
    if (text.substr(at, 2) == "{{") {
        end = text.find("}}", at);
        if (end != text.npos)
            end += 2;
    }
    if (text.substr(at, 2) == "](") {
        end = text.find(')', at);
        if (end != text.npos)
            ++end;
    }
    return end == text.npos ? at : end;
}

} // namespace

std::vector<Part> split_markdown(std::string_view markdown) {
    Splitter splitter;
    std::vector<Part> parts;
    int number = 1;
    while (!markdown.empty()) {
        const std::size_t end = std::min(markdown.find('\n'), markdown.size());
        std::string_view line = markdown.substr(0, end);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        splitter.line(line, number++);
        markdown.remove_prefix(std::min(end + 1, markdown.size()));
    }
    return splitter.finish();
}

std::vector<Link> find_links(std::string_view markdown) {
    std::vector<Link> links;
    for (std::size_t at = markdown.find("]("); at != markdown.npos;
         at = markdown.find("](", at + 2)) {
        const std::size_t open = markdown.rfind('[', at);
        const std::size_t end = markdown.find(')', at);
        if (open == markdown.npos || end == markdown.npos)
            continue;
        const auto before = markdown.substr(0, open);
        std::string_view target = markdown.substr(at + 2, end - at - 2);
        target = target.substr(0, target.find(' ')); // a title may follow
        links.push_back({std::string(markdown.substr(open + 1, at - open - 1)), std::string(target),
                         before.ends_with('!'),
                         static_cast<int>(std::ranges::count(before, '\n'))});
    }
    return links;
}

std::string plain_prose(std::string_view markdown) {
    std::string prose;
    for (std::size_t at = 0; at < markdown.size();) {
        const std::size_t end = skip_stretch(markdown, at);
        if (end == at) {
            prose += markdown[at++];
            continue;
        }
        // Lines are kept, so that a place in the prose still has its line.
        prose.append(
            static_cast<std::size_t>(std::ranges::count(markdown.substr(at, end - at), '\n')),
            '\n');
        prose += ' ';
        at = end;
    }
    return prose;
}

int count_words(std::string_view prose) {
    int words = 0;
    bool inside = false;
    for (const char c : prose) {
        const bool letter = std::isalnum(static_cast<unsigned char>(c)) != 0 ||
                            static_cast<unsigned char>(c) >= 0x80;
        const bool joins = c == '\'' || c == '-' || c == '.' || c == ',';
        if (letter && !inside)
            ++words;
        inside = letter || (inside && joins);
    }
    return words;
}

} // namespace lockstep::content
