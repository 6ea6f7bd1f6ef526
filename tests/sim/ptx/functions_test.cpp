// SPDX-License-Identifier: MIT
#include "reading.hpp"

namespace lockstep::ptx {

TEST(FunctionsTest, ParametersAndWhatTunesAKernel) {
    const Module module = read_text(
        ".visible .entry k(\n.param .u64 .ptr .global .align 16 a,\n.param .align 8 .b8 b[24],\n"
        ".param .f32 c\n)\n.maxntid 256, 2\n.reqntid 32\n.minnctapersm 2\n.maxnreg 40\n{ ret; }");
    const Function& function = module.functions.at(0);
    EXPECT_TRUE(function.entry);
    EXPECT_TRUE(function.defined);
    ASSERT_EQ(function.parameters.size(), 3u);
    EXPECT_EQ(function.parameters[0].size_bytes, 8u);
    EXPECT_EQ(function.parameters[0].align_bytes, 8u); // .align 16 is the pointee's
    EXPECT_EQ(function.parameters[1].size_bytes, 24u);
    EXPECT_EQ(function.parameters[1].align_bytes, 8u);
    EXPECT_EQ(function.parameters[2].type, Type::F32);
    EXPECT_EQ(function.parameters[2].space, Space::Param);
    EXPECT_EQ(function.max_threads, (std::array<unsigned, 3>{256, 2, 1}));
    EXPECT_EQ(function.required_threads, (std::array<unsigned, 3>{32, 1, 1}));
}

TEST(FunctionsTest, ADeclarationAndItsDefinitionAreOneFunction) {
    const Module module = read_text(".visible .func (.param .b32 r) f(.param .b32 _);\n"
                                    ".entry k() { { .param .b32 a; .param .b32 b; call.uni (b), f, "
                                    "(a); } ret; }\n.extern .func never() .noreturn;\n"
                                    ".visible .func (.param .b32 r) f(.param .b32 x) { ret; }");
    ASSERT_EQ(module.functions.size(), 3u);
    EXPECT_EQ(module.functions[0].name, "f");
    EXPECT_TRUE(module.functions[0].defined);
    EXPECT_EQ(module.functions[0].parameters.at(0).name, "x");
    EXPECT_EQ(module.functions[0].results.size(), 1u);
    EXPECT_FALSE(module.functions[2].defined);
    const auto& call = module.functions[1].instructions[0];
    EXPECT_EQ(call.operands[1].form, Operand::Form::Function);
    EXPECT_EQ(call.operands[1].index, 0);
    EXPECT_EQ(call.operands[0].parts[0].where, Operand::Where::Function);
}

TEST(FunctionsTest, CallsWithAndWithoutArguments) {
    const Module module =
        read_text(".func f { ret; }\n.entry k() { call f;\n{ .param .b32 a; call f, "
                  "(a); call (a), f; } exit; }");
    EXPECT_EQ(module.functions[1].instructions[0].operands.size(), 1u);
    EXPECT_EQ(module.functions[1].instructions[2].operands[0].form, Operand::Form::List);
}

TEST(FunctionsTest, WhatDoesNotFit) {
    EXPECT_SAYS(message_of(".func f { ret; }\n.entry k() { call f, (nobody); }"),
                "'nobody' is not declared.");
    EXPECT_SAYS(message_of(".func f { ret; }\n.func f { ret; }"),
                "test.ptx:2: 'f' is defined twice.");
    EXPECT_SAYS(message_of(".global .b32 f;\n.func f { ret; }"), "'f' is a variable already.");
    EXPECT_SAYS(message_of(".entry k(.reg .b32 a) { }"), "not in the space .param");
    EXPECT_SAYS(message_of(".entry k() .surprise { }"), "'.surprise' is not known here.");
    EXPECT_SAYS(message_of(".entry k() .maxntid 1, 2, 3, 4 { }"), "three dimensions");
    EXPECT_SAYS(message_of(".entry k(.param .b32 a"),
                "The end of the text stands where ')' should.");
    EXPECT_SAYS(message_of(".func .attribute(.unified(1, 2) f;"), "A '(' has no ')'.");
}

} // namespace lockstep::ptx
