// SPDX-License-Identifier: MIT
// What each lesson misses on this machine, said before it is opened.
#pragma once

#include "app/experiment/session.hpp"

#include <string>
#include <vector>

namespace lockstep {

struct LessonHere {
    std::string id, number, title;
    std::string missing; ///< sentences; empty: all of it can be shown
};

/// Every lesson of the course, in its order.
std::vector<LessonHere> lessons_here(const Session& session);

} // namespace lockstep
