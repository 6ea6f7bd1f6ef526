// SPDX-License-Identifier: MIT
#include "reading.hpp"

namespace lockstep::ptx {

static std::vector<std::string> names_of(const Function& function, std::size_t from) {
    std::vector<std::string> names;
    for (std::size_t i = from; i < function.registers.size(); ++i)
        names.push_back(function.registers[i].name);
    return names;
}

/// As many as in_kernel() declares.
static constexpr std::size_t given = 4 + 4 + 8 + 8 + 4 + 4 + 4 + 4;

TEST(RegistersTest, NumberedNamesAreWrittenOut) {
    const Function function = read_body(".reg .pred %p<3>, q;");
    EXPECT_EQ(names_of(function, given), (std::vector<std::string>{"%p0", "%p1", "%p2", "q"}));
    EXPECT_EQ(function.registers.back().type, Type::Pred);
}

TEST(RegistersTest, NamesOfInnerScopesAreUnique) {
    const Function function =
        read_body("{ .reg .b32 t; .reg .b16 v<2>; } { .reg .b32 t; .reg .b16 v<2>; }");
    EXPECT_EQ(names_of(function, given),
              (std::vector<std::string>{"t", "v0", "v1", "t#2", "v0#2", "v1#2"}));
}

TEST(RegistersTest, VariablesOfABody) {
    const Function function = read_body(".shared .align 16 .b8 s[64];\n.local .v2 .f32 l[3], m;\n"
                                        "{ .param .b64 a; }{ .param .b32 a; }");
    ASSERT_EQ(function.variables.size(), 5u);
    EXPECT_EQ(function.variables[0].space, Space::Shared);
    EXPECT_EQ(function.variables[0].size_bytes, 64u);
    EXPECT_EQ(function.variables[0].align_bytes, 16u);
    EXPECT_EQ(function.variables[1].size_bytes, 24u); // 3 * 2 * 4
    EXPECT_EQ(function.variables[1].align_bytes, 8u);
    EXPECT_EQ(function.variables[4].name, "a#2");
    EXPECT_EQ(function.variables[4].size_bytes, 4u);
}

TEST(RegistersTest, WhatCannotBeDeclared) {
    EXPECT_SAYS(message_of_body(".reg .b32 %r<4000000000>;"), "an integer from 0 to 1048576");
    std::string many;
    for (int i = 0; i < 3; ++i)
        many += ".reg .b32 %a" + std::string(static_cast<std::size_t>(i + 1), 'b') + "<500000>;\n";
    EXPECT_SAYS(message_of_body(many), "test.ptx:7: More than a million names are declared.");
    EXPECT_SAYS(message_of_body(".reg .b32 r<2>;"), "'r' is declared twice.");
    EXPECT_SAYS(message_of_body(".reg .b32 a, a;"), "'a' is declared twice.");
    EXPECT_SAYS(message_of_body(".reg .v4 .f32 a;"), "A register that is a vector.");
    EXPECT_SAYS(message_of_body(".reg .b32 a[2];"), "An array of registers.");
    EXPECT_SAYS(message_of_body(".reg .q32 a;"), "'.q32' is no type");
    EXPECT_SAYS(message_of_body(".reg a;"), "'a' stands where a type should.");
    EXPECT_SAYS(message_of_body(".local .b32 a<3>;"), "Numbered names of variables.");
}

} // namespace lockstep::ptx
