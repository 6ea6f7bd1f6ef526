// SPDX-License-Identifier: MIT
#include "app/content/lesson.hpp"

#include <gtest/gtest.h>
#include <set>

namespace lockstep::content {
namespace {

TEST(LiveValue, TakesAPointApart) {
    const auto value = read_live_value(" factor serial_part p=2 f=0.5 in=workers ");
    ASSERT_TRUE(value);
    EXPECT_EQ(value->name, "factor");
    EXPECT_EQ(value->words, std::vector<std::string>{"serial_part"});
    EXPECT_EQ(value->at, (Values{{"p", 2}, {"f", 0.5}}));
    EXPECT_EQ(value->experiment, "workers");
    EXPECT_FALSE(value->at_cores);
}

TEST(LiveValue, AllCores) {
    const auto value = read_live_value("measured p=cores");
    ASSERT_TRUE(value);
    EXPECT_TRUE(value->at_cores);
    EXPECT_TRUE(value->at.empty());
}

TEST(LiveValue, RefusesWhatItIsNot) {
    for (const char* bad : {"", " ", "2", "p=2", "measured p=", "measured =2", "measured p=x",
                            "measured p=2x", "Measured", "measured in=", "a + b", "f=cores x"})
        EXPECT_FALSE(read_live_value(bad)) << bad;
}

TEST(LiveValue, FindsAllInAText) {
    const std::string text = "a {{ratio}} b {{measured p=2}} c {{1+1}} d {{open";
    const auto found = find_live_values(text);
    ASSERT_EQ(found.size(), 4u);
    EXPECT_EQ(text.substr(found[1].begin, found[1].length), "{{measured p=2}}");
    EXPECT_TRUE(found[1].value);
    EXPECT_FALSE(found[2].value);
    EXPECT_FALSE(found[3].value);
    EXPECT_EQ(found[3].begin + found[3].length, text.size());
}

TEST(LiveValue, NamesAreDifferentAndExplained) {
    std::set<std::string_view> names;
    for (const LiveName& name : live_names()) {
        EXPECT_TRUE(names.insert(name.name).second) << name.name;
        EXPECT_FALSE(name.sentence.empty());
    }
    for (const char* needed : {"measured", "model", "you", "ratio", "factor", "cores"})
        EXPECT_TRUE(names.contains(needed)) << needed;
}

} // namespace
} // namespace lockstep::content
