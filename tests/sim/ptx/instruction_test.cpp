// SPDX-License-Identifier: MIT
#include "reading.hpp"

namespace lockstep::ptx {

TEST(InstructionTest, FormFamilyChoicesAndTypes) {
    const Instruction one = read_one("setp.ltu.and.ftz.f32 p1|p2, f1, f2, p3;");
    EXPECT_EQ(one.family->name, "comparisons");
    EXPECT_EQ(one.choices, (std::vector<std::string_view>{"ltu", "and", "ftz"}));
    EXPECT_EQ(one.types, std::vector{Type::F32});
    EXPECT_EQ(read_one("setp.ltu.f32 p1, f1, f2;").choices,
              (std::vector<std::string_view>{"ltu", ""}));
    EXPECT_EQ(read_one("cvt.rn.f32.s32 f1, r1;").types, (std::vector{Type::F32, Type::S32}));
    EXPECT_TRUE(read_one("ld.global.nc.L1::no_allocate.L2::128B.v2.f32 {f1, f2}, [d1];")
                    .has("L1::no_allocate"));
}

TEST(InstructionTest, Guards) {
    const Instruction plain = read_one("ret;"), guarded = read_one("@p2 ret;"),
                      negated = read_one("@!p2 ret;");
    EXPECT_EQ(plain.guard.reg, -1);
    EXPECT_EQ(guarded.guard.reg, 2);
    EXPECT_FALSE(guarded.guard.negated);
    EXPECT_TRUE(negated.guard.negated);
    EXPECT_SAYS(message_of_body("@r1 ret;"), "'r1' is no predicate register.");
    EXPECT_SAYS(message_of_body("@p9 ret;"), "'p9' is no predicate register.");
    EXPECT_SAYS(message_of_body("@p1 ;"), "';' stands where an instruction should.");
    EXPECT_SAYS(message_of_body("@p1 L: ret;"), "is not known");
}

TEST(InstructionTest, AmongFormsOfOneOpcodeTheOperandsDecide) {
    EXPECT_EQ(read_one("mov.b64 d1, d2;").form->syntax.substr(0, 8), "mov.<pre");
    EXPECT_EQ(read_one("mov.b64 {r1, r2}, d2;").form->syntax, "mov.<b32|b64|b128> {d:parts}, a");
    EXPECT_EQ(read_one("mov.b64 d1, {r1, r2};").form->syntax, "mov.<b32|b64|b128> d, {a:parts}");
    EXPECT_EQ(read_one("cp.async.ca.shared.global [r1], [d1], 4, r2;").operands.size(), 4u);
    EXPECT_SAYS(std::string(read_one("cp.async.ca.shared.global [r1], [d1], 4, p2;").form->syntax),
                "ignore:pred");
}

TEST(InstructionTest, AnInstructionThatDoesNotEnd) {
    EXPECT_SAYS(message_of_body("mov.u32 r1, r2\nret;"), "test.ptx:6: 'ret' stands where ';'");
    EXPECT_SAYS(message_of_body("tex.2d.v4.f32.f32 {f1}, [d1];"),
                "'tex.2d.v4.f32.f32 {f1}, [d1]' is an instruction that is not known.");
}

} // namespace lockstep::ptx
