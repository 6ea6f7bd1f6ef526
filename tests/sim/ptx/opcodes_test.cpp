// SPDX-License-Identifier: MIT
#include "sim/ptx/opcodes.hpp"

#include "reading.hpp"

#include <thread>

namespace lockstep::ptx {

TEST(OpcodesTest, SeveralFamiliesMayKnowAnOpcode) {
    EXPECT_EQ(candidates_of("add.s32").front().pattern->family->name, "integer arithmetic");
    EXPECT_EQ(candidates_of("add.rn.f32").front().pattern->family->name,
              "floating-point arithmetic");
    EXPECT_EQ(candidates_of("add.f16x2").front().pattern->family->name, "half precision");
    EXPECT_EQ(candidates_of("add.cc.u32").front().pattern->family->name, "integers of any width");
    EXPECT_TRUE(candidates_of("add").empty());
    EXPECT_TRUE(candidates_of("nothing.s32").empty());
}

TEST(OpcodesTest, AnUnknownOpcodeGetsItsNearestAndTheListOfAll) {
    const std::string message = message_of_body("ret;\nadf.s32 r1, r2, r3;");
    EXPECT_SAYS(message, "test.ptx:6: 'adf.s32 r1, r2, r3' is an instruction that is not known.");
    EXPECT_SAYS(message, "The nearest are: '");
    EXPECT_SAYS(message, "'add.sat.s32 d, a, b'");
    EXPECT_SAYS(message, "The opcodes known are: abs, activemask, add, addc,");
    EXPECT_SAYS(message, "xor.");
}

TEST(OpcodesTest, AnUnknownModifierIsNamed) {
    const std::string message = message_of_body("mul.medium.s32 r1, r2, r3;");
    EXPECT_SAYS(message, "'.medium' is no modifier of 'mul'.");
    EXPECT_SAYS(message, "'mul.<lo|hi>.<u16|s16|u32|s32|u64|s64> d, a, b'");
}

TEST(OpcodesTest, TheTablesAreMadeOnceWhoeverComesFirst) {
    std::vector<std::span<const Pattern>> seen(4);
    {
        std::vector<std::jthread> threads;
        for (auto& one : seen)
            threads.emplace_back([&one] { one = all_patterns(); });
    }
    for (const auto& one : seen)
        EXPECT_EQ(one.data(), seen.front().data());
    EXPECT_GT(seen.front().size(), 200u);
}

} // namespace lockstep::ptx
