// SPDX-License-Identifier: MIT
#include "app/ledger/progress.hpp"

#include "app/experiment/events.hpp"

#include <gtest/gtest.h>

namespace lockstep::ledger {
namespace {

Event event(const std::string& kind, const std::string& block = {}, const std::string& json = {}) {
    Event made;
    made.kind = kind;
    made.lesson = "amdahl";
    made.block = block;
    made.json = json;
    made.time = "2026-11-21T09:00:00.000Z";
    return made;
}

Event answer(const std::string& block, bool answered) {
    BlockState state;
    state.tries = {1};
    state.answered = answered;
    return event(events::answer_kind, block, events::write_answer(state));
}

Event step(content::Step reached) {
    return event(events::step_kind, {}, events::write_number(static_cast<int>(reached)));
}

content::Lesson lesson_with_two_questions() {
    content::Lesson lesson;
    lesson.id = "amdahl";
    for (const char* id : {"one", "two"}) {
        content::Block block;
        block.kind = "quiz";
        block.id = id;
        lesson.blocks.push_back(block);
    }
    return lesson;
}

TEST(Progress, FollowsTheEvents) {
    const auto lesson = lesson_with_two_questions();
    std::vector<Event> events = {event(events::guess_kind, "curve"), step(content::Step::Run)};
    LessonProgress now = progress(events).at("amdahl");
    EXPECT_TRUE(now.guessed);
    EXPECT_EQ(now.reached, content::Step::Run);
    EXPECT_FALSE(now.finished(lesson));
    EXPECT_DOUBLE_EQ(now.share(lesson), 1.0 / 5);
    EXPECT_EQ(now.last_time, "2026-11-21T09:00:00.000Z");

    events.insert(events.end(),
                  {event(events::run_kind), event(events::run_kind), step(content::Step::Explain),
                   answer("one", true), answer("two", false)});
    now = progress(events).at("amdahl");
    EXPECT_EQ(now.runs, 2);
    EXPECT_FALSE(now.finished(lesson)) << "one question is open";
    events.push_back(answer("two", true));
    now = progress(events).at("amdahl");
    EXPECT_TRUE(now.finished(lesson));
    EXPECT_DOUBLE_EQ(now.share(lesson), 1);
}

TEST(Progress, AStepNeverGoesBackAndStrangersDoNoHarm) {
    const std::vector<Event> events = {step(content::Step::Compare),
                                       step(content::Step::Predict),
                                       event("card", "x", "?"),
                                       event(events::step_kind, {}, "{}"),
                                       event(events::step_kind, {}, "{\"value\":99}"),
                                       answer("gone", true)};
    const LessonProgress now = progress(events).at("amdahl");
    EXPECT_EQ(now.reached, content::Step::Compare);
    EXPECT_DOUBLE_EQ(now.share(lesson_with_two_questions()), 2.0 / 5)
        << "a question that the lesson no longer has does not count";
    EXPECT_TRUE(progress({}).empty());
}

} // namespace
} // namespace lockstep::ledger
