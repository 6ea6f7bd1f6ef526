// SPDX-License-Identifier: MIT
// What the checks of one lesson look at and add to. For the files that check; others need
// check.hpp.
#pragma once

#include "app/content/blocks/bodies.hpp"
#include "app/content/check.hpp"

namespace lockstep::content {

struct CheckContext {
    const Course& course;
    const Lesson& lesson;
    const KnownNames& known;
    std::vector<Problem>& problems;

    std::filesystem::path toml() const { return lesson.folder / "lesson.toml"; }
    std::filesystem::path markdown() const { return lesson.folder / "lesson.md"; }
    /// About a key of a block, or about the block when the key has no line.
    void report(const Block& block, std::string_view key, std::string what, std::string remedy);
    /// About a key of an experiment: "sliders.p".
    void report(const Experiment& experiment, std::string_view key, std::string what,
                std::string remedy);
};

/// The line of the longest beginning of `key` that has one: "a.f", else "a", else `fallback`.
int line_of(const Lines& lines, std::string_view key, int fallback);

/// Parameters by name and range, "p" among them; `words` says whose they are: "set of block
/// 'fine'".
void check_values(const Values& values, const Experiment& experiment, const std::string& words,
                  CheckContext& context,
                  const std::function<void(const std::string& name, std::string what,
                                           std::string remedy)>& report);
/// The experiment that a block names; reports and gives null when the lesson has no such.
const Experiment* check_experiment(const Block& block, const std::string& name,
                                   CheckContext& context);

} // namespace lockstep::content
