// SPDX-License-Identifier: MIT
#include "reading.hpp"

namespace lockstep::ptx {

TEST(BodyTest, StatementsInTheirOrder) {
    const Function function = read_body("mov.u32 r1, 1;\n;\n{ mov.u32 r1, 2; }\nret;");
    ASSERT_EQ(function.instructions.size(), 3u);
    EXPECT_EQ(function.instructions[1].operands[1].bits, 2u);
    EXPECT_EQ(function.instructions[0].line, 5);
    EXPECT_EQ(function.instructions[2].line, 8);
}

TEST(BodyTest, InnerBracesHideOuterNames) {
    const Function function =
        read_body("{ .reg .f32 r1; mov.f32 r1, 0f00000000; }\nmov.u32 r1, 0;");
    const auto& registers = function.registers;
    EXPECT_EQ(registers[static_cast<std::size_t>(function.instructions[0].operands[0].index)].type,
              Type::F32);
    EXPECT_EQ(function.instructions[1].operands[0].type, Type::B32);
    EXPECT_SAYS(message_of_body("{ .reg .b32 t; }\nmov.u32 t, 0;"),
                "test.ptx:6: 't' is not declared.");
}

TEST(BodyTest, BracesAreCounted) {
    EXPECT_EQ(message_of_body(std::string(62, '{') + std::string(62, '}')), "");
    EXPECT_SAYS(message_of_body(std::string(100, '{') + std::string(100, '}')),
                "Braces are nested more than 64 deep.");
    EXPECT_SAYS(message_of(".entry k() { ret;"), "test.ptx:1: The text ends inside a function.");
    EXPECT_SAYS(message_of_body("} ret;"), "'ret' is not known here.");
}

TEST(BodyTest, DirectivesThatAFunctionDoesNotHold) {
    EXPECT_EQ(message_of_body(".pragma \"nounroll\";\n.file 2 \"a.cu\"\n.loc 2 1 1"), "");
    EXPECT_SAYS(message_of_body(".global .b32 x;"), "'.global' is not known here.");
    EXPECT_SAYS(message_of_body("= 3;"), "'=' stands where an instruction should.");
}

} // namespace lockstep::ptx
