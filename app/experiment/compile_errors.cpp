// SPDX-License-Identifier: MIT
#include "app/experiment/compile_errors.hpp"

#include <algorithm>
#include <charconv>

namespace lockstep {

namespace {

/// The number that ends just before `end`, after `before`; 0 when there is none.
int number_before(std::string_view text, std::size_t end, char before) {
    std::size_t begin = end;
    while (begin > 0 && text[begin - 1] >= '0' && text[begin - 1] <= '9')
        --begin;
    int number = 0;
    if (begin == end || begin == 0 || text[begin - 1] != before)
        return 0;
    std::from_chars(text.data() + begin, text.data() + end, number);
    return number;
}

std::string rest_of_line(std::string_view text, std::size_t from) {
    const std::size_t begin = std::min(text.find_first_not_of(' ', from), text.size());
    return std::string(text.substr(begin, text.find('\n', begin) - begin));
}

} // namespace

std::vector<CompileError> compile_errors(std::string_view said) {
    std::vector<CompileError> errors;
    if (const std::size_t mark = said.find(": "); mark != said.npos)
        if (const int line = number_before(said, mark, ':'); line > 0)
            errors.push_back({line, rest_of_line(said, mark + 2)});
    constexpr std::string_view word = "error:";
    for (std::size_t at = said.find(word); at != said.npos; at = said.find(word, at + 1)) {
        const std::size_t bracket = said.rfind("): ", at);
        if (bracket == said.npos || said.find('\n', bracket) < at)
            continue;
        if (const int line = number_before(said, bracket, '('); line > 0)
            errors.push_back({line, rest_of_line(said, at + word.size())});
    }
    std::ranges::stable_sort(errors, {}, &CompileError::line);
    const auto doubled = std::ranges::unique(errors, {}, &CompileError::line);
    errors.erase(doubled.begin(), doubled.end());
    return errors;
}

} // namespace lockstep
