// SPDX-License-Identifier: MIT
// Scaling laws fitted to a run's own marks, in sentences.
#pragma once

#include "app/experiment/run.hpp"

#include <string>
#include <vector>

namespace lockstep {

/// Of each measured speedup over workers: Amdahl's law and the universal scalability law, with the
/// 95 % interval of each number (Student's t), or the reason why the marks cannot tell it. Nothing
/// for other runs. Marks that are disturbed, or of the pilot alone, do not count.
std::vector<std::string> fit_sentences(const Run& run);

} // namespace lockstep
