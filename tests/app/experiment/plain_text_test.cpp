// SPDX-License-Identifier: MIT
// Markdown as plain words.
#include "app/experiment/plain_text.hpp"

#include <gtest/gtest.h>

namespace lockstep {
namespace {

TEST(PlainText, TakesOffEmphasisCodeAndLinks) {
    EXPECT_EQ(plain_text("the *Karp-Flatt* **metric** of `f`"), "the Karp-Flatt metric of f");
    EXPECT_EQ(plain_text("[make it 8](set:longest=8) now"), "make it 8 now");
    EXPECT_EQ(plain_text("an [open bracket"), "an [open bracket");
}

TEST(PlainText, FormulasStayReadable) {
    EXPECT_EQ(plain_text("The limit is $1/(1-f)$."), "The limit is 1/(1-f).");
    EXPECT_EQ(plain_text(R"($\frac{1}{p}$ and $a \le b$)"), "(1)/(p) and a ≤ b");
    EXPECT_EQ(plain_text(R"($k\,(1)$)"), "k (1)");
    EXPECT_EQ(plain_text("costs 5 $ each"), "costs 5 $ each");
}

TEST(PlainText, LinesJoinAndParagraphsStay) {
    EXPECT_EQ(plain_text("one\ntwo\n\nthree"), "one two\n\nthree");
}

TEST(PlainText, EscapesWhatHtmlWouldRead) {
    EXPECT_EQ(escaped_html("<b a=\"1\">&\x01</b>"), "&lt;b a=&quot;1&quot;&gt;&amp;&lt;/b&gt;");
}

} // namespace
} // namespace lockstep
