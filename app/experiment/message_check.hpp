// SPDX-License-Identifier: MIT
// Whether a message can be true: columns of one length, times that are numbers. A bench may be a
// script that somebody is just writing.
#pragma once

#include "kernels/protocol/messages.hpp"

#include <cstddef>

namespace lockstep {

Result<void> check_message(const protocol::FromBench& message);

/// Roughly how much memory it holds.
std::size_t size_of(const protocol::FromBench& message);

} // namespace lockstep
