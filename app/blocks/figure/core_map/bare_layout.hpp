// SPDX-License-Identifier: MIT
// What is known of the cores before a passport was taken: how many there are. No drawing.
#pragma once

#include "kernels/protocol/messages.hpp"

namespace lockstep::core_map {

/// As many cores as are present, the first of them usable, with as many hardware threads each as
/// the usable ones have; caches and sockets are not known yet.
protocol::Layout bare_layout(const protocol::Machine& machine);

} // namespace lockstep::core_map
