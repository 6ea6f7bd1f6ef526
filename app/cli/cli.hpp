// SPDX-License-Identifier: MIT
// The program without a window: every subcommand of `lockstep`. Exit codes: 0 done, 1 the answer is
// no, 2 misuse, 3 the machine cannot, 130 ended by Ctrl+C.
#pragma once

#include <optional>
#include <string>

namespace lockstep {

/// What the command line leaves to the window.
struct WindowRequest {
    std::string lesson; ///< id of the lesson to open; empty: where the learner left off
    std::string file;   ///< run or trace file to open, from the root; empty: none
};

/// Carries out what the arguments ask for and returns the exit code, or nothing when a window is
/// wanted: `lockstep`, `lockstep LESSON`, `lockstep RUN.json` or `lockstep FILE.trace.json` with a
/// display. Without one the lesson (the first, if none is named) or the trace is run in the
/// terminal, and a run file is printed. A lesson that there is not is misuse, with the nearest, and
/// so is a file that is neither a run nor a trace.
std::optional<int> run_command_line(int argc, char** argv, WindowRequest& out);

/// For a window that could not be opened: runs the lesson (the first, if empty) in the terminal and
/// writes its HTML report to the current folder, or to the home folder where that cannot be
/// written.
int run_without_window(const std::string& lesson);

} // namespace lockstep
