// SPDX-License-Identifier: MIT
// The one file that talks to toml++. Its tables are sorted by key; a Tree keeps the order of the
// file, since the order of sliders and experiments is the author's.
#include "app/content/tree.hpp"

#include <algorithm>
#include <toml++/toml.h>

namespace lockstep::content {
namespace {

Tree convert(const toml::node& node, int shift);

int line_of(const toml::node& node, int shift) {
    return static_cast<int>(node.source().begin.line) + shift;
}

Tree convert_table(const toml::table& table, int shift) {
    struct Entry {
        toml::source_position where;
        std::string key;
        const toml::node* node;
    };
    std::vector<Entry> entries;
    for (const auto& [key, node] : table) {
        const toml::source_position where =
            key.source().begin ? key.source().begin : node.source().begin;
        entries.push_back({where, std::string(key.str()), &node});
    }
    std::ranges::stable_sort(entries,
                             [](const Entry& a, const Entry& b) { return a.where < b.where; });
    Tree::Table converted;
    for (const Entry& entry : entries) {
        Tree child = convert(*entry.node, shift);
        // A table made by a dotted key or a header is said to lie where its name stands.
        if (entry.where)
            child.line = static_cast<int>(entry.where.line) + shift;
        converted.emplace_back(entry.key, std::move(child));
    }
    return {std::move(converted), line_of(table, shift)};
}

Tree convert(const toml::node& node, int shift) {
    if (const auto* table = node.as_table())
        return convert_table(*table, shift);
    if (const auto* array = node.as_array()) {
        Tree::Array converted;
        for (const toml::node& child : *array)
            converted.push_back(convert(child, shift));
        return {std::move(converted), line_of(node, shift)};
    }
    Tree leaf;
    leaf.line = line_of(node, shift);
    if (const auto* text = node.as_string())
        leaf.value = text->get();
    if (const auto* number = node.as_floating_point())
        leaf.value = number->get();
    if (const auto* whole = node.as_integer())
        leaf.value = static_cast<double>(whole->get());
    if (const auto* flag = node.as_boolean())
        leaf.value = flag->get();
    return leaf; // dates and times stay empty: nothing asks for them
}

} // namespace

Result<Tree> read_toml(std::string_view text, std::string_view file, int first_line) {
    const int shift = first_line - 1;
    try {
        return convert_table(toml::parse(text, file), shift);
    } catch (const toml::parse_error& error) {
        const int line = static_cast<int>(error.source().begin.line) + shift;
        return fail(std::string(file) + ":" + std::to_string(line),
                    "this is not TOML: " + std::string(error.description()) + ".",
                    "Mend this line; texts with a backslash stand in 'single quotes'.");
    }
}

} // namespace lockstep::content
