// SPDX-License-Identifier: MIT
// The command line as a program of its own: what the tests start, since it links without a window.
#include "app/cli/cli.hpp"

#include <cstdio>

int main(int argc, char** argv) {
    lockstep::WindowRequest request;
    if (const auto code = lockstep::run_command_line(argc, argv, request))
        return *code;
    std::printf("window at '%s'\n", request.lesson.c_str());
    if (!request.file.empty())
        std::printf("with '%s'\n", request.file.c_str());
    return 0;
}
