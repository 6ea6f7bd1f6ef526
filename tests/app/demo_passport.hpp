// SPDX-License-Identifier: MIT
// Passports of machines that nobody here has, for pictures and walks.
#pragma once

#include "kernels/protocol/passport.hpp"

namespace lockstep::demo {

/// Two cores of a virtual machine, as most of us have them.
protocol::Passport two_cores();

/// A laptop: fast cores of two threads, slow ones in clusters, one L3, all for Lockstep but one.
protocol::Passport laptop();

/// Sockets of `cores` cores in groups of eight that share an L3, two threads each, and a card.
protocol::Passport server(int sockets, int cores);

} // namespace lockstep::demo
