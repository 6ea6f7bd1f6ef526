// SPDX-License-Identifier: MIT
// Every command can be applied to an empty session without harm.
#include "tests/app/experiment/scene.hpp"

#include <gtest/gtest.h>

namespace lockstep {
namespace {

using namespace testing_support;

template <class... Ones>
std::vector<Command> one_of_each(std::variant<Ones...>*) {
    return {Command(Ones{})...};
}

TEST(Apply, NoCommandHarmsAnEmptySession) {
    for (const Command& command : one_of_each(static_cast<Command*>(nullptr))) {
        Session session;
        WrittenEffects effects;
        apply(session, command, effects);
        EXPECT_TRUE(effects.requests.empty());
        EXPECT_TRUE(effects.events.empty());
        EXPECT_TRUE(session.lessons.empty() || session.lesson_id.empty());
    }
}

TEST(Apply, NoCommandWithEmptyNamesHarmsAnOpenLesson) {
    for (const Command& command : one_of_each(static_cast<Command*>(nullptr))) {
        Scene scene;
        scene.reach_compare();
        scene.act(command);
        EXPECT_EQ(scene.block("curve").guesses.size(), 1u);
    }
}

} // namespace
} // namespace lockstep
