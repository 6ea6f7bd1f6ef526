// SPDX-License-Identifier: MIT
// The program `lockstep`: a command line, and the window for who asks for none.
#include "app/cli/cli.hpp"
#include "app/experiment/paths.hpp"
#include "app/shell/window.hpp"

#include <cstdio>
#include <cstdlib>

namespace {

int open_window(const lockstep::WindowRequest& request) {
    const auto root = lockstep::find_root();
    if (!root) {
        std::fprintf(stderr, "lockstep: %s\n", root.error().text().c_str());
        return 3;
    }
    lockstep::shell::FrontOptions options;
    options.lesson = request.lesson;
    options.file = request.file;
    options.root = *root;
    options.bench = lockstep::bench_arguments();
    if (const char* file = std::getenv("LOCKSTEP_FRAME_LOG"))
        options.frame_log = file;
    lockstep::shell::Front front(std::move(options));
    return lockstep::shell::run_window(front);
}

} // namespace

int main(int argc, char** argv) {
    lockstep::WindowRequest request;
    if (const auto code = lockstep::run_command_line(argc, argv, request))
        return *code;
    const int code = open_window(request);
    // A display that refuses a window is no display: the same lessons run in the terminal.
    return code == 3 ? lockstep::run_without_window(request.lesson) : code;
}
