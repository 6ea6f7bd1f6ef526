// SPDX-License-Identifier: MIT
#include "sim/ptx/symbols.hpp"

#include <charconv>

namespace lockstep::ptx {

namespace {
/// "%r12" is number 12 of "%r"; "%r012" and "%r" are no parameterised names.
struct Numbered {
    std::string_view prefix;
    int number = -1;
};

Numbered split(std::string_view name) {
    std::size_t start = name.size();
    while (start > 0 && name[start - 1] >= '0' && name[start - 1] <= '9')
        --start;
    const std::string_view digits = name.substr(start);
    Numbered result{name.substr(0, start), -1};
    if (!digits.empty() && (digits.size() == 1 || digits.front() != '0')) {
        int number = 0;
        const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), number);
        if (parsed.ec == std::errc())
            result.number = number;
    }
    return result;
}
} // namespace

bool Scope::declare(std::string_view name, Symbol symbol) {
    return m_names.emplace(name, symbol).second;
}

bool Scope::declare_range(std::string_view prefix, RegisterRange range) {
    return m_ranges.emplace(prefix, range).second;
}

std::optional<Symbol> Scope::find(std::string_view name) const {
    if (!m_ranges.empty()) {
        const Numbered numbered = split(name);
        const auto range = m_ranges.find(numbered.prefix);
        if (range != m_ranges.end() && numbered.number >= 0 &&
            numbered.number < range->second.count)
            return Symbol{Symbol::Kind::Register, {}, range->second.first + numbered.number};
    }
    const auto found = m_names.find(name);
    return found == m_names.end() ? std::nullopt : std::optional(found->second);
}

} // namespace lockstep::ptx
