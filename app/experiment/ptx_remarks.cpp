// SPDX-License-Identifier: MIT
// Reads .loc and the instructions behind it. A line's own instructions are those whose innermost
// place in the file it is; one that was inlined from elsewhere counts where it was called.
#include "app/experiment/ptx_remarks.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <fmt/format.h>
#include <map>
#include <optional>

namespace lockstep {

namespace {

/// What stands in the PTX of one source line.
struct Seen {
    bool branches = false, selects = false, guards = false;
    bool repeats = false; ///< an instruction of it lies between a label and a branch back to it
};

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == ',' || c == ';';
}

/// The next word of the text, which is taken off.
std::string_view take_word(std::string_view& text) {
    const auto begin = std::ranges::find_if_not(text, is_blank);
    const auto end = std::find_if(begin, text.end(), is_blank);
    const std::string_view word(begin, end);
    text = std::string_view(end, text.end());
    return word;
}

int take_number(std::string_view& text) {
    const std::string_view word = take_word(text);
    int number = -1;
    std::from_chars(word.data(), word.data() + word.size(), number);
    return number;
}

/// `1 6 5, function_name $f, inlined_at 1 87 9`: the line that is the file's; 0: none is.
int line_of_place(std::string_view place, int file) {
    const int of = take_number(place), line = take_number(place);
    if (of == file)
        return line;
    const auto at = place.find("inlined_at");
    if (at == place.npos)
        return 0;
    place.remove_prefix(at + std::string_view("inlined_at").size());
    return take_number(place) == file ? take_number(place) : 0;
}

bool is_instruction(std::string_view line) {
    const auto first = std::ranges::find_if_not(line, is_blank);
    if (first == line.end())
        return false;
    return *first == '@' || std::isalpha(static_cast<unsigned char>(*first)) != 0;
}

/// Goes through the text once.
class Reader {
  public:
    explicit Reader(int file) : m_file(file) {}

    void take(const std::string& text) {
        std::string_view rest = text;
        const std::string_view word = take_word(rest);
        if (word == ".loc")
            m_line = line_of_place(rest, m_file);
        else if (word.ends_with(':'))
            m_labels[word.substr(0, word.size() - 1)] = m_lines.size();
        else if (text.starts_with('}'))
            leave_function();
        else if (is_instruction(text))
            look_at(text);
    }
    const std::map<int, Seen>& lines() const { return m_seen; }

  private:
    void look_at(std::string_view instruction) {
        m_lines.push_back(m_line);
        std::string_view word = take_word(instruction);
        const bool guarded = word.starts_with('@');
        if (guarded)
            word = take_word(instruction);
        const bool leaves = guarded && (word.starts_with("ret") || word.starts_with("exit"));
        const bool branch = leaves || word.starts_with("bra") || word.starts_with("brx");
        if (word.starts_with("bra"))
            come_back_to(take_word(instruction));
        if (m_line == 0)
            return;
        Seen& seen = m_seen[m_line];
        seen.branches = seen.branches || branch;
        seen.guards = seen.guards || (guarded && !branch);
        seen.selects = seen.selects || word.starts_with("selp") || word.starts_with("slct");
    }
    /// A label that is known already stands before the branch: what lies between is a loop.
    void come_back_to(std::string_view label) {
        const auto known = m_labels.find(label);
        if (known == m_labels.end())
            return;
        for (std::size_t i = known->second; i < m_lines.size(); ++i)
            if (m_lines[i] > 0)
                m_seen[m_lines[i]].repeats = true;
    }
    void leave_function() {
        m_line = 0;
        m_labels.clear();
        m_lines.clear();
    }

