// SPDX-License-Identifier: MIT
// Other programs, started through a shell and waited for.
#pragma once

#include <string>

namespace lockstep::on_card {

struct Said {
    int code = -1;    ///< its exit code; -1: a signal ended it, or there is no shell
    std::string text; ///< its output
};

/// A line for /bin/sh. Its standard error is left alone.
Said run_shell(const std::string& line);

/// For a shell: 'it'\''s'.
std::string quoted(const std::string& word);

/// Clocks, what throttles them, temperature: nvidia-smi's own line, or that there is none.
std::string clocks_now();

} // namespace lockstep::on_card
