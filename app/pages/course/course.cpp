// SPDX-License-Identifier: MIT
// The course: every lesson with what it takes and how far the learner is, and those that cannot
// open.
#include "app/shell/parts.hpp"
#include "app/shell/widgets.hpp"

namespace lockstep::shell {

namespace {

const char* progress_words(const Session& session, const content::Lesson& lesson) {
    const LessonState* state = session.state(lesson.id);
    if (!state)
        return "";
    if (state->finished)
        return "done";
    return state->reached == content::Step::Predict ? "" : "begun";
}

void draw_lesson(const Session& session, const content::Lesson& lesson, Commands& commands) {
    const Palette& p = palette();
    begin_card(lesson.id.c_str());
    const std::string title = lesson.title + "##" + lesson.id;
    if (link(title.c_str(), TextStyle::BodyStrong))
        commands.push_back(command::OpenLesson{lesson.id});
    std::string line = lesson.number + " · " + std::to_string(lesson.minutes) + " minutes";
    const std::string progress = progress_words(session, lesson);
    text(TextStyle::Label, p.soft, line);
    if (!progress.empty()) {
        ImGui::SameLine(0, em(10));
        text(TextStyle::Label, p.good, progress);
    }
    std::string topics;
    for (const std::string& topic : lesson.topics)
        topics += (topics.empty() ? "" : " · ") + topic;
    if (!topics.empty())
        text_wrapped(TextStyle::Label, p.faint, topics);
    end_card();
    vertical_space(10);
}

void draw_problems(const Session& session) {
    if (session.course.problems.empty())
        return;
    vertical_space(20);
    text(TextStyle::Section, palette().ink, "Cannot be opened");
    vertical_space(10);
    for (const content::Problem& problem : session.course.problems) {
        text_wrapped(TextStyle::Interface, palette().soft,
                     problem.text_from(session.course.folder));
        vertical_space(8);
    }
}

void draw_course(const Session& session, Commands& commands) {
    text(TextStyle::Title, palette().ink, "All lessons");
    vertical_space(6);
    if (link("Back to the lesson (Esc)", TextStyle::Interface))
        commands.push_back(command::OpenPage{"lesson"});
    ImGui::SameLine(0, em(20));
    if (link("This machine (Ctrl+M)", TextStyle::Interface))
        commands.push_back(command::OpenPage{"passport"});
    std::string unit;
    for (const content::Lesson& lesson : session.course.lessons) {
        if (lesson.unit != unit) {
            vertical_space(22);
            text(TextStyle::Section, palette().ink, lesson.unit);
            vertical_space(10);
            unit = lesson.unit;
        }
        draw_lesson(session, lesson, commands);
    }
    draw_problems(session);
    vertical_space(30);
}

} // namespace

extern const Page course_page{"course", "All lessons", &draw_course, nullptr};

} // namespace lockstep::shell
