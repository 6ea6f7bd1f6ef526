// SPDX-License-Identifier: MIT
// How much memory a probe may take without anybody being killed for it.
#pragma once

#include <filesystem>

namespace lockstep {

/// The least of what the machine has free (MemAvailable) and what the control groups of both
/// versions still allow, in bytes; 0 where neither is known. `root` is where proc and sys are
/// looked for.
double memory_room_bytes(const std::filesystem::path& root = "/");

} // namespace lockstep
