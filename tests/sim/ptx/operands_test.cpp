// SPDX-License-Identifier: MIT
#include "reading.hpp"

namespace lockstep::ptx {

using Has = Operand::Form;
using Where = Operand::Where;

TEST(OperandsTest, RegistersNumbersAndSpecialRegisters) {
    const Instruction one = read_one("mad.lo.s32 r1, %ntid.x, -3, 0x10;");
    EXPECT_EQ(one.operands[0].form, Has::Register);
    EXPECT_EQ(one.operands[0].type, Type::B32);
    EXPECT_EQ(one.operands[1].form, Has::Special);
    EXPECT_EQ(one.operands[1].index, static_cast<int>(Special::NtidX));
    EXPECT_EQ(one.operands[2].form, Has::Immediate);
    EXPECT_EQ(one.operands[2].bits, ~std::uint64_t{2}); // -3 in two's complement
    EXPECT_EQ(one.operands[3].bits, 16u);
    EXPECT_EQ(one.operands[3].type, Type::S64);
    EXPECT_EQ(read_one("mov.u32 r1, WARP_SZ;").operands[1].index,
              static_cast<int>(Special::WarpSize));
}

TEST(OperandsTest, Addresses) {
    const Operand plus = read_one("ld.global.u32 r1, [d3+-8];").operands[1];
    EXPECT_EQ(plus.form, Has::Address);
    EXPECT_EQ(plus.bits, 0 - std::uint64_t{8});
    ASSERT_EQ(plus.parts.size(), 1u);
    EXPECT_EQ(plus.parts[0].form, Has::Register);
    EXPECT_EQ(read_one("ld.global.u32 r1, [d3-8];").operands[1].bits, 0 - std::uint64_t{8});
    EXPECT_EQ(read_one("ld.global.u32 r1, [64+4];").operands[1].parts[0].bits, 64u);
    EXPECT_EQ(read_one("ld.global.u32 r1, [64+4];").operands[1].bits, 4u);
    const Operand parameter = read_one("ld.param.u32 r1, [n+0];").operands[1];
    EXPECT_EQ(parameter.parts[0].form, Has::Variable);
    EXPECT_EQ(parameter.parts[0].where, Where::Parameter);
    EXPECT_EQ(parameter.parts[0].index, 1);
}

TEST(OperandsTest, VariablesOfEveryPlace) {
    const Module module =
        read_text(".global .b32 g[4];\n.func (.param .b32 r) f (.param .b32 a) {\n"
                  ".reg .b64 d; .reg .b32 t; .local .b32 l;\nmov.u64 d, g+8;\n"
                  "mov.u64 d, l;\nld.param.u32 t, [a];\nst.param.b32 [r+0], t;\n"
                  "mov.u64 d, f;\nret; }");
    const auto& code = module.functions[0].instructions;
    EXPECT_EQ(code[0].operands[1].form, Has::Variable);
    EXPECT_EQ(code[0].operands[1].where, Where::Module);
    EXPECT_EQ(code[0].operands[1].bits, 8u);
    EXPECT_EQ(code[1].operands[1].where, Where::Function);
    EXPECT_EQ(code[2].operands[1].parts[0].where, Where::Parameter);
    EXPECT_EQ(code[3].operands[0].parts[0].where, Where::Result);
    EXPECT_EQ(code[4].operands[1].form, Has::Function);
    EXPECT_EQ(code[4].operands[1].index, 0);
}

TEST(OperandsTest, ListsAndPairs) {
    const Operand vector = read_one("ld.global.v4.u32 {r1, r2, _, r3}, [d1];").operands[0];
    EXPECT_EQ(vector.form, Has::List);
    ASSERT_EQ(vector.parts.size(), 4u);
    EXPECT_EQ(vector.parts[2].form, Has::Sink);
    const Operand pair = read_one("setp.lt.and.s32 p1|p2, r1, r2, !p3;").operands[0];
    EXPECT_EQ(pair.form, Has::List);
    EXPECT_EQ(pair.parts[1].type, Type::Pred);
    EXPECT_TRUE(read_one("setp.lt.and.s32 p1|p2, r1, r2, !p3;").operands[3].negated);
}

TEST(OperandsTest, WhatCannotBeRead) {
    EXPECT_SAYS(message_of_body("mov.u32 r1, %nothing.x;"), "it is no special register");
    EXPECT_SAYS(message_of_body("mov.u32 r1, zz;"), "'zz' is not declared. Declare it with .reg");
    EXPECT_SAYS(message_of_body("ld.global.u32 r1, [%tid.x];"), "'%tid.x' is no address.");
    EXPECT_SAYS(message_of_body("ld.global.u32 r1, [d1+1.5];"), "An offset that is no integer.");
    EXPECT_SAYS(message_of_body("ld.global.u32 r1, [d1;"), "';' stands where ']' should.");
    EXPECT_SAYS(message_of_body("mov.u32 r1, 99999999999999999999;"), "no number that fits");
    EXPECT_SAYS(message_of_body("mov.u32 r1, ;"), "';' stands where an operand should.");
    std::string list = "ld.global.v4.u32 {r1";
    for (int i = 0; i < 2000; ++i)
        list += ", r1";
    EXPECT_SAYS(message_of_body(list + "}, [d1];"), "A list of more than 1024 operands.");
}

} // namespace lockstep::ptx
