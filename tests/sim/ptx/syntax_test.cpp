// SPDX-License-Identifier: MIT
#include "sim/ptx/syntax.hpp"

#include <gtest/gtest.h>

namespace lockstep::ptx {

static const Family family{"test", "0", {}};

static Pattern compiled(const Form& form) {
    auto pattern = compile(form, family);
    EXPECT_TRUE(pattern) << form.syntax;
    return pattern ? *std::move(pattern) : Pattern();
}

static std::vector<Candidate> matched(const Pattern& pattern, std::string_view opcode) {
    std::vector<Candidate> found;
    match_opcode(pattern, opcode, found);
    return found;
}

TEST(SyntaxTest, ModifiersWordByWord) {
    const Form form{"cvt[.<rn|rz>][.sat].f32.<u32|s32> d, a", ""};
    const Pattern pattern = compiled(form);
    EXPECT_EQ(pattern.opcode, "cvt");
    ASSERT_EQ(pattern.modifiers.size(), 4u);
    EXPECT_TRUE(pattern.modifiers[0].optional);
    EXPECT_EQ(pattern.modifiers[3].types, (std::vector{Type::U32, Type::S32}));

    const auto full = matched(pattern, "cvt.rz.sat.f32.s32");
    ASSERT_EQ(full.size(), 1u);
    EXPECT_EQ(full[0].choices, (std::vector<std::string_view>{"rz", "sat"}));
    EXPECT_EQ(full[0].types, (std::vector{Type::F32, Type::S32}));
    EXPECT_EQ(matched(pattern, "cvt.sat.f32.u32")[0].choices,
              (std::vector<std::string_view>{"", "sat"}));
    EXPECT_TRUE(matched(pattern, "cvt.f32").empty());
    EXPECT_TRUE(matched(pattern, "cvt.f32.u32.u32").empty());
    EXPECT_TRUE(matched(pattern, "cvt.rm.f32.u32").empty());
}

TEST(SyntaxTest, ModifiersMayChangePlacesAndTypesMayNot) {
    const Form form{"atom[.<relaxed|acquire>][.<cta|gpu>][.global].add.<u32|f32> d, [a], b", ""};
    const auto found = matched(compiled(form), "atom.add.relaxed.gpu.f32");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].choices, (std::vector<std::string_view>{"relaxed", "gpu", "", "add"}));
    const Form two{"cvt.<f32|u32>.<f32|u32|s32> d, a", ""};
    EXPECT_TRUE(matched(compiled(two), "cvt.s32.f32").empty());
}

TEST(SyntaxTest, OperandsAndTheirTypes) {
    using Is = OperandPattern::Kind;
    const Form form{"x.v2.b32 d:pred|p, {d:f32*4}, [a], b:1+, n[, c:u64], label, (list)", ""};
    const Pattern pattern = compiled(form);
    const auto& operands = pattern.operands;
    ASSERT_EQ(operands.size(), 8u);
    EXPECT_EQ(operands[0].kind, Is::Destination);
    EXPECT_TRUE(operands[0].second);
    EXPECT_EQ(operands[0].type.fixed, Type::Pred);
    EXPECT_EQ(operands[1].kind, Is::Vector);
    EXPECT_EQ(operands[1].count, 4);
    EXPECT_EQ(operands[2].kind, Is::Address);
    EXPECT_EQ(operands[3].type.from, 0);
    EXPECT_TRUE(operands[3].type.wider);
    EXPECT_EQ(operands[4].kind, Is::Number);
    EXPECT_TRUE(operands[5].optional);
    EXPECT_EQ(operands[6].kind, Is::Label);
    EXPECT_TRUE(pattern.takes(Is::List));
    EXPECT_FALSE(pattern.takes(Is::Table));
    EXPECT_EQ(matched(pattern, "x.v2.b32")[0].vector, 2);
}

TEST(SyntaxTest, ABrokenRowSaysWhere) {
    for (const std::string_view row :
         {"add.<u32 d", "add. d", "add[.x d", "add.u32 d,a", "add.u32 d, {a", "add.u32 d:bad, a",
          "add.u32 d[, a", "", "add.<u32|> d", "add.u32 {d:f32*0}"}) {
        const Form form{row, ""};
        EXPECT_FALSE(compile(form, family)) << row;
    }
}

} // namespace lockstep::ptx
