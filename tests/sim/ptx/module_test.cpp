// SPDX-License-Identifier: MIT
#include "reading.hpp"

namespace lockstep::ptx {

TEST(ModuleTest, SpecialRegistersHaveTheirNames) {
    for (int i = 0; i <= static_cast<int>(Special::Envreg2); ++i) {
        const auto special = static_cast<Special>(i);
        EXPECT_EQ(special_named(name_of(special)), special) << name_of(special);
    }
    EXPECT_EQ(special_named("%tid.y"), Special::TidY);
    EXPECT_EQ(special_named("WARP_SZ"), Special::WarpSize);
    EXPECT_EQ(special_named("%lanemask_ge"), Special::LanemaskGe);
    EXPECT_EQ(special_named("%tid"), std::nullopt);
    EXPECT_EQ(type_of(Special::TidX), Type::U32);
    EXPECT_EQ(type_of(Special::Clock64), Type::U64);
}

TEST(ModuleTest, AnInstructionKnowsItsWords) {
    const Instruction one = read_one("mad.hi.sat.s32 r1, r2, r3, r4;");
    EXPECT_EQ(one.opcode(), "mad");
    EXPECT_TRUE(one.has("hi"));
    EXPECT_TRUE(one.has("sat"));
    EXPECT_FALSE(one.has("lo"));
    EXPECT_EQ(one.types, std::vector{Type::S32});
}

TEST(ModuleTest, FunctionsAreFoundByName) {
    const Module module = read_text(".func a { ret; }\n.entry b() { ret; }");
    EXPECT_EQ(module.find_function("a"), 0);
    EXPECT_EQ(module.find_function("b"), 1);
    EXPECT_EQ(module.find_function("c"), -1);
    EXPECT_FALSE(module.functions[0].entry);
    EXPECT_TRUE(module.functions[1].entry);
}

} // namespace lockstep::ptx
