// SPDX-License-Identifier: MIT
// Finding one function in a source file: from the comment above it through its closing brace. No
// compiler is asked; comments and texts are blanked first, so that braces in them do not count.
#include "app/content/blocks/bodies.hpp"
#include "app/content/paths.hpp"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>

namespace lockstep::content {
namespace {

bool is_word(char c) {
    return c == '_' || std::isalnum(static_cast<unsigned char>(c));
}

/// Where the comment, text or preprocessor line that begins at `at` ends; `at` when none begins.
std::size_t end_of_blanked(std::string_view code, std::size_t at) {
    const auto after = [&](std::string_view mark, std::size_t from) {
        const std::size_t found = code.find(mark, from);
        return found == code.npos ? code.size() : found + mark.size();
    };
    if (code.substr(at, 2) == "//")
        return after("\n", at) - 1;
    if (code.substr(at, 2) == "/*")
        return after("*/", at + 2);
    const bool line_begins = at == 0 || code[at - 1] == '\n';
    if (code[at] == '#' && line_begins)
        return after("\n", at) - 1;
    const bool digit_mark = at > 0 && is_word(code[at - 1]); // 1'000 opens no character
    if (code[at] != '"' && (code[at] != '\'' || digit_mark))
        return at;
    for (std::size_t i = at + 1; i < code.size(); ++i) {
        if (code[i] == '\\')
            ++i;
        else if (code[i] == code[at] || code[i] == '\n')
            return i + 1;
    }
    return code.size();
}

/// The same length and lines, with spaces for what is no code. A preprocessor line becomes a
/// semicolon: a declaration never reaches back across it.
std::string blanked(std::string_view code) {
    std::string blank(code);
    for (std::size_t at = 0; at < code.size();) {
        const std::size_t end = end_of_blanked(code, at);
        if (end == at) {
            ++at;
            continue;
        }
        const bool preprocessor = code[at] == '#';
        for (std::size_t i = at; i < end && i < code.size(); ++i)
            if (code[i] != '\n')
                blank[i] = ' ';
        if (preprocessor)
            blank[at] = ';';
        at = end;
    }
    return blank;
}

/// One past the bracket that closes the one at `open`; npos when it is never closed.
std::size_t past_closing(std::string_view code, std::size_t open, char opening, char closing) {
    int depth = 0;
    for (std::size_t at = open; at < code.size(); ++at) {
        if (code[at] == opening)
            ++depth;
        if (code[at] == closing && --depth == 0)
            return at + 1;
    }
    return code.npos;
}

/// The opening brace of a definition whose name ends at `at`; npos when it is a call or
/// declaration.
std::size_t body_of(std::string_view code, std::size_t at) {
    at = code.find_first_not_of(" \t\n", at);
    if (at == code.npos || code[at] != '(')
        return code.npos;
    at = past_closing(code, at, '(', ')');
    if (at == code.npos)
        return at;
    const std::size_t brace = code.find_first_of("{;)}=,", at);
    return brace != code.npos && code[brace] == '{' ? brace : code.npos;
}

struct Extent {
    std::size_t begin, end;
};

/// From the first word of the definition to past its closing brace; begin is npos when there is
/// none.
Extent find_definition(std::string_view code, std::string_view name) {
    for (std::size_t at = code.find(name); at != code.npos; at = code.find(name, at + 1)) {
        const std::size_t after = at + name.size();
        if ((at > 0 && is_word(code[at - 1])) || (after < code.size() && is_word(code[after])))
            continue;
        const std::size_t brace = body_of(code, after);
        if (brace == code.npos)
            continue;
        const std::size_t end = past_closing(code, brace, '{', '}');
        if (end == code.npos)
            continue;
        const std::size_t before = code.find_last_of(";{}", at);
        const std::size_t from = before == code.npos ? 0 : before + 1;
        return {code.find_first_not_of(" \t\n", from), end};
    }
    return {code.npos, code.npos};
}

std::size_t line_begin(std::string_view text, std::size_t at) {
    const std::size_t before = at == 0 ? text.npos : text.rfind('\n', at - 1);
    return before == text.npos ? 0 : before + 1;
}

/// Moves up over the comment lines that touch the definition.
std::size_t with_comment_above(std::string_view text, std::size_t begin) {
    begin = line_begin(text, begin);
    while (begin > 0) {
        const std::size_t above = line_begin(text, begin - 1);
        std::string_view line = text.substr(above, begin - 1 - above);
        line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
        if (!line.starts_with("//") || line.starts_with("// SPDX"))
            break;
        begin = above;
    }
    return begin;
}

} // namespace

Result<CodeBody> read_code(const std::filesystem::path& root, const std::string& file,
                           const std::string& function) {
    // What lies in kernels/ may be shown; a ".." out of it may not be hidden behind its name.
    const bool kernel = file.starts_with("kernels/");
    LOCKSTEP_TRY(const std::filesystem::path path,
                 file_inside(kernel ? root / "kernels" : root, kernel ? file.substr(8) : file));
    LOCKSTEP_TRY(const std::string text, read_text(path));
    const Extent found =
        function.empty() ? Extent{text.npos, 0} : find_definition(blanked(text), function);
    if (found.begin == text.npos)
        return fail(file, fmt::format("there is no function '{}' with a body here.", function),
                    "Write its name as it stands in the file, without brackets.");
    const std::size_t begin = with_comment_above(text, found.begin);
    CodeBody body;
    body.file = file;
    body.function = function;
    body.text = text.substr(begin, found.end - begin);
    body.first_line =
        1 + static_cast<int>(
                std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(begin), '\n'));
    return body;
}

} // namespace lockstep::content
