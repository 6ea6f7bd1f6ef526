// SPDX-License-Identifier: MIT
// A learner's kernel as the command line describes it: a file, a shape, and arguments as words.
#pragma once

#include "app/cli/options.hpp"
#include "kernels/protocol/messages.hpp"

namespace lockstep::cli {

/// Whether the name is a file's: it ends with .ptx or .cu.
bool is_kernel_file(const std::string& name);

/// Reads the file and the words. Fails for a shape or an argument that cannot be, a file that
/// cannot be read or is too long for the protocol.
Result<protocol::KernelSource> read_kernel_file(const SimulateOptions& options);

/// "f32=1.5" or "f32[1024]=iota"; FILL may be @FILE, whose bytes are taken along.
Result<protocol::KernelArgument> read_kernel_argument(const std::string& text);

/// "4" or "16,16": one to three numbers, each 1 or more.
Result<std::vector<int>> read_shape(const std::string& option, const std::string& text);

} // namespace lockstep::cli
