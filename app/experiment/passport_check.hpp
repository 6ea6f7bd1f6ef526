// SPDX-License-Identifier: MIT
// Whether a passport can be true, whoever wrote it: a bench that is a script, or a file.
#pragma once

#include "kernels/protocol/messages.hpp"

namespace lockstep {

/// Numbers that are neither negative nor infinite, a matrix with half as many entries as it should
/// have, cores that refer to a class that is there, and none of them too many to be drawn.
Result<void> check_passport(const protocol::Passport& passport);

} // namespace lockstep
