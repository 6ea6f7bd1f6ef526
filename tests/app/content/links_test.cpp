// SPDX-License-Identifier: MIT
#include "app/content/links.hpp"

#include <gtest/gtest.h>

namespace lockstep::content {
namespace {

TEST(Links, SetLinksNameSlidersAndValues) {
    EXPECT_EQ(read_set_link("set:longest=8").value(), (Values{{"longest", 8}}));
    EXPECT_EQ(read_set_link("set:f=0.95,p=2").value(), (Values{{"f", 0.95}, {"p", 2}}));
    for (const char* bad : {"set:", "set:longest", "set:=8", "set:longest=", "set:longest=x",
                            "set:longest=8x", "set:longest=8,,p=2"})
        EXPECT_FALSE(read_set_link(bad)) << bad;
}

TEST(Links, WebLinksLeadOut) {
    EXPECT_TRUE(is_web_link("https://example.org"));
    EXPECT_TRUE(is_web_link("//example.org/a.png"));
    EXPECT_FALSE(is_web_link("a.png"));
    EXPECT_FALSE(is_web_link("set:x=1"));
}

} // namespace
} // namespace lockstep::content
