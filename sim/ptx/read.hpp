// SPDX-License-Identifier: MIT
// Reads the PTX that nvcc 13 and NVRTC write for compute_75 and later (ISA 8 and 9).
#pragma once

#include "sim/base/result.hpp"
#include "sim/ptx/module.hpp"

#include <string_view>

namespace lockstep::ptx {

/// `name` is what errors call the text. An Error's `where` is "name:line"; for an instruction that
/// no family knows it says which one, and lists the forms of the nearest names and every opcode
/// that is known. Never crashes, whatever the text; 10,000 lines take less than 20 ms.
Result<Module> read(std::string_view text, std::string_view name);

} // namespace lockstep::ptx
