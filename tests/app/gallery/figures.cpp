// SPDX-License-Identifier: MIT
// A made-up lesson for each setting of a figure: the pictures as a lesson's column shows them.
#include "demo_session.hpp"
#include "scenes.hpp"

namespace lockstep::gallery {

namespace {

struct Shown {
    const char *name, *figure, *workload, *x;
    Values set;
};

const std::vector<Shown>& all_shown() {
    static const std::vector<Shown> all{
        {"launch_48", "launch", "launch_shape", "block", {{"block", 48}, {"items", 1000}}},
        {"launch_1024", "launch", "launch_shape", "block", {{"block", 1024}}},
        {"launch_1", "launch", "launch_shape", "block", {{"block", 1}, {"items", 3}}},
        {"sectors_1", "sectors", "gather", "stride", {{"stride", 1}, {"offset", 4}}},
        {"sectors_2", "sectors", "gather", "stride", {{"stride", 2}}},
        {"sectors_8", "sectors", "gather", "stride", {{"stride", 8}}},
        {"sectors_64", "sectors", "gather", "stride", {{"stride", 64}}},
        {"sectors_shuffled", "sectors", "gather", "stride", {{"order", 1}}},
        {"banks_0", "banks", "transpose", "pad", {{"pad", 0}}},
        {"banks_1", "banks", "transpose", "pad", {{"pad", 1}}},
        {"banks_2", "banks", "transpose", "pad", {{"pad", 2}}},
        {"banks_32", "banks", "transpose", "pad", {{"pad", 32}}},
        {"scheduler_1", "scheduler", "pointer_chase", "chains", {{"chains", 1}}},
        {"scheduler_4", "scheduler", "pointer_chase", "chains", {{"chains", 4}}},
        {"scheduler_12", "scheduler", "pointer_chase", "chains", {{"chains", 12}}},
        {"scheduler_64", "scheduler", "pointer_chase", "chains", {{"chains", 64}}},
    };
    return all;
}

content::Lesson lesson_of(const Shown& shown) {
    content::Experiment main;
    main.id = "main";
    main.tab = "main";
    main.workload = shown.workload;
    main.variants = {"serial"};
    main.x = shown.x;
    main.x_values = {1, 2, 4, 8, 16, 32};
    main.set = shown.set;
    auto body = std::make_shared<content::FigureBody>();
    body->name = shown.figure;
    content::Lesson made;
    made.id = made.title = shown.name;
    made.unit = "Warps";
    made.number = "4.9";
    made.experiments = {main};
    made.blocks = {{"figure", "picture", content::Step::Predict, 1, body}};
    return made;
}

} // namespace

void add_figures(std::vector<Scene>& all, const protocol::Catalogue& catalogue) {
    for (const Shown& shown : all_shown()) {
        content::Course course;
        course.lessons.push_back(lesson_of(shown));
        Session session = demo::session_with(course);
        session.catalogue = catalogue;
        session.lesson_id = shown.name;
        session.settings.rail_folded = true;
        session.lessons[shown.name] = {};
        const std::string name = std::string("50_") + shown.name;
        all.push_back({name, session});
        session.settings.theme = Theme::Dark;
        all.push_back({name + "_dark", session});
        session.settings.theme = Theme::HighContrast;
        all.push_back({name + "_contrast", session});
        session.settings.theme = Theme::Light;
        session.settings.text_scale = 2;
        all.push_back({name + "_200", session});
        session.settings.text_scale = 3;
        all.push_back({name + "_300", session, 1440, 1400});
        session.settings.text_scale = 0.8;
        all.push_back({name + "_80", session});
        session.settings.text_scale = 1;
        session.settings.lesson_share = 0.25; // as narrow as a column can be drawn
        all.push_back({name + "_narrow", session});
    }
}

} // namespace lockstep::gallery
