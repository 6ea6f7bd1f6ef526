// SPDX-License-Identifier: MIT
// Steps of a warp seen from the source: which lines it was at, and with which lanes.
#pragma once

#include "app/experiment/step_rows.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lockstep {

/// The trace's number of the file of that name, in whatever folder a compiler saw it; -1: it names
/// no such file.
int source_file(const std::vector<std::string>& files, std::string_view name);

/// The lines of a text, from the first.
std::vector<std::string_view> lines_of_text(std::string_view text);

/// A line that the warp has been at.
struct LineVisit {
    int line = 0;
    std::uint32_t lanes = 0; ///< that took part in any of its instructions
    int path = -1;           ///< if all of them are on one
};
/// Of each line the latest visit that begins at or before the chosen row, the union of its
/// instructions' masks; of the chosen row's line the whole visit. A visit ends where an instruction
/// of another line comes between. Ascending.
std::vector<LineVisit> line_visits(const std::vector<StepRow>& rows, std::size_t chosen);

} // namespace lockstep
