// SPDX-License-Identifier: MIT
// A passport is kept until the machine changes: in a file that is named after the machine's hash,
// the one that run files have. It holds the bench's answer as it came, one line of JSON.
#pragma once

#include "kernels/protocol/messages.hpp"

#include <filesystem>
#include <optional>

namespace lockstep {

/// passport-<hash>.json in this folder; empty for a hash that cannot be a file's name.
std::filesystem::path passport_file(const std::filesystem::path& folder, const std::string& hash);

/// The passport of this machine; none where nothing was kept, where the file is damaged or of
/// another machine, and where this program measures more than was measured then.
std::optional<protocol::Passport> kept_passport(const std::filesystem::path& folder,
                                                const protocol::Machine& machine);

/// Whole or not at all; makes the folder.
Result<void> keep_passport(const std::filesystem::path& folder,
                           const protocol::PassportAnswer& answer);

} // namespace lockstep
