// SPDX-License-Identifier: MIT
// Where the results of `run` go: terminal, files, standard output.
#pragma once

#include "app/cli/options.hpp"
#include "app/experiment/csv.hpp"
#include "app/experiment/html_report.hpp"

#include <string>

namespace lockstep::cli {

/// Whether standard output belongs to --json or --csv, so that nothing else may be printed there.
bool output_is_data(const RunOptions& options);

/// "-" is standard output. Says on standard error what was written where.
Result<void> write_output(const std::string& file, const std::string& text);

/// Every file that the options ask for; the run file's text is the caller's. Stops at the first
/// that cannot be written.
Result<void> write_outputs(const RunOptions& options, const std::string& json,
                           const Report& report);

/// The sentence, the last lines of the bench's log and the command that repeats it, on standard
/// error; returns the exit code.
struct Told {
    std::string sentence;
    std::vector<std::string> log;
    std::string command;
};
void tell(const Told& told);

} // namespace lockstep::cli
