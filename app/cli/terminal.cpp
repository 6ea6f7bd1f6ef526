// SPDX-License-Identifier: MIT
// Layout of text.
#include "app/cli/terminal.hpp"

#include <algorithm>
#include <cmath>

namespace lockstep::cli {

namespace {

using Rows = std::vector<std::vector<std::string>>;

std::string blanks(int count) {
    return std::string(static_cast<std::size_t>(std::max(0, count)), ' ');
}

std::vector<int> widths_of(const Rows& rows) {
    std::vector<int> widths;
    for (const auto& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], width_of(row[i]));
    }
    return widths;
}

std::string without_blanks_at_end(std::string line) {
    line.erase(line.find_last_not_of(' ') + 1);
    return line + "\n";
}

/// The first column and those from `begin` to `end`.
std::string part_of_table(const Rows& rows, const std::vector<int>& widths, std::size_t begin,
                          std::size_t end) {
    std::string text;
    for (const auto& row : rows) {
        std::string line = "  " + left(row.front(), widths.front());
        for (std::size_t i = begin; i < end; ++i)
            line += "  " + right(row[i], widths[i]);
        text += without_blanks_at_end(std::move(line));
    }
    return text;
}

} // namespace

int width_of(std::string_view text) {
    return static_cast<int>(std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

std::string left(std::string_view text, int width) {
    return std::string(text) + blanks(width - width_of(text));
}

std::string right(std::string_view text, int width) {
    return blanks(width - width_of(text)) + std::string(text);
}

std::string wrapped(std::string_view text, int columns, int indent) {
    std::string lines, line(text.substr(0, std::min(text.find_first_not_of(' '), text.size())));
    std::size_t at = line.size();
    const auto end_line = [&] {
        lines += line + "\n";
        line = blanks(indent);
    };
    bool begun = false;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
        const std::string_view word = text.substr(at, end - at);
        if (!word.empty()) {
            if (begun && width_of(line) + 1 + width_of(word) > columns) {
                end_line();
                begun = false;
            }
            line += (begun ? " " : "") + std::string(word);
            begun = true;
        }
        const bool broken = end < text.size() && text[end] == '\n';
        if (broken && begun) {
            end_line();
            begun = false;
        }
        at = end + 1;
    }
    return begun || lines.empty() ? lines + line + "\n" : lines;
}

std::string table(const Rows& rows) {
    if (rows.empty() || rows.front().empty())
        return {};
    const std::vector<int> widths = widths_of(rows);
    std::string text;
    std::size_t begin = 1;
    do {
        int width = 2 + widths.front();
        std::size_t end = begin;
        while (end < widths.size() && (end == begin || width + 2 + widths[end] <= terminal_columns))
            width += 2 + widths[end++];
        if (begin > 1)
            text += "\n";
        text += part_of_table(rows, widths, begin, end);
        begin = end;
    } while (begin < widths.size());
    return text;
}

std::string listing(const Rows& rows) {
    const std::vector<int> widths = widths_of(rows);
    std::string text;
    for (const auto& row : rows) {
        std::string line = "  ";
        for (std::size_t i = 0; i + 1 < row.size(); ++i)
            line += left(row[i], widths[i]) + "  ";
        const int indent = width_of(line);
        std::string last = wrapped(row.empty() ? "" : row.back(), terminal_columns - indent);
        for (auto at = last.find('\n'); at + 1 < last.size(); at = last.find('\n', at + 1))
            last.insert(at + 1, blanks(indent));
        text += line + last;
    }
    return text;
}

std::string bar(double share, int width, double mark) {
    constexpr std::string_view eighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    const double length = std::clamp(std::isfinite(share) ? share : 0.0, 0.0, 1.0) * width;
    const int full = static_cast<int>(length);
    const int rest = static_cast<int>((length - full) * 8);
    const int at =
        mark >= 0 && mark <= 1 ? std::min(width - 1, static_cast<int>(mark * width)) : -1;
    std::string text;
    for (int i = 0; i < width; ++i) {
        if (i == at && i >= full)
            text += "│";
        else if (i < full)
            text += "█";
        else if (i == full && rest > 0)
            text += eighths[rest];
        else
            text += " ";
    }
    return text;
}

} // namespace lockstep::cli
