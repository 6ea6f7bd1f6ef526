// SPDX-License-Identifier: MIT
// The figures of a card that decide how many blocks it holds, as named numbers: whoever asks for a
// simulation sends them along, so that a bench on another machine needs no list of cards.
#pragma once

#include "sim/base/values.hpp"
#include "sim/simt/device.hpp"

namespace lockstep::simt {

/// By the names that they have in assets/devices, and compute_capability as a number: 8.6.
Values limits_of(const Device& device);

/// A card of which nothing else is known. Fails with the name of a figure that is missing or cannot
/// be; other names are ignored.
Result<Device> device_of(const Values& limits);

} // namespace lockstep::simt
