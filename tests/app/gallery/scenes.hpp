// SPDX-License-Identifier: MIT
// The states that the gallery shows.
#pragma once

#include "app/experiment/session.hpp"

#include <string>
#include <vector>

namespace lockstep::gallery {

struct Scene {
    std::string name;
    Session session;
    int width = 1440, height = 900;
    double seconds = 10; ///< how long the state has stood: motions are over after a few
};

/// `course` has the lesson "amdahl".
std::vector<Scene> scenes(const content::Course& course);

} // namespace lockstep::gallery
