// SPDX-License-Identifier: MIT
// What was asked for on the command line, as plain structs, and the reader of the arguments.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace lockstep::cli {

/// Exit codes that scripts may rely on.
enum ExitCode : int { done = 0, answer_is_no = 1, misuse = 2, cannot = 3, interrupted = 130 };

struct WindowOptions {
    std::string lesson; ///< or a file to open
};
struct ListOptions {
    std::string what; ///< empty: a little of everything
    bool json = false;
};
struct PassportOptions {
    bool json = false;
    bool again = false; ///< measure, also when a passport of this machine was kept
};
struct RunOptions {
    std::string name;
    std::vector<std::string> set;   ///< "name=value"
    std::string sweep;              ///< "name=1,2,4"; empty: the workload's own
    std::string variants;           ///< "a,b"; empty: the workload's own
    std::optional<double> budget_s; ///< else what the experiment says
    std::string cache;              ///< "warm" or "cold"; empty: what the experiment says
    std::string json, csv, html;    ///< files, "-" for standard output, empty for none
    std::string record;             ///< folder of recordings that a lesson's runs go to
};
struct CompareOptions {
    std::string now, then; ///< run files
    std::string json;
};
struct ModelOptions {
    std::string name;
    std::vector<std::string> set;
    std::string sweep, json;
};
struct SimulateOptions {
    /// A kernel ("divergence/cuda_1") or a file: .ptx, .cu or .trace.json.
    std::string name;
    std::vector<std::string> set; ///< "name=value", for a kernel of the project
    std::string device = "h200";
    std::string kernel; ///< of a file: which, if there are several
    std::string grid = "1", block = "32";
    double shared_bytes = 0;
    std::vector<std::string> arguments; ///< "TYPE=VALUE" or "TYPE[N]=FILL"
    int shown = -1;                     ///< the buffer whose contents are printed
    bool fast = false;                  ///< without the checks for races and initialisation
    bool global_races = false;          ///< between blocks, on global memory, as well
    double budget_s = 60;
    std::string json;
    std::string trace;    ///< trace file to write
    int traced_block = 0; ///< whose trace
    int traced_launch = 0;
};
struct CheckOptions {
    std::string folder;
};
struct DoctorOptions {};

using Options =
    std::variant<WindowOptions, ListOptions, PassportOptions, RunOptions, CompareOptions,
                 ModelOptions, SimulateOptions, CheckOptions, DoctorOptions>;

/// Either options or the exit code of what was answered at once: help, version, misuse. A usage
/// error has been printed to standard error with a line on how to get help.
std::variant<Options, int> read_arguments(int argc, char** argv);

} // namespace lockstep::cli
