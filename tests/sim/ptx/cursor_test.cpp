// SPDX-License-Identifier: MIT
#include "sim/ptx/cursor.hpp"

#include <gtest/gtest.h>

namespace lockstep::ptx {

TEST(CursorTest, TakesWhatIsThere) {
    Cursor cursor(".align 4 name;", "a.ptx");
    EXPECT_FALSE(cursor.accept_directive(".reg"));
    EXPECT_TRUE(cursor.accept_directive(".align"));
    EXPECT_EQ(cursor.expect_count("A number", 8).value(), 4u);
    EXPECT_EQ(cursor.expect_word("a name").value(), "name");
    EXPECT_FALSE(cursor.accept(','));
    EXPECT_TRUE(cursor.expect(';'));
    EXPECT_EQ(cursor.peek().kind, TokenKind::End);
}

TEST(CursorTest, ErrorsNameTheLineAndWhatWasWanted) {
    Cursor cursor("\n\n)", "a.ptx");
    EXPECT_EQ(cursor.expect(';').error().where, "a.ptx:3");
    EXPECT_EQ(cursor.expect(';').error().what, "')' stands where ';' should.");
    EXPECT_EQ(cursor.expect_word("a label").error().what, "')' stands where a label should.");
    cursor.take();
    EXPECT_EQ(cursor.expect(';').error().what, "The end of the text stands where ';' should.");
    EXPECT_FALSE(cursor.expect(';').error().remedy.empty());
}

TEST(CursorTest, CountsHaveBounds) {
    EXPECT_EQ(Cursor("9", "").expect_count("A size", 9).value(), 9u);
    EXPECT_FALSE(Cursor("10", "").expect_count("A size", 9));
    EXPECT_FALSE(Cursor("-1", "").expect_count("A size", 9));
    EXPECT_FALSE(Cursor("1.0", "").expect_count("A size", 9));
    EXPECT_FALSE(Cursor("99999999999999999999", "").expect_count("A size", 9));
    EXPECT_EQ(Cursor("-3", "").expect_literal().value().bits, ~std::uint64_t{2});
}

TEST(CursorTest, AnInstructionAsItIsWritten) {
    Cursor cursor("a.b c, d; e", "");
    const Token start = cursor.take();
    EXPECT_EQ(cursor.text_from(start, 100), "a.b c, d");
    EXPECT_EQ(cursor.text_from(start, 5), "a.b c");
}

} // namespace lockstep::ptx
