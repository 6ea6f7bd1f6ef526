// SPDX-License-Identifier: MIT
// The lessons of this tree against what this build really has: the catalogue that the bench wrote,
// the models of sim/models, the figures of app/blocks.
#include "app/content/blocks/bodies.hpp"
#include "app/content/paths.hpp"
#include "sim/models/model.hpp"
#include "tests/app/content/checked.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lockstep::content {
namespace {

std::filesystem::path source_dir() {
    const char* tree = std::getenv("LOCKSTEP_SOURCE_DIR");
    return tree ? tree : ".";
}

TEST(Lessons, AreCleanAgainstThisBuild) {
    const char* build = std::getenv("LOCKSTEP_BINARY_DIR");
    const std::filesystem::path file =
        std::filesystem::path(build ? build : ".") / "bin/catalogue.json";
    const auto text = read_text(file);
    if (!text)
        GTEST_SKIP() << "the bench has not been built: there is no " << file;
    auto catalogue = protocol::read_catalogue(*text);
    ASSERT_TRUE(catalogue) << catalogue.error().text();
    KnownNames known{*std::move(catalogue), {}, figure_names()};
    for (const models::Model* model : models::all_models())
        known.models.emplace_back(model->name);
    for (const Problem& problem : check_course(source_dir() / "lessons", source_dir(), known))
        ADD_FAILURE() << problem.text();
}

TEST(Lessons, TheFirstFiveAreThere) {
    const Course course = read_course(source_dir() / "lessons");
    std::vector<std::string> numbers;
    for (const Lesson& lesson : course.lessons)
        numbers.push_back(lesson.number + " " + lesson.id);
    EXPECT_THAT(numbers,
                testing::IsSupersetOf({"1.1 one-cashier", "1.2 amdahl", "3.3 false-sharing",
                                       "3.5 stragglers", "4.2 divergence"}));
}

TEST(Lessons, EachHasAFindingThatIsExpectedAndACaseInWhichItsModelFails) {
    const Course course = read_course(source_dir() / "lessons");
    for (const Lesson& lesson : course.lessons) {
        int findings = 0, failures = 0;
        for (const Block& block : lesson.blocks) {
            const auto* run = dynamic_cast<const RunBody*>(block.body.get());
            if (!run || !run->compare)
                continue;
            findings += !run->compare->expect.empty();
            failures += run->compare->a_model || run->compare->b_model;
        }
        EXPECT_GE(findings, 2) << lesson.id;
        EXPECT_GE(failures, 1) << lesson.id;
    }
}

} // namespace
} // namespace lockstep::content
