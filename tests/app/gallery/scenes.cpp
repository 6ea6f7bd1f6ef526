// SPDX-License-Identifier: MIT
#include "scenes.hpp"

#include "demo_session.hpp"

namespace lockstep::gallery {

namespace {

using content::Step;

Session guessed(const content::Course& course) {
    Session session = demo::session_with(course);
    demo::draw(session);
    demo::lock(session);
    return session;
}

Session compared(const content::Course& course) {
    Session session = guessed(course);
    demo::measure(session);
    demo::finish(session);
    demo::reveal(session, Reveal::Strip, Step::Compare);
    demo::choose(session, 0.5);
    return session;
}

void add_guessing(std::vector<Scene>& all, const content::Course& course) {
    Session empty = demo::session_with(course);
    all.push_back({"01_empty", empty});
    all.push_back({"02_pencil", empty, 1440, 900, false, 1.3});
    Session drawn = empty;
    demo::draw(drawn, 5);
    all.push_back({"03_draft", drawn});
    all.push_back({"04_locked", guessed(course)});
    Session idle = empty;
    demo::no_idea(idle);
    all.push_back({"05_no_idea", idle});
}

void add_reveal(std::vector<Scene>& all, const content::Course& course) {
    Session timing = guessed(course);
    demo::start(timing);
    demo::measure(timing, 5);
    demo::reveal(timing, Reveal::Marks, Step::Run);
    all.push_back({"06_timing", timing});
    Session question = guessed(course);
    demo::measure(question);
    demo::finish(question);
    demo::reveal(question, Reveal::Question, Step::Compare);
    all.push_back({"07_question", question});
    Session verdict = question;
    demo::reveal(verdict, Reveal::Verdict, Step::Compare);
    all.push_back({"08_verdict", verdict});
    Session model = question;
    demo::reveal(model, Reveal::Model, Step::Compare);
    all.push_back({"09_model", model, 1440, 900, false, 0.4});
    all.push_back({"10_compare", compared(course)});
}

void add_tweaks(std::vector<Scene>& all, const content::Course& course) {
    Session dragged = compared(course);
    demo::move_slider(dragged, 0.3);
    all.push_back({"11_dragged", dragged});
    Session again = compared(course);
    demo::run_again(again, 0.05, 0.45);
    demo::choose(again, 1);
    all.push_back({"12_ghost", again});
    Session spoiled = compared(course);
    demo::spoil(spoiled);
    demo::choose(spoiled, 0.25);
    all.push_back({"13_spoiled", spoiled});
    Session variants = compared(course);
    demo::add_variant(variants);
    all.push_back({"14_variants", variants});
    Session workers = compared(course);
    demo::measure(workers, 9, "workers");
    demo::choose(workers, 2, "workers");
    demo::state(workers).tab = "workers";
    all.push_back({"15_workers", workers});
}

void add_views(std::vector<Scene>& all, const content::Course& course) {
    int number = 20;
    for (const char* view : {"samples", "code", "numbers", "picture"}) {
        Session session = compared(course);
        if (std::string(view) == "picture")
            demo::add_picture(session);
        demo::state(session).view = view;
        all.push_back({std::to_string(number++) + "_" + view, session});
    }
}

void add_looks(std::vector<Scene>& all, const content::Course& course) {
    Session dark = compared(course);
    dark.settings.theme = Theme::Dark;
    all.push_back({"30_dark", dark});
    Session contrast = compared(course);
    contrast.settings.theme = Theme::HighContrast;
    all.push_back({"31_contrast", contrast});
    all.push_back({"32_1024", compared(course), 1024, 700});
    all.push_back({"33_780", compared(course), 780, 900});
    all.push_back({"33_780_lab", compared(course), 780, 900, true});
    Session large = compared(course);
    large.settings.text_scale = 2;
    all.push_back({"34_large", large});
    all.push_back({"34_large_lab", large, 1440, 900, true});
    Session large_guess = demo::session_with(course);
    demo::draw(large_guess, 5);
    large_guess.settings.text_scale = 2;
    all.push_back({"35_large_guess", large_guess});
    all.push_back({"35_large_guess_lab", large_guess, 1440, 900, true});
    Session dark_guess = demo::session_with(course);
    demo::draw(dark_guess, 5);
    dark_guess.settings.theme = Theme::Dark;
    all.push_back({"36_dark_guess", dark_guess});
}

/// Every lesson as it begins, and its other tabs, with the catalogue that the bench wrote.
void add_lessons(std::vector<Scene>& all, const content::Course& course,
                 const protocol::Catalogue& catalogue) {
    for (const content::Lesson& lesson : course.lessons) {
        Session session = demo::session_with(course);
        if (!catalogue.workloads.empty())
            session.catalogue = catalogue;
        session.lesson_id = lesson.id;
        session.lessons[lesson.id] = {};
        all.push_back({"40_" + lesson.id, session});
        demo::reveal(session, Reveal::Strip, Step::Compare);
        demo::no_idea(session);
        demo::state(session).reached = Step::Compare;
        for (const content::Experiment& experiment : lesson.experiments) {
            demo::state(session).tab = experiment.id;
            for (const content::Block& block : lesson.blocks)
                if (block.kind == "predict")
                    demo::state(session).blocks[block.id].draft.no_idea = true;
            all.push_back({"41_" + lesson.id + "_" + experiment.id, session});
        }
    }
}

} // namespace

std::vector<Scene> scenes(const content::Course& course, const protocol::Catalogue& catalogue) {
    std::vector<Scene> all;
    add_guessing(all, course);
    add_reveal(all, course);
    add_tweaks(all, course);
    add_views(all, course);
    add_looks(all, course);
    add_lessons(all, course, catalogue);
    add_figures(all, catalogue);
    add_passports(all, course);
    return all;
}

} // namespace lockstep::gallery
