// SPDX-License-Identifier: MIT
// Checks a lesson that a test has spoiled in one place.
#pragma once

#include "tests/app/content/scratch.hpp"

#include <gtest/gtest.h>

namespace lockstep::content {

inline std::vector<Problem> checked(const std::string& toml, const std::string& markdown,
                                    const Scratch& scratch = {}) {
    scratch.write("01_unit/unit.toml", "title = 'Unit'\n");
    scratch.write("01_unit/01_sample/lesson.toml", toml);
    scratch.write("01_unit/01_sample/lesson.md", markdown);
    return check_course(scratch.path(), scratch.path(), known_names());
}

/// The one problem that there is.
inline Problem only(const std::vector<Problem>& problems) {
    for (std::size_t i = 1; i < problems.size(); ++i)
        ADD_FAILURE() << "one more: " << problems[i].text();
    EXPECT_FALSE(problems.empty());
    return problems.empty() ? Problem{} : problems[0];
}

/// The line on which a text stands in a file.
inline int line_with(const std::string& file, const std::string& text) {
    const auto at = file.find(text);
    EXPECT_NE(at, file.npos);
    return 1 + static_cast<int>(
                   std::count(file.begin(), file.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

} // namespace lockstep::content
