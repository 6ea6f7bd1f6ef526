// SPDX-License-Identifier: MIT
// The machine's passport as the window has it.
#pragma once

#include "kernels/protocol/passport.hpp"

#include <optional>
#include <string>

namespace lockstep {

/// The request for a whole passport; it is timed as a run is, and a run's id is another.
inline constexpr const char* passport_id = "passport-full";

struct PassportState {
    std::optional<protocol::Passport> taken;
    std::string machine; ///< hash of the machine that `taken` is of
    bool kept = false;   ///< measured at an earlier start of the program, or by the command line
    bool sought = false; ///< the disk has answered: what is not there now must be measured
    std::string problem; ///< why the last try brought none, in calm words
};

} // namespace lockstep
