// SPDX-License-Identifier: MIT
// A lesson's sentences: Markdown with formulas, live values already filled in. Links go to the
// session as commands; nothing that a lesson names is read from here.
#pragma once

#include "app/shell/theme.hpp"

#include <string>

namespace lockstep::shell {

/// Running text at the content width, at most 68 characters a line. `id` keeps its selection apart
/// from that of other texts.
void prose(const char* id, const std::string& markdown);
/// The same in another colour: what is said quietly, a refutation.
void prose(const char* id, const std::string& markdown, ImU32 colour);

} // namespace lockstep::shell
