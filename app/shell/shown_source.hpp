// SPDX-License-Identifier: MIT
// The text that the kernel in the stepper was compiled from. No drawing.
#pragma once

#include "app/experiment/session.hpp"

#include <string>

namespace lockstep::shell {

/// A source of the project, "kernels/gather/cuda_1.cu"; empty when it is not beside the program.
/// They do not change under a running program: each is read once.
const std::string& source_text(const std::string& file);

struct ShownSource {
    std::string name;      ///< "kernels/gather/cuda_1.cu"
    std::string_view text; ///< empty: there is none. As long as the session's trace is the same
    bool is_own = false;   ///< a version of the learner's
    int file = -1;         ///< the trace's number of it; -1: the trace names no such file
};
ShownSource shown_source(const Session& session);

} // namespace lockstep::shell
