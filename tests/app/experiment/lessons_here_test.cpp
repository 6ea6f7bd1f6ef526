// SPDX-License-Identifier: MIT
// Each lesson says what it misses here, once.
#include "app/experiment/lessons_here.hpp"

#include "tests/app/experiment/scene.hpp"

#include <gmock/gmock.h>

namespace lockstep {
namespace {

using namespace testing_support;
using testing::SizeIs;

TEST(LessonsHere, SayWhatIsMissingOnce) {
    Scene scene(1);
    auto& experiments = scene.session.course.lessons[0].experiments;
    experiments[0].needs_cores = 2;
    experiments.push_back(experiments[0]);
    experiments.back().id = "again";
    const auto lessons = lessons_here(scene.session);
    ASSERT_THAT(lessons, SizeIs(2));
    EXPECT_EQ(lessons[0].id, "amdahl");
    const std::string sentence = "One core cannot run two things at once.";
    EXPECT_EQ(lessons[0].missing.find(sentence), 0u);
    EXPECT_EQ(lessons[0].missing.find(sentence, 1), std::string::npos) << "not for each experiment";
    EXPECT_EQ(lessons[1].missing, "");
}

} // namespace
} // namespace lockstep
