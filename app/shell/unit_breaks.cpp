// SPDX-License-Identifier: MIT
#include "app/shell/unit_breaks.hpp"

#include <algorithm>
#include <array>

namespace lockstep::shell {

namespace {

constexpr std::array<std::string_view, 19> units{
    "ns", "µs",  "ms", "s",    "%",    "B",    "kB",      "KiB", "MB", "MiB",
    "GB", "GiB", "TB", "MB/s", "GB/s", "TB/s", "Gflop/s", "MHz", "GHz"};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// What may follow a unit without being part of it.
bool ends_word(std::string_view rest) {
    constexpr std::string_view after = " .,;:!?)]}*\n";
    return rest.empty() || after.find(rest.front()) != std::string_view::npos;
}

} // namespace

bool parts_unit(std::string_view words, std::size_t space) {
    if (space == 0 || space >= words.size() || words[space] != ' ' || !is_digit(words[space - 1]))
        return false;
    const std::string_view rest = words.substr(space + 1);
    return std::ranges::any_of(units, [rest](std::string_view unit) {
        return rest.starts_with(unit) && ends_word(rest.substr(unit.size()));
    });
}

bool says_unit(std::string_view words, std::string_view unit) {
    if (unit.empty() || unit == "share")
        return false;
    for (auto at = words.find(unit); at != std::string_view::npos; at = words.find(unit, at + 1)) {
        const bool begins = at == 0 || words[at - 1] == ' ';
        if (begins && ends_word(words.substr(at + unit.size())))
            return true;
    }
    return false;
}

std::string with_kept_units(std::string_view markdown) {
    std::string text;
    char inside = 0; // of a formula or of code: the sign that ends it
    for (std::size_t i = 0; i < markdown.size(); ++i) {
        const char c = markdown[i];
        if (inside == 0 && (c == '$' || c == '`'))
            inside = c;
        else if (c == inside)
            inside = 0;
        if (inside == 0 && parts_unit(markdown, i))
            text += "\u00a0";
        else
            text += c;
    }
    return text;
}

} // namespace lockstep::shell
