// SPDX-License-Identifier: MIT
// The visible parts of the lesson's column: what lesson it is, how far one is, its blocks up to the
// step reached, and one line that says how to go on.
#pragma once

#include "app/experiment/commands.hpp"
#include "app/experiment/session.hpp"

#include <string>
#include <vector>

namespace lockstep::lab {

void draw_heading(const Session& session);
void draw_steps(const Session& session);
void draw_blocks(const Session& session, Commands& commands);
void draw_how_to_go_on(const Session& session, Commands& commands);
void draw_problems(const Session& session);
/// The very first page: what runs here, the question with its picture, and *Guess first*.
void draw_welcome(const Session& session, Commands& commands);

/// "Lock your guess, or [go on without one](step:run)." taken apart: words, and words with a link.
struct Words {
    std::string text, uri; ///< uri is empty for words without a link
};
std::vector<Words> words_of(const std::string& line);

} // namespace lockstep::lab
