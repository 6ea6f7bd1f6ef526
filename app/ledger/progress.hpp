// SPDX-License-Identifier: MIT
// How far a learner has come, computed from events: never kept, so that it cannot disagree with
// them.
#pragma once

#include "app/content/lesson.hpp"
#include "app/ledger/ledger.hpp"

#include <map>
#include <set>
#include <string>

namespace lockstep::ledger {

struct LessonProgress {
    content::Step reached = content::Step::Predict;
    bool guessed = false;           ///< a guess was locked, or "no idea"
    int runs = 0;                   ///< runs kept
    std::set<std::string> answered; ///< quiz blocks done: right, or the answer shown
    std::string last_time;          ///< of the latest event
    /// Explained, and every question of the lesson answered.
    bool finished(const content::Lesson& lesson) const;
    /// For a ring: steps reached and questions answered, 0 to 1.
    double share(const content::Lesson& lesson) const;
};

/// By lesson id. Kinds of events that are not known are left alone.
std::map<std::string, LessonProgress> progress(const std::vector<Event>& events);

} // namespace lockstep::ledger
