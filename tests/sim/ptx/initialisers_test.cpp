// SPDX-License-Identifier: MIT
#include "reading.hpp"

#include <cstring>

namespace lockstep::ptx {

template <class T>
static std::vector<T> values_of(const std::string& declaration) {
    const Module module = read_text(declaration);
    std::vector<T> values;
    if (module.variables.empty())
        return values;
    const auto& bytes = module.variables.back().initial;
    EXPECT_EQ(bytes.size(), module.variables.back().size_bytes);
    values.resize(bytes.size() / sizeof(T));
    std::memcpy(values.data(), bytes.data(), bytes.size());
    return values;
}

TEST(InitialisersTest, NumbersOfEveryType) {
    EXPECT_EQ(values_of<std::uint8_t>(".const .b8 a[4] = {1, 0xFF, 3};"),
              (std::vector<std::uint8_t>{1, 255, 3, 0}));
    EXPECT_EQ(values_of<std::int32_t>(".global .s32 a = -5;"), std::vector{-5});
    EXPECT_EQ(values_of<float>(".global .f32 a[3] = {0f3F800000, 2.5, -1};"),
              (std::vector{1.0F, 2.5F, -1.0F}));
    EXPECT_EQ(values_of<double>(".global .f64 a = 0d3FE0000000000000;"), std::vector{0.5});
    EXPECT_EQ(values_of<std::uint64_t>(".global .u64 a = 18446744073709551615;"),
              std::vector{~std::uint64_t{0}});
    EXPECT_EQ(values_of<float>(".global .v2 .f32 a = {1.0, 2.0};"), (std::vector{1.0F, 2.0F}));
}

TEST(InitialisersTest, BracesFillRows) {
    EXPECT_EQ(values_of<int>(".global .u32 a[3][2] = {{1}, {2, 3}, {4}};"),
              (std::vector{1, 0, 2, 3, 4, 0}));
    EXPECT_EQ(values_of<int>(".global .u32 a[2][2] = {1, 2, 3};"), (std::vector{1, 2, 3, 0}));
    EXPECT_EQ(values_of<int>(".global .u32 a[] = {1, 2, 3};"), (std::vector{1, 2, 3}));
    EXPECT_EQ(values_of<int>(".global .u32 a[][2] = {{1}, {2}};"), (std::vector{1, 0, 2, 0}));
    EXPECT_EQ(values_of<int>(".global .u32 a[2] = {};"), (std::vector{0, 0}));
}

TEST(InitialisersTest, AddressesOfOtherSymbols) {
    const Module module = read_text(
        ".global .u32 x;\n.func f { ret; }\n.global .u64 a[4] = {x, generic(x)+4, f, x-8};");
    const auto& references = module.variables.back().references;
    ASSERT_EQ(references.size(), 4u);
    EXPECT_EQ(references[0].symbol, "x");
    EXPECT_FALSE(references[0].generic);
    EXPECT_EQ(references[1].offset, 8u);
    EXPECT_EQ(references[1].addend, 4);
    EXPECT_TRUE(references[1].generic);
    EXPECT_EQ(references[2].symbol, "f");
    EXPECT_EQ(references[3].addend, -8);
}

TEST(InitialisersTest, BytesOfAnAddressInAPackedStructure) {
    std::string bytes = "120";
    for (int i = 0; i < 8; ++i)
        bytes += ", 0xFF" + std::string(static_cast<std::size_t>(2 * i), '0') + "(generic(x)+2)";
    const Module module =
        read_text(".global .u8 x[4];\n.global .align 1 .u8 a[10] = {" + bytes + ", 7};");
    const Variable& variable = module.variables.back();
    ASSERT_EQ(variable.references.size(), 1u);
    EXPECT_EQ(variable.references[0].offset, 1u);
    EXPECT_EQ(variable.references[0].addend, 2);
    EXPECT_EQ(variable.initial[0], std::byte{120});
    EXPECT_EQ(variable.initial[9], std::byte{7});
    EXPECT_SAYS(message_of(".global .u8 x;\n.global .u8 a[8] = {0xFF(x), 0xFF0000(x)};"),
                "does not follow the part before");
    EXPECT_SAYS(message_of(".global .u8 x;\n.global .u8 a[8] = {0xFF(x)};"),
                "a part of an address");
}

TEST(InitialisersTest, WhatDoesNotFit) {
    EXPECT_SAYS(message_of(".global .u32 a[2] = {1, 2, 3};"), "'a' has more initial values");
    EXPECT_SAYS(message_of(".global .u32 a[2] = {{1}};"), "More braces than the array");
    EXPECT_SAYS(message_of(".global .u32 a = 1.5;"), "initialises an integer");
    EXPECT_SAYS(message_of(".global .u32 a = {1};"), "'{' stands where");
    EXPECT_SAYS(message_of(".global .u64 a = nobody;"), "'nobody', which is not declared.");
    EXPECT_SAYS(message_of(".global .u8 x;\n.global .u32 a = x;"), "has no room here");
    EXPECT_SAYS(message_of(".global .b8 a[1000000000] = {1};"), "More than 256 MiB");
    EXPECT_SAYS(message_of(".global .b8 a[][1000000000][100] = {{{1}},{{1}}};"), "256 MiB");
}

} // namespace lockstep::ptx
