// SPDX-License-Identifier: MIT
// Reading a table key by key, and what is said about keys that do not belong there.
#include "app/content/keys.hpp"

#include "sim/base/units.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace lockstep::content {

std::string suggestion(std::string_view word, const std::vector<std::string>& names) {
    const std::vector<std::string> near = nearest_names(word, names);
    if (!near.empty())
        return fmt::format("Did you mean '{}'?", fmt::join(near, "' or '"));
    if (names.empty())
        return "There is none to choose from.";
    return fmt::format("There are: {}.", fmt::join(names, ", "));
}

Keys::Keys(const Tree& table, std::string place, std::filesystem::path file,
           std::vector<Problem>& problems)
    : m_table(table), m_place(std::move(place)), m_file(std::move(file)), m_problems(problems) {}

const Tree* Keys::take(std::string_view key) {
    if (std::ranges::find(m_asked, key) == m_asked.end())
        m_asked.emplace_back(key);
    return m_table.find(key);
}

bool Keys::has(std::string_view key) const {
    return m_table.find(key) != nullptr;
}

int Keys::line(std::string_view key) const {
    const Tree* found = m_table.find(key);
    return found ? found->line : m_table.line;
}

void Keys::report(int line, std::string what, std::string remedy) {
    m_problems.push_back({m_file, line, std::move(what), std::move(remedy)});
}

void Keys::wrong_type(const Tree& tree, std::string_view key, std::string_view expected) {
    report(tree.line, fmt::format("'{}' in {} is not {}.", key, m_place, expected),
           fmt::format("Write {} after '{} ='.", expected, key));
}

void Keys::report_unknown(int line, std::string_view key, const std::string& said,
                          const std::vector<std::string>& names) {
    report(line, fmt::format("'{}' in {} cannot be '{}'.", key, m_place, said),
           suggestion(said, names));
}

std::string Keys::text(std::string_view key, std::string fallback) {
    const Tree* found = take(key);
    if (!found)
        return fallback;
    if (found->is_text())
        return std::get<std::string>(found->value);
    wrong_type(*found, key, "a 'text in quotes'");
    return fallback;
}

std::string Keys::needed_text(std::string_view key) {
    std::string said = text(key);
    if (said.empty() && (!has(key) || m_table.find(key)->is_text()))
        report(line(key), fmt::format("{} has no '{}'.", m_place, key),
               fmt::format("Add {} = '...'.", key));
    return said;
}

double Keys::number(std::string_view key, double fallback) {
    const Tree* found = take(key);
    if (!found)
        return fallback;
    if (found->is_number())
        return std::get<double>(found->value);
    wrong_type(*found, key, "a number");
    return fallback;
}

int Keys::whole(std::string_view key, int fallback) {
    const double value = number(key, fallback);
    if (value == std::floor(value) && std::abs(value) < 1e9)
        return static_cast<int>(value);
    wrong_type(*m_table.find(key), key, "a whole number");
    return fallback;
}

bool Keys::flag(std::string_view key, bool fallback) {
    const Tree* found = take(key);
    if (!found)
        return fallback;
    if (const bool* flag = std::get_if<bool>(&found->value))
        return *flag;
    wrong_type(*found, key, "true or false");
    return fallback;
}

std::vector<std::string> Keys::texts(std::string_view key) {
    const Tree* found = take(key);
    if (!found)
        return {};
    if (found->is_text())
        return {std::get<std::string>(found->value)};
    std::vector<std::string> said;
    const Tree::Array* array = std::get_if<Tree::Array>(&found->value);
    if (array && std::ranges::all_of(*array, &Tree::is_text)) {
        for (const Tree& child : *array)
            said.push_back(std::get<std::string>(child.value));
        return said;
    }
    wrong_type(*found, key, "a list of texts, ['a', 'b']");
    return {};
}

std::vector<double> Keys::numbers(std::string_view key) {
    const Tree* found = take(key);
    if (!found)
        return {};
    const Tree::Array* array = std::get_if<Tree::Array>(&found->value);
    if (!array || !std::ranges::all_of(*array, &Tree::is_number)) {
        wrong_type(*found, key, "a list of numbers, [1, 2]");
        return {};
    }
    std::vector<double> said;
    for (const Tree& child : *array)
        said.push_back(std::get<double>(child.value));
    return said;
}

Values Keys::rest() {
    Values said;
    for (const auto& [name, child] : std::get<Tree::Table>(m_table.value)) {
        if (std::ranges::find(m_asked, name) != m_asked.end())
            continue;
        if (child.is_number())
            said[name] = std::get<double>(child.value);
        else
            wrong_type(child, name, "a number");
    }
    return said;
}

Values Keys::values(std::string_view key) {
    const Tree* found = table(key);
    return found ? inside(*found, fmt::format("'{}'", key)).rest() : Values{};
}

const Tree* Keys::table(std::string_view key) {
    const Tree* found = take(key);
    if (!found || found->is_table())
        return found;
    wrong_type(*found, key, "a table, { name = 1 }");
    return nullptr;
}

std::vector<const Tree*> Keys::tables(std::string_view key) {
    const Tree* found = take(key);
    if (!found)
        return {};
    const Tree::Array* array = std::get_if<Tree::Array>(&found->value);
    if (!array || !std::ranges::all_of(*array, &Tree::is_table)) {
        report(found->line, fmt::format("'{}' in {} is not a list of tables.", key, m_place),
               fmt::format("Begin each with [[{}]].", key));
        return {};
    }
    std::vector<const Tree*> found_tables;
    for (const Tree& child : *array)
        found_tables.push_back(&child);
    return found_tables;
}

Keys Keys::inside(const Tree& table, std::string place) const {
    return {table, std::move(place), m_file, m_problems};
}

void Keys::done() {
    const Tree::Table* table = std::get_if<Tree::Table>(&m_table.value);
    if (!table)
        return;
    for (const auto& [key, child] : *table)
        if (std::ranges::find(m_asked, key) == m_asked.end())
            report(child.line, fmt::format("{} knows no key '{}'.", m_place, key),
                   suggestion(key, m_asked));
}

static void add_lines(const Tree& tree, const std::string& prefix, Lines& lines) {
    const auto add = [&](const std::string& key, const Tree& child) {
        lines[prefix + key] = child.line;
        add_lines(child, prefix + key + ".", lines);
    };
    if (const Tree::Table* table = std::get_if<Tree::Table>(&tree.value))
        for (const auto& [key, child] : *table)
            add(key, child);
    if (const Tree::Array* array = std::get_if<Tree::Array>(&tree.value))
        for (std::size_t i = 0; i < array->size(); ++i)
            add(std::to_string(i), (*array)[i]);
}

Lines Keys::lines() const {
    Lines lines;
    add_lines(m_table, "", lines);
    return lines;
}

} // namespace lockstep::content
