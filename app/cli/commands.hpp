// SPDX-License-Identifier: MIT
// The subcommands: each returns the exit code.
#pragma once

#include "app/cli/options.hpp"
#include "app/content/lesson.hpp"
#include "kernels/protocol/messages.hpp"

#include <filesystem>

namespace lockstep::cli {

/// What came with the program: its files, its lessons, and the bench's catalogue as the build wrote
/// it (empty where it is missing).
struct Installed {
    std::filesystem::path root;
    content::Course course;
    protocol::Catalogue catalogue;
};
/// Fails where no lessons are found.
Result<Installed> find_installed();
/// The same catalogue, or why there is none.
Result<protocol::Catalogue> read_built_catalogue();

/// By id or number ("amdahl", "1.2"); null when there is none.
const content::Lesson* find_lesson(const content::Course& course, const std::string& name);

int list(const ListOptions& options);
int passport(const PassportOptions& options);
int run(const RunOptions& options);
/// Two runs that were not timed together: 0 when no difference is seen, 1 when one is.
int compare(const CompareOptions& options);
/// What a run file says, for a terminal.
int show_run(const std::string& file);
int model(const ModelOptions& options);
int simulate(const SimulateOptions& options);
int check(const CheckOptions& options);
int doctor();

/// A lesson's run blocks in order, with their findings.
int run_lesson(const RunOptions& options, const Installed& installed,
               const content::Lesson& lesson);
int run_workload(const RunOptions& options, const Installed& installed,
                 const std::string& workload);

/// Prints the Error to standard error as "lockstep: ..." and returns the code.
int refuse(const Error& error, ExitCode code);

} // namespace lockstep::cli
