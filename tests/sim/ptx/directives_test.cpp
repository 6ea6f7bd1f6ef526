// SPDX-License-Identifier: MIT
#include "reading.hpp"

namespace lockstep::ptx {

TEST(DirectivesTest, WhatOpensAModule) {
    const Module module = read_text("// a comment\n.version 9.0\n.target sm_90a, debug\n"
                                    ".address_size 64\n.pragma \"nounroll\";\n;\n");
    EXPECT_EQ(module.version, "9.0");
    EXPECT_EQ(module.target, "sm_90a");
    EXPECT_TRUE(module.functions.empty());
    EXPECT_TRUE(read_text("").variables.empty());
}

TEST(DirectivesTest, AnAliasIsTheFunctionThatItNames) {
    const Module module = read_text(".func f { ret; }\n.func g;\n.alias g, f;\n"
                                    ".entry k() { .reg .b64 d;\nT: .calltargets g;\ncall g;\n"
                                    "call d, T;\nret; }");
    EXPECT_EQ(module.functions[2].instructions[0].operands[0].index, 0);
    EXPECT_EQ(module.functions[2].tables[0].targets, std::vector{0});
}

TEST(DirectivesTest, WhatAModuleDoesNotHold) {
    EXPECT_SAYS(message_of(".address_size 32"), "Addresses of 32 bits. Compile it for 64 bits.");
    EXPECT_SAYS(message_of(".version x"), "'x' stands where a version should.");
    EXPECT_SAYS(message_of("hello"), "test.ptx:1: 'hello' is not known here.");
    EXPECT_SAYS(message_of("\n.param .b32 a;"), "test.ptx:2: '.param' is not known here.");
    EXPECT_SAYS(message_of(".visible"), "is not known here.");
    EXPECT_SAYS(message_of(".alias a, b;"), "There is no function 'a'.");
    EXPECT_SAYS(message_of(".pragma \"x\""), "';'");
}

} // namespace lockstep::ptx
