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
    bool scrolled =
        false;           ///< the lesson's column to its end: where the lab lies in a narrow window
    double seconds = 10; ///< how long the state has stood: motions are over after a few
};

/// `course` has the lesson "amdahl"; `catalogue` may be empty.
std::vector<Scene> scenes(const content::Course& course, const protocol::Catalogue& catalogue);

/// The figures that lessons show, each in several settings, themes and text sizes.
void add_figures(std::vector<Scene>& all, const protocol::Catalogue& catalogue);

/// The page "This machine".
void add_passports(std::vector<Scene>& all, const content::Course& course);

} // namespace lockstep::gallery
