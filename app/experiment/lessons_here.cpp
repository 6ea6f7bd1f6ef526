// SPDX-License-Identifier: MIT
// One sentence of each experiment, and none twice.
#include "app/experiment/lessons_here.hpp"

#include "app/experiment/queries.hpp"

namespace lockstep {

std::vector<LessonHere> lessons_here(const Session& session) {
    std::vector<LessonHere> lessons;
    for (const content::Lesson& lesson : session.course.lessons) {
        LessonHere here{lesson.id, lesson.number, lesson.title, {}};
        for (const content::Experiment& experiment : lesson.experiments)
            if (const std::string words = cannot_show(session, experiment);
                !words.empty() && here.missing.find(words) == std::string::npos)
                here.missing += (here.missing.empty() ? "" : " ") + words;
        lessons.push_back(std::move(here));
    }
    return lessons;
}

} // namespace lockstep
