// SPDX-License-Identifier: MIT
#include "sim/ptx/literal.hpp"

#include <bit>
#include <gtest/gtest.h>

namespace lockstep::ptx {

static std::uint64_t integer(std::string_view text) {
    const auto literal = parse_literal(text);
    return literal && literal->is_integer() ? literal->bits : ~std::uint64_t{0};
}

TEST(LiteralTest, IntegersInFourBases) {
    EXPECT_EQ(integer("42"), 42u);
    EXPECT_EQ(integer("0x2A"), 42u);
    EXPECT_EQ(integer("0X2aU"), 42u);
    EXPECT_EQ(integer("052"), 42u); // 5 * 8 + 2
    EXPECT_EQ(integer("0b101010"), 42u);
    EXPECT_EQ(integer("0"), 0u);
    EXPECT_EQ(parse_literal("7U")->type, Type::U64);
    EXPECT_EQ(parse_literal("7")->type, Type::S64);
    EXPECT_EQ(parse_literal("9223372036854775808")->type, Type::U64); // 2^63
}

TEST(LiteralTest, WhatDoesNotFitIsNoNumber) {
    EXPECT_EQ(integer("18446744073709551615"), ~std::uint64_t{0});
    for (const std::string_view text : {"18446744073709551616", "0x", "0b2", "09", "12x", "U", "",
                                        "0f3F80000", "0f3F8000000", "0d3FF", "1.5.5", "1e", "0xG"})
        EXPECT_FALSE(parse_literal(text)) << text;
}

TEST(LiteralTest, FloatsByTheirBitsOrInDecimal) {
    EXPECT_EQ(parse_literal("0f3F800000")->type, Type::F32);
    EXPECT_EQ(parse_literal("0f3F800000")->bits, 0x3F800000u);
    EXPECT_EQ(parse_literal("0dBFF0000000000000")->bits, 0xBFF0000000000000u);
    EXPECT_EQ(std::bit_cast<double>(parse_literal("1.5e-1")->bits), 0.15);
    EXPECT_EQ(std::bit_cast<double>(parse_literal("2E3")->bits), 2000.0);
}

TEST(LiteralTest, TheOtherSign) {
    EXPECT_EQ(parse_literal("1")->negated().bits, ~std::uint64_t{0});
    EXPECT_EQ(parse_literal("0f3F800000")->negated().bits, 0xBF800000u);
    EXPECT_EQ(parse_literal("1.0")->negated().bits, 0xBFF0000000000000u);
}

TEST(LiteralTest, InAVariableOfAnotherType) {
    EXPECT_EQ(parse_literal("1")->as(Type::F32), 0x3F800000u);
    EXPECT_EQ(parse_literal("1.0")->as(Type::F32), 0x3F800000u);
    EXPECT_EQ(parse_literal("0f3F800000")->as(Type::F64), 0x3FF0000000000000u);
    EXPECT_EQ(parse_literal("0f3F800000")->as(Type::B32), 0x3F800000u);
    EXPECT_EQ(parse_literal("258")->as(Type::U8), 2u);
    EXPECT_EQ(parse_literal("1")->negated().as(Type::S16), 0xFFFFu);
    EXPECT_FALSE(parse_literal("1.5")->as(Type::S32));
    EXPECT_FALSE(parse_literal("1.5")->as(Type::B32)); // 64 bits have no room there
}

} // namespace lockstep::ptx
