// SPDX-License-Identifier: MIT
// A line of code taken apart: nothing is lost, and each piece has the ink of what it is.
#include "app/shell/code_listing.hpp"

#include <gtest/gtest.h>

#include <string>

namespace lockstep::shell {
namespace {

std::string joined(const std::vector<CodePiece>& pieces) {
    std::string all;
    for (const CodePiece& piece : pieces) all += piece.text;
    return all;
}

CodeInk ink_of(const std::vector<CodePiece>& pieces, std::string_view text) {
    for (const CodePiece& piece : pieces)
        if (piece.text == text) return piece.ink;
    ADD_FAILURE() << "no piece '" << text << "'";
    return CodeInk::Plain;
}

TEST(CodeListing, KeepsEverySign) {
    bool in_comment = false;
    const std::string line = "  for (int i = 0x1F; i < n; ++i) y[i] = \"a // \\\" b\"[0]; // end";
    EXPECT_EQ(joined(code_pieces(line, in_comment)), line);
    EXPECT_FALSE(in_comment);
}

TEST(CodeListing, TellsWordsNumbersStringsAndComments) {
    bool in_comment = false;
    const auto pieces = code_pieces("for (int i = 4096; s = \"for\") // int", in_comment);
    EXPECT_EQ(ink_of(pieces, "for"), CodeInk::Word);
    EXPECT_EQ(ink_of(pieces, "i"), CodeInk::Plain);
    EXPECT_EQ(ink_of(pieces, "4096"), CodeInk::Number);
    EXPECT_EQ(ink_of(pieces, "\"for\""), CodeInk::String);
    EXPECT_EQ(ink_of(pieces, "// int"), CodeInk::Comment);
}

TEST(CodeListing, CarriesACommentOverLines) {
    bool in_comment = false;
    code_pieces("int a; /* begins", in_comment);
    EXPECT_TRUE(in_comment);
    const auto inside = code_pieces("for ever", in_comment);
    ASSERT_EQ(inside.size(), 1u);
    EXPECT_EQ(inside[0].ink, CodeInk::Comment);
    const auto closing = code_pieces("ends */ return", in_comment);
    EXPECT_FALSE(in_comment);
    EXPECT_EQ(ink_of(closing, "return"), CodeInk::Word);
}

TEST(CodeListing, ALongLineGoesOnBelow) {
    using Rows = std::vector<std::string_view>;
    EXPECT_EQ(code_rows("f(a, b);", 8, 2), (Rows{"f(a, b);"}));
    EXPECT_EQ(code_rows("int k = blockIdx.x * n;", 12, 4),
              (Rows{"int k = ", "blockIdx", ".x * n;"}));
    EXPECT_EQ(code_rows("call(first, second);", 12, 4), (Rows{"call(first, ", "second);"}));
    EXPECT_EQ(code_rows("", 8, 2), (Rows{""})) << "an empty line is a line";
    EXPECT_EQ(code_rows("aaaaa\u00e4aa", 6, 2), (Rows{"aaaaa", "\u00e4aa"})) << "no letter in half";
}

TEST(CodeListing, SurvivesAnUnclosedString) {
    bool in_comment = false;
    const std::string line = "\"never closed \\";
    EXPECT_EQ(joined(code_pieces(line, in_comment)), line);
}

} // namespace
} // namespace lockstep::shell
