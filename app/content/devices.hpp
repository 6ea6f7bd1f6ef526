// SPDX-License-Identifier: MIT
// The cards that can be simulated: assets/devices/<id>.toml into sim/simt/device.hpp. Every figure
// names where it was published; one that does not is a problem.
#pragma once

#include "app/content/lesson.hpp"
#include "sim/simt/device.hpp"

#include <filesystem>
#include <vector>

namespace lockstep::content {

struct DevicesRead {
    std::vector<simt::Device> devices; ///< by their ids
    std::vector<Problem> problems;     ///< what keeps a card out of that list is fatal

    const simt::Device* device(std::string_view id) const; ///< null when there is none
};

/// Every .toml of the folder. A card with a problem is left out; the others can be used. A folder
/// that is not there has no cards.
DevicesRead read_devices(const std::filesystem::path& folder);

/// One card, or the first thing that is wrong with its file.
Result<simt::Device> read_device(const std::filesystem::path& file);

} // namespace lockstep::content
