// SPDX-License-Identifier: MIT
#include "sim/ptx/lexer.hpp"

#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace lockstep::ptx {

static std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    Lexer lexer(text);
    for (Token token = lexer.next(); token.kind != TokenKind::End; token = lexer.next())
        words.emplace_back(token.text);
    return words;
}

TEST(LexerTest, AnOpcodeIsOneWordAndADirectiveEndsAtTheNextDot) {
    EXPECT_EQ(words_of("@!%p1 ld.global.nc.L2::128B.v2.f32 {%f1,_}, [%rd1+-4];"),
              (std::vector<std::string>{"@", "!", "%p1", "ld.global.nc.L2::128B.v2.f32", "{", "%f1",
                                        ",", "_", "}", ",", "[", "%rd1", "+", "-", "4", "]", ";"}));
    EXPECT_EQ(words_of(".reg .f32\t%f<9>;"),
              (std::vector<std::string>{".reg", ".f32", "%f", "<", "9", ">", ";"}));
    EXPECT_EQ(words_of("$L__BB0_2: mov.u32 %r1, %tid.x;"),
              (std::vector<std::string>{"$L__BB0_2", ":", "mov.u32", "%r1", ",", "%tid.x", ";"}));
}

TEST(LexerTest, NumbersKeepTheirLettersAndTheirExponent) {
    EXPECT_EQ(words_of("0f3F800000 0x1EU 1.5e-3-4 .5 0x1E-2"),
              (std::vector<std::string>{"0f3F800000", "0x1EU", "1.5e-3", "-", "4", ".5", "0x1E",
                                        "-", "2"}));
}

TEST(LexerTest, LinesAreCountedThroughComments) {
    Lexer lexer("a // one\n/* two\nthree */ b\n\"text\" \"open\n");
    EXPECT_EQ(lexer.next().line, 1);
    EXPECT_EQ(lexer.next().line, 3);
    const Token text = lexer.next();
    EXPECT_EQ(text.kind, TokenKind::String);
    EXPECT_EQ(text.text, "text");
    EXPECT_EQ(lexer.next().kind, TokenKind::Bad);
}

TEST(LexerTest, WhatPtxDoesNotKnowIsBadAndTheEndStaysTheEnd) {
    Lexer lexer("`\x80. /* open");
    EXPECT_EQ(lexer.next().kind, TokenKind::Bad);
    EXPECT_EQ(lexer.next().kind, TokenKind::Bad);
    EXPECT_EQ(lexer.next().kind, TokenKind::Bad);
    EXPECT_EQ(lexer.next().kind, TokenKind::End);
    EXPECT_EQ(lexer.next().kind, TokenKind::End);
}

} // namespace lockstep::ptx
