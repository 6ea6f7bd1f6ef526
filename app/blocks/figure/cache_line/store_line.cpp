// SPDX-License-Identifier: MIT
#include "app/blocks/figure/cache_line/store_line.hpp"

namespace lockstep::cache_line {

namespace {

/// Line breaks and indentation become one space.
std::string on_one_line(std::string_view code) {
    std::string line;
    for (const char c : code) {
        const bool space = c == ' ' || c == '\n' || c == '\t';
        if (space && (line.empty() || line.back() == ' '))
            continue;
        line += space ? ' ' : c;
    }
    return line;
}

} // namespace

std::string store_line(std::string_view function, int store) {
    std::size_t at = 0;
    for (int kind = 0; kind <= store; ++kind) {
        at = function.find("for (", at);
        if (at == function.npos)
            return "";
        at = function.find('\n', at);
    }
    const std::size_t end = at == function.npos ? at : function.find(';', at);
    return end == function.npos ? "" : on_one_line(function.substr(at, end + 1 - at));
}

} // namespace lockstep::cache_line
