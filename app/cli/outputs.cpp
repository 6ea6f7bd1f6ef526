// SPDX-License-Identifier: MIT
// Writing results.
#include "app/cli/outputs.hpp"

#include "app/cli/terminal.hpp"
#include "app/experiment/run_file.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fmt/format.h>

namespace lockstep::cli {

bool output_is_data(const RunOptions& options) {
    return options.json == "-" || options.csv == "-" || options.html == "-";
}

Result<void> write_output(const std::string& file, const std::string& text) {
    if (file != "-") {
        LOCKSTEP_CHECK(write_whole(file, text));
        fmt::print(stderr, "Written: {}\n", file);
        return {};
    }
    const bool written =
        std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
    if (!written)
        return fail("standard output", fmt::format("{}.", std::strerror(errno)));
    return {};
}

Result<void> write_outputs(const RunOptions& options, const std::string& json,
                           const Report& report) {
    if (!options.json.empty())
        LOCKSTEP_CHECK(write_output(options.json, json));
    if (!options.csv.empty()) {
        std::vector<CsvPart> parts;
        for (const ReportPart& part : report.parts)
            parts.push_back({part.run, part.context, part.title});
        LOCKSTEP_CHECK(write_output(options.csv, csv_of(parts)));
    }
    if (!options.html.empty())
        LOCKSTEP_CHECK(write_output(options.html, html_of(report)));
    return {};
}

void tell(const Told& told) {
    constexpr std::size_t most_lines = 12;
    fmt::print(stderr, "{}", wrapped(told.sentence));
    const std::size_t first = told.log.size() - std::min(told.log.size(), most_lines);
    if (!told.log.empty())
        fmt::print(stderr, "The last it wrote:\n");
    for (std::size_t i = first; i < told.log.size(); ++i)
        fmt::print(stderr, "  {}\n", told.log[i]);
    if (!told.command.empty())
        fmt::print(stderr, "Again: {}\n", told.command);
}

} // namespace lockstep::cli
