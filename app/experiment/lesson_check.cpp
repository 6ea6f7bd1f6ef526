// SPDX-License-Identifier: MIT
#include "app/experiment/lesson_check.hpp"

#include "sim/models/model.hpp"

namespace lockstep {

content::KnownNames known_names(const protocol::Catalogue& catalogue) {
    content::KnownNames known;
    known.catalogue = catalogue;
    for (const models::Model* model : models::all_models()) {
        known.models.emplace_back(model->name);
        if (model->quantity == "count")
            known.count_models.emplace_back(model->name);
    }
    known.figures = content::figure_names();
    return known;
}

void find_problems(content::Course& course, const protocol::Catalogue& catalogue) {
    if (catalogue.workloads.empty())
        return;
    const content::KnownNames known = known_names(catalogue);
    // Lessons name each other: each is checked against the course as it was read.
    const content::Course read = course;
    for (std::size_t i = 0; i < course.lessons.size(); ++i)
        course.lessons[i].problems = content::check_lesson(read.lessons[i], read, known);
}

} // namespace lockstep
