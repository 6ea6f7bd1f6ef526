// SPDX-License-Identifier: MIT
// `lockstep check`: what is wrong with the lessons, where, and what to do about it.
#pragma once

#include "app/content/lesson.hpp"
#include "kernels/protocol/messages.hpp"

namespace lockstep::content {

/// What a lesson may name. The catalogue is the build's own, written beside the program.
struct KnownNames {
    protocol::Catalogue catalogue;
    std::vector<std::string> models;  ///< of sim/models
    std::vector<std::string> figures; ///< of app/blocks/figure
    std::vector<std::string> count_models = {}; ///< those of `models` whose quantity is a count
};

/// The pictures that the build has, by the names of the folders of app/blocks/figure.
std::vector<std::string> figure_names();

/// Everything that is wrong with one lesson that could be opened, its own `problems` first.
std::vector<Problem> check_lesson(const Lesson& lesson, const Course& course,
                                  const KnownNames& known);

/// Reads and checks all lessons of a folder; `root` is where kernels/ lies. Sorted by file and
/// line.
std::vector<Problem> check_course(const std::filesystem::path& folder,
                                  const std::filesystem::path& root, const KnownNames& known);
std::vector<Problem> check_course(const Course& course, const KnownNames& known);

} // namespace lockstep::content
