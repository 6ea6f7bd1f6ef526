// SPDX-License-Identifier: MIT
#include "sim/ptx/read.hpp"

#include "sim/ptx/parser.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace lockstep::ptx {

static std::vector<std::string> lines_of(std::string_view text, std::size_t count) {
    std::vector<std::string> lines;
    lines.reserve(count);
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

Result<Module> read(std::string_view text, std::string_view name) {
    // NVRTC hands out text that ends with its zero.
    while (text.ends_with('\0'))
        text.remove_suffix(1);
    const auto count = static_cast<std::size_t>(std::ranges::count(text, '\n')) + 1;
    if (text.size() > limits::text_bytes || count > limits::lines)
        return fail(std::string(name),
                    fmt::format("The text has {} bytes in {} lines.", text.size(), count),
                    "64 MiB in four million lines are read; give a smaller program.");
    Parser parser(text, name);
    LOCKSTEP_CHECK(read_module(parser));
    parser.module.name = name;
    parser.module.lines = lines_of(text, count);
    return std::move(parser.module);
}

} // namespace lockstep::ptx
