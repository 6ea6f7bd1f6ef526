// SPDX-License-Identifier: MIT
// Each thing that can be wrong with a figure, and what to do about it.
#include "app/content/figures.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace lockstep::content {

Sources read_sources(Keys& keys) {
    Sources sources;
    const Tree* table = keys.table("sources");
    if (!table) {
        if (!keys.has("sources"))
            keys.report(keys.line(), "there is no [sources].",
                        "Add [sources] with paper = 'author, year, table'.");
        return sources;
    }
    Keys inside = keys.inside(*table, "[sources]");
    for (const auto& [name, child] : std::get<Tree::Table>(table->value))
        sources[name] = inside.needed_text(name);
    return sources;
}

Figures::Figures(Keys& keys, const char* table, const Sources& sources) : m_sources(sources) {
    if (const Tree* found = keys.table(table))
        m_keys.emplace(keys.inside(*found, fmt::format("[{}]", table)));
    else if (!keys.has(table))
        keys.report(keys.line(), fmt::format("there is no [{}].", table),
                    "Copy it from another file and put these figures in.");
}

double Figures::value(Keys& entry, const char* figure) {
    if (!entry.has("value"))
        entry.report(entry.line(), fmt::format("'{}' has no value.", figure),
                     "Add value = ... to it.");
    return entry.number("value", 0);
}

std::string Figures::source(Keys& entry, const char* figure) {
    const std::string name = entry.needed_text("source");
    const auto found = m_sources.find(name);
    if (name.empty() || found != m_sources.end())
        return name.empty() ? name : found->second;
    std::vector<std::string> names;
    for (const auto& [known, text] : m_sources)
        names.push_back(known);
    entry.report(entry.line("source"),
                 fmt::format("the source '{}' of '{}' is none of [sources].", name, figure),
                 suggestion(name, names));
    return {};
}

CitedFigure Figures::number(const char* figure) {
    CitedFigure cited{figure, 0, {}};
    if (!m_keys)
        return cited;
    if (const Tree* found = m_keys->table(figure)) {
        Keys entry = m_keys->inside(*found, fmt::format("'{}'", figure));
        cited.value = value(entry, figure);
        cited.source = source(entry, figure);
        entry.done();
        m_taken.push_back(cited);
    } else if (!m_keys->has(figure)) {
        m_keys->report(m_keys->line(), fmt::format("'{}' is missing.", figure),
                       fmt::format("Add {} = {{ value = ..., source = '...' }}.", figure));
    }
    return cited;
}

CitedFigure Figures::whole(const char* figure) {
    CitedFigure cited = number(figure);
    if (cited.value >= 0 && cited.value <= 1e9 && std::floor(cited.value) == cited.value)
        return cited;
    m_keys->report(m_keys->line(figure), fmt::format("'{}' is no whole number.", figure),
                   "Write it as its source has it, from 0 to 1000000000.");
    cited.value = 0;
    return cited;
}

void Figures::done() {
    if (m_keys)
        m_keys->done();
}

} // namespace lockstep::content
