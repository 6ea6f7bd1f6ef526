// SPDX-License-Identifier: MIT
// Every row of every table: instructions are made from it, read, and must be of that row and no
// other.
#include "reading.hpp"
#include "sim/ptx/examples.hpp"

#include <set>

namespace lockstep::ptx {

TEST(FormsTest, EveryRowReadsWhatItSays) {
    for (const Pattern& pattern : all_patterns()) {
        const auto all = examples_of(pattern);
        std::string text;
        for (const Example& one : all)
            text += one.text + "\n";
        const auto module = read(module_around(text), "forms");
        ASSERT_TRUE(module) << pattern.form->syntax << "\n" << module.error().text();
        const auto& instructions = module->functions.back().instructions;
        ASSERT_EQ(instructions.size(), all.size() + 1); // and the ret of the tail
        for (std::size_t i = 0; i < all.size(); ++i)
            EXPECT_EQ(instructions[i].form->syntax, pattern.form->syntax) << all[i].text;
    }
}

TEST(FormsTest, WhatWasChosenIsInTheInstruction) {
    for (const Pattern& pattern : all_patterns()) {
        const Example one = examples_of(pattern).back();
        const Module module = read_text(module_around(one.text));
        const Instruction& instruction = module.functions.back().instructions.front();
        std::vector<std::string_view> choices;
        std::vector<Type> types;
        for (std::size_t i = 0; i < one.picked.size(); ++i) {
            const ModifierPattern& modifier = pattern.modifiers[i];
            const auto word = static_cast<std::size_t>(std::max(one.picked[i], 0));
            if (modifier.types[word] == Type::None)
                choices.push_back(one.picked[i] < 0 ? std::string_view() : modifier.words[word]);
            else if (one.picked[i] >= 0)
                types.push_back(modifier.types[word]);
        }
        EXPECT_EQ(instruction.choices, choices) << one.text;
        EXPECT_EQ(instruction.types, types) << one.text;
    }
}

TEST(FormsTest, OneOperandTooManyIsAnError) {
    for (const Pattern& pattern : all_patterns()) {
        const std::string text = examples_of(pattern).back().text;
        const std::string more =
            text.substr(0, text.size() - 1) + (pattern.operands.empty() ? " p0;" : ", p0, p1, p2;");
        EXPECT_NE(message_of(module_around(more)), "") << more;
    }
}

TEST(FormsTest, FamiliesSayWhatTheyAre) {
    std::set<std::string_view> names;
    for (const Family* family : all_families()) {
        EXPECT_TRUE(names.insert(family->name).second) << family->name;
        EXPECT_TRUE(family->section.starts_with("9.7.")) << family->name;
        std::set<std::string_view> rows;
        for (const Form& form : family->forms) {
            EXPECT_TRUE(rows.insert(form.syntax).second) << form.syntax;
            EXPECT_TRUE(form.sentence.ends_with('.')) << form.syntax;
        }
    }
    EXPECT_GE(names.size(), 30u);
}

/// What sim/simt/semantics/half_arithmetic.cpp has no code for must not come to it.
TEST(FormsTest, HalvesHaveNoOtherEndsThanTheirs) {
    for (const std::string opcode : {"add", "sub", "mul"}) {
        EXPECT_EQ(message_of_body(opcode + ".ftz.sat.f16 h1, h2, h3;"), "");
        EXPECT_EQ(message_of_body(opcode + ".bf16x2 r1, r2, r3;"), "");
        for (const std::string end : {".relu.f16", ".relu.bf16", ".ftz.bf16", ".sat.bf16"}) {
            EXPECT_NE(message_of_body(opcode + end + " h1, h2, h3;"), "") << opcode << end;
            EXPECT_NE(message_of_body(opcode + end + "x2 r1, r2, r3;"), "") << opcode << end;
        }
    }
    EXPECT_EQ(message_of_body("fma.rn.ftz.relu.f16 h1, h2, h3, h1;"), "");
    EXPECT_EQ(message_of_body("fma.rn.relu.bf16x2 r1, r2, r3, r4;"), "");
    for (const std::string end : {".ftz.bf16", ".sat.bf16", ".ftz.relu.bf16", ".sat.relu.f16"}) {
        EXPECT_NE(message_of_body("fma.rn" + end + " h1, h2, h3, h1;"), "") << end;
        EXPECT_NE(message_of_body("fma.rn" + end + "x2 r1, r2, r3, r4;"), "") << end;
    }
}

} // namespace lockstep::ptx