    int m_file, m_line = 0;
    std::map<int, Seen> m_seen;                       ///< by source line
    std::map<std::string_view, std::size_t> m_labels; ///< of the function, by instruction
    std::vector<int> m_lines;                         ///< of its instructions
};

bool is_word_sign(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

/// Whether the word stands in the code of the line, not in its comment.
bool has_word(std::string_view line, std::string_view word) {
    line = line.substr(0, line.find("//"));
    for (auto at = line.find(word); at != line.npos; at = line.find(word, at + 1)) {
        const bool begins = at == 0 || !is_word_sign(line[at - 1]);
        const auto behind = at + word.size();
        if (begins && (behind == line.size() || !is_word_sign(line[behind])))
            return true;
    }
    return false;
}

/// The word of C++ by which the line chooses; empty: it does not.
std::string_view choice_of(std::string_view line) {
    for (const std::string_view word : std::array<std::string_view, 3>{"if", "else", "switch"})
        if (has_word(line, word))
            return word;
    line = line.substr(0, line.find("//"));
    for (const std::string_view sign : std::array<std::string_view, 3>{"?", "&&", "||"})
        if (line.find(sign) != line.npos)
            return sign;
    return {};
}

std::string_view code_of(std::string_view line) {
    line = line.substr(0, line.find("//"));
    while (!line.empty() && std::isspace(static_cast<unsigned char>(line.back())) != 0)
        line.remove_suffix(1);
    return line;
}

/// The line behind a `for` or `while` that goes on there; 0: it ends where it began.
int body_of(const std::vector<std::string_view>& source, int line) {
    const std::string_view head = code_of(source[static_cast<std::size_t>(line) - 1]);
    const bool ends = head.ends_with(';') || head.ends_with('}');
    return ends || static_cast<std::size_t>(line) == source.size() ? 0 : line + 1;
}

std::optional<PtxRemark> remark_on_choice(int line, const Seen& seen, std::string_view text) {
    const std::string_view choice = choice_of(text);
    if (choice.empty() || seen.branches)
        return std::nullopt;
    if (seen.selects)
        return PtxRemark{line, "select",
                         fmt::format("The `{}` of line {} has no branch: the compiler made a "
                                     "select of it (selp), and all lanes go on together.",
                                     choice, line)};
    if (seen.guards)
        return PtxRemark{line, "guard",
                         fmt::format("The `{}` of line {} has no branch: lanes for which it does "
                                     "not hold are switched off by a guard (@%p).",
                                     choice, line)};
    return std::nullopt;
}

/// Said only of a loop of which some instruction is there, and none is in any loop of the PTX.
std::optional<PtxRemark> remark_on_loop(int line, const std::map<int, Seen>& seen,
                                        const std::vector<std::string_view>& source) {
    const std::string_view text = source[static_cast<std::size_t>(line) - 1];
    const std::string_view word = has_word(text, "for")     ? "for"
                                  : has_word(text, "while") ? "while"
                                                            : "";
    if (word.empty())
        return std::nullopt;
    bool there = false;
    for (const int part : {line, body_of(source, line)})
        if (const auto found = seen.find(part); found != seen.end()) {
            there = true;
            if (found->second.repeats)
                return std::nullopt;
        }
    if (!there)
        return std::nullopt;
    return PtxRemark{line, "unrolled",
                     fmt::format("No branch leads back to the `{}` of line {}: the compiler wrote "
                                 "its rounds out one behind another.",
                                 word, line)};
}

/// How far a path of a choice may lie from the code of its neighbours to be of one function.
constexpr int near_lines = 3;

bool any_near(const std::map<int, Seen>& seen, int line) {
    const auto next = seen.lower_bound(line - near_lines);
    return next != seen.end() && next->first <= line + near_lines;
}

/// The word that begins a path of a switch on this line; empty: none does.
std::string_view path_word(std::string_view text) {
    for (const std::string_view word : {std::string_view("case"), std::string_view("default")})
        if (has_word(text, word) && text.find(':') != text.npos)
            return word;
    return {};
}

bool does_something(std::string_view text) {
    text = code_of(text);
    return text.ends_with(';') && text.find_first_of("=(+-") != text.npos;
}

/// A path of which nothing is left, while code beside it is there.
std::optional<PtxRemark> remark_on_path(int line, const std::map<int, Seen>& seen,
                                        const std::vector<std::string_view>& source) {
    const std::string_view text = source[static_cast<std::size_t>(line) - 1];
    const std::string_view word = path_word(text);
    if (word.empty() || !any_near(seen, line))
        return std::nullopt;
    const bool here = does_something(text);
    const int body = here || static_cast<std::size_t>(line) == source.size() ? line : line + 1;
    if (!does_something(source[static_cast<std::size_t>(body) - 1]))
        return std::nullopt;
    if (seen.contains(line) || seen.contains(body))
        return std::nullopt;
    return PtxRemark{line, "merged",
                     fmt::format("No instruction stands for the `{}` of line {}: the compiler "
                                 "merged this path with another, or did not need it.",
                                 word, line)};
}

} // namespace

std::vector<PtxRemark> ptx_remarks(const std::vector<std::string>& ptx, int file,
                                   const std::vector<std::string_view>& source) {
    Reader reader(file);
    for (const std::string& text : ptx)
        reader.take(text);
    std::vector<PtxRemark> remarks;
    for (std::size_t i = 0; i < source.size(); ++i) {
        const int line = static_cast<int>(i) + 1;
        const auto found = reader.lines().find(line);
        auto remark = found == reader.lines().end()
                          ? std::nullopt
                          : remark_on_choice(line, found->second, source[i]);
        if (!remark)
            remark = remark_on_loop(line, reader.lines(), source);
        // The other side of a select or a guard has no code of its own either, and was spoken of.
        const bool told = !remarks.empty() && remarks.back().line + near_lines >= line &&
                          remarks.back().sign != "unrolled";
        if (!remark && !told)
            remark = remark_on_path(line, reader.lines(), source);
        if (remark)
            remarks.push_back(*std::move(remark));
    }
    return remarks;
}

} // namespace lockstep
