// SPDX-License-Identifier: MIT
#include "app/content/markdown.hpp"

#include <gtest/gtest.h>

namespace lockstep::content {
namespace {

TEST(Markdown, CutsAtFences) {
    const auto parts = split_markdown("One.\n\n```run\nid = 'a'\n```\n\n\nTwo.\nThree.\n");
    ASSERT_EQ(parts.size(), 3u);
    EXPECT_EQ(parts[0].kind, "");
    EXPECT_EQ(parts[0].text, "One.\n\n");
    EXPECT_EQ(parts[1].kind, "run");
    EXPECT_EQ(parts[1].text, "id = 'a'\n");
    EXPECT_EQ(parts[1].line, 3);
    EXPECT_TRUE(parts[1].closed);
    EXPECT_EQ(parts[2].line, 8);
    EXPECT_EQ(parts[2].text, "Two.\nThree.\n");
}

TEST(Markdown, AHeadingBeginsAStretchOfItsOwn) {
    const auto parts = split_markdown("One.\n## Two\n\nMore.\n```\n# no heading\n```\n");
    ASSERT_EQ(parts.size(), 2u);
    EXPECT_EQ(parts[0].text, "One.\n");
    EXPECT_EQ(parts[1].text, "## Two\n\nMore.\n```\n# no heading\n```\n");
    EXPECT_EQ(parts[1].line, 2);
}

TEST(Markdown, TwoFencesInARowAndWindowsLineEnds) {
    const auto parts = split_markdown("```a\r\nx = 1\r\n```\r\n```b more words\r\n```\r\n");
    ASSERT_EQ(parts.size(), 2u);
    EXPECT_EQ(parts[0].text, "x = 1\n");
    EXPECT_EQ(parts[1].kind, "b");
    EXPECT_EQ(parts[1].line, 4);
}

TEST(Markdown, AFenceWithoutAWordStaysInTheText) {
    const auto parts = split_markdown("See\n```\n```quiz\n```\nend\n");
    ASSERT_EQ(parts.size(), 1u);
    EXPECT_EQ(parts[0].kind, "");
}

TEST(Markdown, AFenceThatIsNeverClosedIsKnown) {
    const auto parts = split_markdown("a\n```run\nid = 'x'\n");
    ASSERT_EQ(parts.size(), 2u);
    EXPECT_FALSE(parts[1].closed);
    EXPECT_TRUE(split_markdown("").empty());
    EXPECT_TRUE(split_markdown("\n \n").empty());
}

TEST(Markdown, FindsLinksAndPictures) {
    const auto links = find_links("a [b](set:x=1) c\n![d e](f.png \"title\") [g](https://h)");
    ASSERT_EQ(links.size(), 3u);
    EXPECT_EQ(links[0].words, "b");
    EXPECT_EQ(links[0].target, "set:x=1");
    EXPECT_FALSE(links[0].picture);
    EXPECT_TRUE(links[1].picture);
    EXPECT_EQ(links[1].target, "f.png");
    EXPECT_EQ(links[1].line, 1);
    EXPECT_FALSE(links[2].picture);
    EXPECT_TRUE(find_links("no [link] (here)").empty());
}

TEST(Markdown, ProseIsWhatIsRead) {
    EXPECT_EQ(count_words(plain_prose("A $x + y$ b `c d` {{measured p=2}} [e](set:f=1).")), 3);
    EXPECT_EQ(count_words(plain_prose("$$a b\nc$$ end")), 1);
    EXPECT_EQ(count_words("it's well-known: 1.5 times"), 4);
    EXPECT_EQ(count_words(""), 0);
    // An opening mark that is never closed takes nothing away.
    EXPECT_EQ(count_words(plain_prose("costs 5 $ only")), 3);
}

} // namespace
} // namespace lockstep::content
