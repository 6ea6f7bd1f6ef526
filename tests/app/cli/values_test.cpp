// SPDX-License-Identifier: MIT
// Settings as they are typed.
#include "app/cli/values.hpp"
#include "tests/app/experiment/support.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lockstep::cli {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing_support::catalogue;

std::string refused(const std::string& name, const std::string& text) {
    const auto value = read_value(catalogue(), "amdahl", name, text);
    return value ? "was read" : value.error().text();
}

TEST(Values, ListsAndSettings) {
    EXPECT_THAT(split_list("a, b,,c "), ElementsAre("a", "b", "c"));
    const auto setting = read_setting("--sweep", "p=1,2,4");
    ASSERT_TRUE(setting);
    EXPECT_EQ(setting->name, "p");
    EXPECT_THAT(setting->values, ElementsAre("1", "2", "4"));
    for (const char* bad : {"p", "=1", "p=", "", "p=,"})
        EXPECT_FALSE(read_setting("--set", bad)) << bad;
    EXPECT_THAT(read_setting("--set", "p").error().text(),
                HasSubstr("--set: 'p' is not of the form"));
}

TEST(Values, AChoiceIsANameOrANumber) {
    EXPECT_EQ(read_value(catalogue(), "amdahl", "order", "sorted").value(), 1);
    EXPECT_EQ(read_value(catalogue(), "amdahl", "order", "1").value(), 1);
    EXPECT_THAT(refused("order", "sortde"), HasSubstr("It is one of mixed, sorted."));
    EXPECT_THAT(refused("order", "2"), HasSubstr("one of mixed, sorted"));
}

TEST(Values, AnImpossibleOneNamesTheParameterAndItsRange) {
    EXPECT_EQ(refused("f", "7"), "f: 7 cannot be; it is 0 to 1.");
    EXPECT_THAT(refused("piece_us", "0"), HasSubstr("0.05 to 1000 µs"));
    EXPECT_THAT(refused("p", "1.5"), HasSubstr("whole numbers"));
    EXPECT_EQ(refused("f", "half"), "f: 'half' is not a number.");
    EXPECT_EQ(refused("f", "nan"), "f: 'nan' is not a number.");
    EXPECT_EQ(refused("f", "0.5x"), "f: '0.5x' is not a number.");
    EXPECT_THAT(refused("piec_us", "1"), HasSubstr("Did you mean piece_us?"));
}

TEST(Values, OfAModelToo) {
    const models::Model& amdahl = *models::find_model("amdahl");
    EXPECT_EQ(read_value(amdahl, "f", "0.95").value(), 0.95);
    EXPECT_THAT(read_value(amdahl, "f", "2").error().text(),
                HasSubstr("f: 2 cannot be; it is 0 to 1"));
    EXPECT_THAT(read_value(amdahl, "q", "2").error().text(),
                HasSubstr("no parameter of amdahl 'q'"));
}

TEST(Values, ASweepRisesAndHasAnEnd) {
    EXPECT_THAT(rising({4, 1, 2, 2}, "p").value(), ElementsAre(1, 2, 4));
    EXPECT_FALSE(rising({}, "p"));
    std::vector<double> many;
    for (int i = 0; i < 100; ++i)
        many.push_back(i);
    EXPECT_THAT(rising(many, "p").error().text(), HasSubstr("100 values are too many"));
}

TEST(Values, LaterSettingsWin) {
    const auto values = read_values(catalogue(), "amdahl", {"f=0.25", "f=0.75", "order = sorted"});
    ASSERT_TRUE(values) << values.error().text();
    EXPECT_EQ(*values, (Values{{"f", 0.75}, {"order", 1}}));
}

} // namespace
} // namespace lockstep::cli
