// SPDX-License-Identifier: MIT
// Where this program lies: the build puts the PTX and the fat binaries beside it.
#pragma once

#include <filesystem>

namespace lockstep::bench {

std::filesystem::path own_folder();

} // namespace lockstep::bench
