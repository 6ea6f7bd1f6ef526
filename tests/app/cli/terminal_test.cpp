// SPDX-License-Identifier: MIT
// Layout in eighty columns.
#include "app/cli/terminal.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sstream>

namespace lockstep::cli {
namespace {

int widest(const std::string& text) {
    std::istringstream in(text);
    int most = 0;
    for (std::string line; std::getline(in, line);)
        most = std::max(most, width_of(line));
    return most;
}

TEST(Terminal, WidthCountsLettersNotBytes) {
    EXPECT_EQ(width_of("1.331 ± 0.006 µs"), 16);
    EXPECT_EQ(left("µ", 3), "µ  ");
    EXPECT_EQ(right("±1", 4), "  ±1");
}

TEST(Terminal, ParagraphsAreWrappedAndIndented) {
    EXPECT_EQ(wrapped("one two three four", 9, 2), "one two\n  three\n  four\n");
    EXPECT_EQ(wrapped("alonglongword b", 5, 0), "alonglongword\nb\n");
    EXPECT_EQ(wrapped("", 10), "\n");
    EXPECT_EQ(wrapped("  two blanks stay", 12, 4), "  two blanks\n    stay\n");
}

TEST(Terminal, ATableIsAligned) {
    EXPECT_EQ(table({{"p", "multicore"}, {"1", "1.0 ± 0.1"}, {"16", "12"}}),
              "  p   multicore\n  1   1.0 ± 0.1\n  16         12\n");
    EXPECT_EQ(table({}), "");
}

TEST(Terminal, ATooWideTableGoesOnBelow) {
    const std::string cell(30, 'x');
    const std::string text = table({{"p", cell, cell, cell}, {"1", "a", "b", "c"}});
    EXPECT_LE(widest(text), terminal_columns);
    EXPECT_THAT(text, testing::HasSubstr("\n\n  p  "));
}

TEST(Terminal, AListingWrapsItsLastColumnUnderItself) {
    std::string words;
    for (int i = 0; i < 30; ++i)
        words += "word ";
    const std::string text = listing({{"name", words}});
    EXPECT_LE(widest(text), terminal_columns);
    EXPECT_THAT(text, testing::HasSubstr("\n        word"));
}

TEST(Terminal, ABarIsAsLongAsItsShare) {
    EXPECT_EQ(bar(0.5, 4), "██  ");
    EXPECT_EQ(bar(0.5625, 4), "██▎ ");
    EXPECT_EQ(bar(1, 4), "████");
    EXPECT_EQ(bar(7, 4), "████");
    EXPECT_EQ(bar(-1, 4), "    ");
    EXPECT_EQ(bar(0.25, 4, 0.8), "█  │");
    EXPECT_EQ(width_of(bar(0.33, 40, 0.9)), 40);
}

} // namespace
} // namespace lockstep::cli
