// SPDX-License-Identifier: MIT
// What `lockstep check` says of lessons, for whoever has their course and the bench's catalogue.
#pragma once

#include "app/content/check.hpp"

namespace lockstep {

/// What a lesson may name here: the catalogue's workloads, the program's models and figures.
content::KnownNames known_names(const protocol::Catalogue& catalogue);

/// Each lesson's `problems` become all that is wrong with it. Nothing is checked against an empty
/// catalogue: then every workload would be unknown.
void find_problems(content::Course& course, const protocol::Catalogue& catalogue);

} // namespace lockstep
