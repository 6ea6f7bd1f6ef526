// SPDX-License-Identifier: MIT
#include "reading.hpp"

namespace lockstep::ptx {

TEST(VariablesTest, SizesAndAlignments) {
    const Module module =
        read_text(".global .u32 a;\n.visible .global .align 16 .b8 b[40];\n.const .f64 c[2][3];\n"
                  ".extern .shared .align 16 .b8 d[];\n.weak .global .v4 .f32 e[2];\n"
                  ".global .attribute(.managed) .align 4 .u32 f;\n.common .global .b16 g, h[3];");
    const auto& all = module.variables;
    ASSERT_EQ(all.size(), 8u);
    const std::uint64_t sizes[] = {4, 40, 48, 0, 32, 4, 2, 6}; // 2*3*8, 2*4*4
    const std::uint64_t alignments[] = {4, 16, 8, 16, 16, 4, 2, 2};
    for (std::size_t i = 0; i < all.size(); ++i) {
        EXPECT_EQ(all[i].size_bytes, sizes[i]) << all[i].name;
        EXPECT_EQ(all[i].align_bytes, alignments[i]) << all[i].name;
        EXPECT_TRUE(all[i].initial.empty());
    }
    EXPECT_EQ(all[2].space, Space::Const);
    EXPECT_EQ(all[3].space, Space::Shared);
    EXPECT_EQ(all[7].name, "h");
}

TEST(VariablesTest, AnExternVariableMayBeDefinedLater) {
    const Module module = read_text(".extern .global .u32 a;\n.extern .global .u32 a;\n"
                                    ".global .u32 a = 7;\n.extern .global .u32 a;");
    ASSERT_EQ(module.variables.size(), 1u);
    EXPECT_EQ(module.variables[0].initial.size(), 4u);
}

TEST(VariablesTest, WhatCannotBeDeclared) {
    EXPECT_SAYS(message_of(".global .u32 a;\n.global .u32 a;"),
                "test.ptx:2: 'a' is declared twice.");
    EXPECT_SAYS(message_of(".func f;\n.global .u32 f;"), "'f' is declared twice.");
    EXPECT_SAYS(message_of(".global .align 3 .u32 a;"), "An alignment of 3 bytes.");
    EXPECT_SAYS(message_of(".global .b8 a[1000000000][1000000000];"), "larger than 1 TiB");
    EXPECT_SAYS(message_of(".global .b64 a[1099511627776];"), "larger than 1 TiB");
    EXPECT_SAYS(message_of(".global .b8 a[2][2][2][2][2][2][2][2][2];"), "more than 8 dimensions");
    EXPECT_SAYS(message_of(".global .texref t;"), "Textures, samplers and surfaces");
    EXPECT_SAYS(message_of(".global a;"), "'a' stands where a type should.");
    EXPECT_SAYS(message_of(".global .b8 a<4>;"), "Numbered names");
    EXPECT_SAYS(message_of(".local .b8 a;"), "'.local' is not known here.");
}

} // namespace lockstep::ptx
