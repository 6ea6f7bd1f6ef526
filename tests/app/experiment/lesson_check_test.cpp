// SPDX-License-Identifier: MIT
// A lesson in the window says what `lockstep check` says of it.
#include "app/experiment/lesson_check.hpp"

#include "tests/app/experiment/scene.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lockstep {
namespace {

using namespace testing_support;
using testing::Contains;
using testing::Field;
using testing::HasSubstr;

TEST(LessonCheck, AWorkloadThatIsNotThereIsSaidWithItsRemedy) {
    Scene scene;
    content::Course course = scene.session.course;
    course.lessons.front().experiments.front().workload = "amdal";
    find_problems(course, scene.session.catalogue);
    using content::Problem;
    EXPECT_THAT(course.lessons.front().problems,
                Contains(testing::AllOf(
                    Field(&Problem::what, HasSubstr("there is no workload 'amdal'")),
                    Field(&Problem::remedy, HasSubstr("amdahl")),
                    Field(&Problem::file, testing::ResultOf(
                                              [](const auto& path) { return path.filename(); },
                                              testing::Eq("lesson.toml"))))));
}

TEST(LessonCheck, NothingIsWrongWithWhatNobodyKnows) {
    Scene scene;
    content::Course course = scene.session.course;
    course.lessons.front().experiments.front().workload = "amdal";
    const std::size_t before = course.lessons.front().problems.size();
    find_problems(course, {});
    EXPECT_EQ(course.lessons.front().problems.size(), before) << "the catalogue could not be read";
}

} // namespace
} // namespace lockstep
