// SPDX-License-Identifier: MIT
#include "sim/simt/known_forms.hpp"

#include "sim/ptx/examples.hpp"
#include "sim/ptx/read.hpp"
#include "sim/simt/decode.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <set>

namespace lockstep::simt {

namespace {

bool is_executed(const ptx::Example& example) {
    auto module = ptx::read(ptx::module_around(example.text), "example");
    return module &&
           prepare_briefly(std::make_shared<const ptx::Module>(*std::move(module)), "kernel");
}

bool is_executed(const ptx::Pattern& pattern) {
    return std::ranges::any_of(ptx::examples_of(pattern),
                               [](const ptx::Example& one) { return is_executed(one); });
}

/// Words of a row with which none of its examples is executed: "u4" of cvt.pack.
std::vector<std::string_view> words_without(const ptx::Pattern& pattern,
                                            const std::vector<ptx::Example>& all,
                                            const std::vector<bool>& executed) {
    std::vector<std::string_view> words;
    for (std::size_t i = 0; i < pattern.modifiers.size(); ++i) {
        for (std::size_t word = 0; word < pattern.modifiers[i].words.size(); ++word) {
            bool stands = false, works = false;
            for (std::size_t k = 0; k < all.size(); ++k) {
                const bool here = all[k].picked[i] == static_cast<int>(word);
                stands = stands || here;
                works = works || (here && executed[k]);
            }
            if (stands && !works)
                words.push_back(pattern.modifiers[i].words[word]);
        }
    }
    return words;
}

/// The row as the manual has it, and what of it is not executed; "" when nothing is.
std::string known_part(const ptx::Pattern& pattern) {
    const std::vector<ptx::Example> all = ptx::examples_of(pattern);
    std::vector<bool> executed;
    for (const ptx::Example& one : all)
        executed.push_back(is_executed(one));
    if (std::ranges::find(executed, true) == executed.end())
        return "";
    const auto without = words_without(pattern, all, executed);
    return fmt::format("'{}'{}", pattern.form->syntax,
                       without.empty() ? ""
                                       : fmt::format(" without .{}", fmt::join(without, ", .")));
}

std::vector<std::string> find_executed_opcodes() {
    std::set<std::string, std::less<>> found;
    for (const ptx::Pattern& pattern : ptx::all_patterns())
        if (!found.contains(pattern.opcode) && is_executed(pattern))
            found.emplace(pattern.opcode);
    return {found.begin(), found.end()};
}

} // namespace

const std::vector<std::string>& executed_opcodes() {
    static const std::vector<std::string> made = find_executed_opcodes();
    return made;
}

std::string known_forms(std::string_view opcode) {
    std::vector<std::string> forms;
    for (const ptx::Pattern& pattern : ptx::all_patterns())
        if (pattern.opcode == opcode)
            if (std::string known = known_part(pattern); !known.empty())
                forms.push_back(std::move(known));
    if (!forms.empty())
        return fmt::format("Of '{}' these can be executed: {}.", opcode, fmt::join(forms, ", "));
    return fmt::format("Nothing of '{}' can be executed; what can is: {}.", opcode,
                       fmt::join(executed_opcodes(), ", "));
}

} // namespace lockstep::simt
