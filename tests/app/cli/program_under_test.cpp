// SPDX-License-Identifier: MIT
// A shell starts the program; its streams go through files.
#include "tests/app/cli/program_under_test.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdlib.h>
#include <sys/wait.h>

namespace lockstep::testing_support {

namespace {

Ended carried_out(const std::string& before, const std::string& arguments) {
    const Scratch scratch;
    const auto output = scratch.path / "output", errors = scratch.path / "errors";
    const std::string line = "env -u DISPLAY -u WAYLAND_DISPLAY " + before +
                             " " LOCKSTEP_TERMINAL " " + arguments + " >" + output.string() +
                             " 2>" + errors.string() + " </dev/null";
    const int status = std::system(line.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, text_of(output), text_of(errors)};
}

} // namespace

Scratch::Scratch() {
    std::string name = (std::filesystem::temp_directory_path() / "lockstep_cli_XXXXXX").string();
    if (::mkdtemp(name.data()))
        path = name;
}

Scratch::~Scratch() {
    std::error_code ignored;
    if (!path.empty())
        std::filesystem::remove_all(path, ignored);
}

Ended start(const std::string& arguments, const std::string& environment) {
    return carried_out(environment, arguments);
}

Ended start_and_interrupt(const std::string& arguments, const std::string& environment) {
    return carried_out(environment + " timeout --preserve-status -s INT 1", arguments);
}

std::string text_of(const std::filesystem::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace lockstep::testing_support
