// SPDX-License-Identifier: MIT
// Reads one lesson's folder: lesson.toml and lesson.md.
#pragma once

#include "app/content/lesson.hpp"

namespace lockstep::content {

struct LessonRead {
    std::optional<Lesson> lesson;  ///< none when a problem is fatal
    std::vector<Problem> problems; ///< why there is none; else they lie in the lesson
};

/// The unit and the number are the caller's to fill in. `root` is where kernels/ lies.
LessonRead read_lesson(const std::filesystem::path& folder, const std::filesystem::path& root);

/// Blocks of a lesson.md. Steps: everything up to the last prediction before the first run is
/// Predict, from there through that run is Run, what follows is Compare, until a step block moves
/// on.
std::vector<Block> read_blocks(std::string_view markdown, const std::filesystem::path& folder,
                               const std::filesystem::path& root, std::vector<Problem>& problems);

} // namespace lockstep::content
