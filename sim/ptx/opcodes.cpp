// SPDX-License-Identifier: MIT
// The tables by opcode, and the words for an opcode that is in none.
#include "sim/ptx/opcodes.hpp"

#include "sim/base/assert.hpp"
#include "sim/base/units.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

namespace lockstep::ptx {

namespace {

struct Tables {
    std::vector<Pattern> patterns;
    std::map<std::string_view, std::vector<const Pattern*>> by_opcode;
};

Tables make_tables() {
    Tables tables;
    for (const Family* family : all_families()) {
        for (const Form& form : family->forms) {
            auto pattern = compile(form, *family);
            LOCKSTEP_ASSERT(pattern, pattern.error().text().c_str());
            tables.patterns.push_back(*std::move(pattern));
        }
    }
    for (const Pattern& pattern : tables.patterns)
        tables.by_opcode[pattern.opcode].push_back(&pattern);
    return tables;
}

const Tables& tables() {
    static const Tables made = make_tables();
    return made;
}

std::string_view name_of(std::string_view opcode) {
    return opcode.substr(0, opcode.find('.'));
}

/// The first modifier that no form of this opcode has anywhere, or "".
std::string_view stranger(std::string_view opcode, const std::vector<const Pattern*>& patterns) {
    std::set<std::string_view> known;
    for (const Pattern* pattern : patterns)
        for (const ModifierPattern& modifier : pattern->modifiers)
            known.insert(modifier.words.begin(), modifier.words.end());
    std::size_t dot = opcode.find('.');
    while (dot != std::string_view::npos) {
        const std::size_t next = opcode.find('.', dot + 1);
        const std::string_view word = opcode.substr(dot + 1, next - dot - 1);
        if (!known.contains(word))
            return word;
        dot = next;
    }
    return {};
}

std::vector<std::string> opcode_names() {
    std::vector<std::string> names;
    for (const auto& [name, patterns] : tables().by_opcode)
        names.emplace_back(name);
    return names;
}

std::string syntaxes(const std::vector<const Pattern*>& patterns) {
    std::string list;
    for (const Pattern* pattern : patterns)
        list += fmt::format("{}'{}'", list.empty() ? "" : ", ", pattern->form->syntax);
    return list;
}

} // namespace

std::vector<Candidate> candidates_of(std::string_view opcode) {
    std::vector<Candidate> found;
    const auto patterns = tables().by_opcode.find(name_of(opcode));
    if (patterns != tables().by_opcode.end())
        for (const Pattern* pattern : patterns->second)
            match_opcode(*pattern, opcode, found);
    return found;
}

std::span<const Pattern> all_patterns() {
    return tables().patterns;
}

std::string remedy_for(std::string_view opcode) {
    const auto names = opcode_names();
    std::string text;
    const auto own = tables().by_opcode.find(name_of(opcode));
    if (own != tables().by_opcode.end()) {
        const std::string_view word = stranger(opcode, own->second);
        if (!word.empty())
            text = fmt::format("'.{}' is no modifier of '{}'. ", word, own->first);
        text += "It is written: " + syntaxes(own->second) + ".";
    } else if (const auto near = nearest_names(name_of(opcode), names); !near.empty()) {
        std::vector<const Pattern*> patterns;
        for (const std::string& name : near)
            std::ranges::copy(tables().by_opcode.at(name), std::back_inserter(patterns));
        text = "The nearest are: " + syntaxes(patterns) + ".";
    }
    return fmt::format("{}{}The opcodes known are: {}.", text, text.empty() ? "" : " ",
                       fmt::join(names, ", "));
}

std::string form_list(std::span<const Candidate> candidates) {
    std::vector<const Pattern*> patterns;
    for (const Candidate& candidate : candidates)
        patterns.push_back(candidate.pattern);
    return "It is written: " + syntaxes(patterns) + ".";
}

} // namespace lockstep::ptx
