// SPDX-License-Identifier: MIT
// Displayed formulas that are wider than their column are set smaller, so that none is cut off.
#pragma once

#include <string>

namespace lockstep::shell {

/// From now on every formula between two dollar signs that with_room() has marked fits its room.
/// Needs the context of the Markdown renderer.
void fit_formulas();

/// The text with the room written into each of its displayed formulas, in pixels.
std::string with_room(const std::string& markdown, float pixels);

} // namespace lockstep::shell
