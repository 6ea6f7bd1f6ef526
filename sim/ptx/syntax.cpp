// SPDX-License-Identifier: MIT
// Reads the rows of the tables, and matches opcodes against them word by word.
#include "sim/ptx/syntax.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <optional>
#include <utility>

namespace lockstep::ptx {

namespace {

/// A row from left to right.
class Row {
  public:
    explicit Row(std::string_view text) : m_rest(text) {}

    bool accept(std::string_view word) {
        const bool found = m_rest.starts_with(word);
        if (found)
            m_rest.remove_prefix(word.size());
        return found;
    }
    /// Up to the first of these characters.
    std::string_view until(std::string_view ends) {
        const std::string_view word = m_rest.substr(0, m_rest.find_first_of(ends));
        m_rest.remove_prefix(word.size());
        return word;
    }
    std::string_view rest() const { return m_rest; }

  private:
    std::string_view m_rest;
};

Failure broken(const Form& form, const Row& row) {
    return fail(std::string(form.syntax),
                fmt::format("the syntax cannot be understood at '{}'.", row.rest()),
                "Write it as sim/ptx/family.hpp says.");
}

void add_word(ModifierPattern& modifier, std::string_view word) {
    modifier.words.push_back(word);
    modifier.types.push_back(type_named(word).value_or(Type::None));
}

bool read_modifier(Row& row, Pattern& pattern) {
    ModifierPattern modifier;
    modifier.optional = row.accept("[");
    if (!row.accept("."))
        return false;
    if (row.accept("<")) {
        do {
            add_word(modifier, row.until("|>"));
        } while (row.accept("|"));
        if (!row.accept(">"))
            return false;
    } else {
        add_word(modifier, row.until(".[]< "));
    }
    if (modifier.optional && !row.accept("]"))
        return false;
    pattern.modifiers.push_back(std::move(modifier));
    return std::ranges::none_of(pattern.modifiers.back().words, &std::string_view::empty);
}

std::optional<int> number(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

/// What stands behind the colon: "u32", "1", "+", "1+", "f32*4", "parts".
bool read_rule(std::string_view text, OperandPattern& operand) {
    if (text == "parts") {
        operand.kind = OperandPattern::Kind::Parts;
        return true;
    }
    if (const std::size_t star = text.find('*'); star != std::string_view::npos) {
        const auto count = number(text.substr(star + 1));
        if (!count || *count < 1)
            return false;
        operand.count = *count;
        text = text.substr(0, star);
    }
    operand.type.wider = text.ends_with('+');
    if (operand.type.wider)
        text.remove_suffix(1);
    if (const auto type = type_named(text))
        operand.type.fixed = *type;
    else if (const auto from = number(text))
        operand.type.from = *from - 1;
    else
        return text.empty() && operand.type.wider;
    return true;
}

/// "d", "d|p", "a:u32", "n".
bool read_plain(Row& row, OperandPattern& operand) {
    using Kind = OperandPattern::Kind;
    const std::string_view name = row.until(":|,[]} ");
    if (name.empty())
        return false;
    operand.policy = name == "policy";
    const bool inside = operand.kind == Kind::Vector;
    operand.writes = name == "d";
    if (name == "label")
        operand.kind = Kind::Label;
    else if (name == "table")
        operand.kind = Kind::Table;
    else if (name == "function")
        operand.kind = Kind::Function;
    else if (name == "n")
        operand.kind = Kind::Number;
    else if (!inside)
        operand.kind = operand.writes ? Kind::Destination : Kind::Source;
    if (row.accept(":") && !read_rule(row.until("|,[]} "), operand))
        return false;
    operand.second = row.accept("|p");
    return true;
}

bool read_operand(Row& row, Pattern& pattern) {
    using Kind = OperandPattern::Kind;
    OperandPattern operand;
    bool good = true;
    if (row.accept("(list)")) {
        operand.kind = Kind::List;
    } else if (row.accept("[")) {
        operand.kind = Kind::Address;
        good = !row.until("]").empty() && row.accept("]");
    } else if (row.accept("{")) {
        operand.kind = Kind::Vector;
        good = read_plain(row, operand) && row.accept("}");
    } else {
        good = read_plain(row, operand);
    }
    pattern.operands.push_back(operand);
    return good;
}

bool read_operands(Row& row, Pattern& pattern) {
    if (row.rest().empty())
        return true;
    if (!row.accept(" ") || !read_operand(row, pattern))
        return false;
    while (!row.rest().empty()) {
        const bool optional = row.accept("[");
        if (!row.accept(", ") || !read_operand(row, pattern))
            return false;
        pattern.operands.back().optional = optional;
        if (optional && !row.accept("]"))
            return false;
    }
    return true;
}

struct Matching {
    const Pattern& pattern;
    std::vector<std::string_view> words; ///< of the opcode, without its name
    std::vector<int> picked;             ///< for each modifier: which of its words; -1: left out
};

/// Modifiers from `at` on against words from `word` on. An option takes its word if it can; few
/// rows have so many options that trying the other way costs anything.
bool match_from(Matching& matching, std::size_t at, std::size_t word) {
    const auto& modifiers = matching.pattern.modifiers;
    if (modifiers.size() - at < matching.words.size() - word)
        return false;
    if (at == modifiers.size())
        return true;
    const ModifierPattern& modifier = modifiers[at];
    if (word < matching.words.size()) {
        const auto found = std::ranges::find(modifier.words, matching.words[word]);
        matching.picked[at] = static_cast<int>(found - modifier.words.begin());
        if (found != modifier.words.end() && match_from(matching, at + 1, word + 1))
            return true;
    }
    matching.picked[at] = -1;
    return modifier.optional && match_from(matching, at + 1, word);
}

/// ptxas takes modifiers in any order, and NVIDIA's own headers write `atom.add.relaxed.gpu.f32`.
/// Types keep theirs: each place takes the first word left that it knows.
bool match_any_order(Matching& matching) {
    std::vector<char> used(matching.words.size(), 0);
    std::size_t count = 0, last_type = 0;
    for (std::size_t at = 0; at < matching.picked.size(); ++at) {
        const ModifierPattern& modifier = matching.pattern.modifiers[at];
        matching.picked[at] = -1;
        for (std::size_t word = 0; word < used.size() && matching.picked[at] < 0; ++word) {
            const auto found = std::ranges::find(modifier.words, matching.words[word]);
            if (used[word] || found == modifier.words.end())
                continue;
            const auto picked = found - modifier.words.begin();
            if (modifier.types[static_cast<std::size_t>(picked)] != Type::None &&
                std::exchange(last_type, word) > word)
                return false;
            matching.picked[at] = static_cast<int>(picked);
            used[word] = 1;
            ++count;
        }
        if (matching.picked[at] < 0 && !modifier.optional)
            return false;
    }
    return count == used.size();
}

Candidate candidate_of(const Matching& matching) {
    Candidate candidate{.pattern = &matching.pattern, .choices = {}, .types = {}};
    for (std::size_t i = 0; i < matching.picked.size(); ++i) {
        const ModifierPattern& modifier = matching.pattern.modifiers[i];
        if (matching.picked[i] < 0) {
            if (modifier.types.front() == Type::None)
                candidate.choices.emplace_back();
            continue;
        }
        const auto picked = static_cast<std::size_t>(matching.picked[i]);
        const std::string_view word = modifier.words[picked];
        if (modifier.types[picked] != Type::None)
            candidate.types.push_back(modifier.types[picked]);
        else
            candidate.choices.push_back(word);
        if (word == "v2" || word == "v4" || word == "v8")
            candidate.vector = word[1] - '0';
        candidate.hint |= word == "L2::cache_hint";
    }
    return candidate;
}

} // namespace

bool Pattern::takes(OperandPattern::Kind kind) const {
    return std::ranges::find(operands, kind, &OperandPattern::kind) != operands.end();
}

Result<Pattern> compile(const Form& form, const Family& family) {
    Pattern pattern{&form, &family, {}, {}, {}};
    Row row(form.syntax);
    pattern.opcode = row.until(".[ ");
    if (pattern.opcode.empty())
        return broken(form, row);
    while (!row.rest().empty() && !row.rest().starts_with(' '))
        if (!read_modifier(row, pattern))
            return broken(form, row);
    if (!read_operands(row, pattern))
        return broken(form, row);
    return pattern;
}

void match_opcode(const Pattern& pattern, std::string_view opcode, std::vector<Candidate>& found) {
    Matching matching{pattern, {}, std::vector<int>(pattern.modifiers.size(), -1)};
    std::size_t dot = opcode.find('.');
    while (dot != std::string_view::npos) {
        const std::size_t next = opcode.find('.', dot + 1);
        matching.words.push_back(opcode.substr(dot + 1, next - dot - 1));
        dot = next;
    }
    if (matching.words.size() > matching.picked.size())
        return;
    if (match_from(matching, 0, 0) || match_any_order(matching))
        found.push_back(candidate_of(matching));
}

} // namespace lockstep::ptx
