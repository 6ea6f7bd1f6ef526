// SPDX-License-Identifier: MIT
// Starting the command line as people do, through a shell, and reading what it left.
#pragma once

#include <filesystem>
#include <string>

namespace lockstep::testing_support {

struct Ended {
    int code = -1;
    std::string output, errors;
};

/// A folder that is gone with the test.
struct Scratch {
    std::filesystem::path path;
    Scratch();
    ~Scratch();
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
};

/// `arguments` as typed; `environment` stands in front of the command. There is no display unless
/// the environment brings one.
Ended start(const std::string& arguments, const std::string& environment = {});
/// The same, with SIGINT a second after the start.
Ended start_and_interrupt(const std::string& arguments, const std::string& environment = {});

std::string text_of(const std::filesystem::path& file);

} // namespace lockstep::testing_support
