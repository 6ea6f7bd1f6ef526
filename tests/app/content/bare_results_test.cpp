// SPDX-License-Identifier: MIT
#include "app/content/check_parts.hpp"

#include <gtest/gtest.h>

namespace lockstep::content {
namespace {

TEST(BareResults, FindsWhatReadsLikeOne) {
    for (const char* text :
         {"Two cores are 1.9 times as fast.", "It is 2 times faster.", "That is 1.8x faster.",
          "It ran 20 % slower.", "The run took 3 ms.", "Here it gave 1.33.", "a speedup of 8",
          "It measured about 5", "1.5 ± 0.1"})
        EXPECT_EQ(find_bare_results(text).size(), 1u) << text;
}

TEST(BareResults, LeavesPremisesAndLiveValuesAlone) {
    for (const char* text :
         {"A worker needs 2 ms a step, in 2 % of the steps 10 ms.", "64 workers wait.",
          "It was {{ratio}} times as fast.", "By the model $9/3 = 3$ times as fast.",
          "Make it 8 times as large.", "[Take 5](set:p=2) times", "The 5 % never shrink.",
          "one of 32 lanes", "a line of 64 bytes", "unit 1.2"})
        EXPECT_TRUE(find_bare_results(text).empty())
            << text << ": " << find_bare_results(text)[0].words;
}

TEST(BareResults, ACitedParagraphMaySayIt) {
    const std::string said = "It was 3 times as fast.";
    EXPECT_TRUE(find_bare_results(said + " [Source](https://example.org)").empty());
    EXPECT_EQ(find_bare_results(said + "\n\n[Source](https://example.org)").size(), 1u)
        << "a citation holds for its own paragraph";
}

TEST(BareResults, SaysTheLine) {
    const auto found = find_bare_results("a\n\nb $x\ny$\nit took 3 ms\n");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].line, 4);
}

} // namespace
} // namespace lockstep::content
