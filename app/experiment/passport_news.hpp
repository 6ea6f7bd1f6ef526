// SPDX-License-Identifier: MIT
// What becomes of the passport: found on the disk, measured, or of a machine that has changed.
#pragma once

#include "app/experiment/commands.hpp"

namespace lockstep {

/// A bench has greeted: a passport of another machine is forgotten, and one of this machine is
/// looked for.
void passport_machine(Session& session, const protocol::Machine& machine, Effects& effects);

/// What the disk had to say; a passport that was measured meanwhile stays.
void passport_found(Session& session, const std::string& machine,
                    std::optional<protocol::Passport> passport);

/// The bench's answer to the request for all: kept from now on. Any other answer is not one.
void passport_measured(Session& session, const protocol::PassportAnswer& answer, Effects& effects);

} // namespace lockstep
