// SPDX-License-Identifier: MIT
// What the learner did at earlier starts, computed from the events of the ledger: the same events
// give the same state. Unknown kinds, unreadable lines and lessons that are gone are left alone.
#pragma once

#include "app/experiment/session.hpp"
#include "app/ledger/ledger.hpp"

#include <functional>
#include <map>
#include <span>
#include <string>

namespace lockstep {

/// Reads runs/<uuid>.json; nothing when it is gone or damaged.
using LoadRun = std::function<std::optional<Run>(const std::string& id)>;

/// The states of all lessons that appear in the events, in the order of the events. Runs come as
/// recorded (from_file): they were measured by an earlier start. Only the runs that are shown are
/// loaded: the latest of each experiment and of each run block.
std::map<std::string, LessonState> restore(std::span<const ledger::Event> events,
                                           const content::Course& course, const LoadRun& load);

/// The kernels that the learner edited, as they were left.
std::map<std::string, std::string> restore_kernels(std::span<const ledger::Event> events);

/// The lesson in which the learner did something last; empty when there is none in the course.
std::string last_lesson(std::span<const ledger::Event> events, const content::Course& course);

} // namespace lockstep
