// SPDX-License-Identifier: MIT
#include "reading.hpp"

namespace lockstep::ptx {

TEST(ReadTest, TheTextIsKeptLineByLine) {
    const Module module = read_text(".version 9.0\n\n.target sm_75\n");
    EXPECT_EQ(module.name, "test.ptx");
    EXPECT_EQ(module.lines, (std::vector<std::string>{".version 9.0", "", ".target sm_75"}));
}

TEST(ReadTest, ZerosAtTheEndAreNoText) {
    // What NVRTC hands out ends with one.
    EXPECT_EQ(read_text(std::string(".version 9.0\n") + '\0').lines.size(), 1u);
    EXPECT_SAYS(message_of(std::string("a\0b", 3)), "is not known here");
}

TEST(ReadTest, AModuleCanBeMovedAndCopied) {
    Module first = read_text(in_kernel("L: add.s32 r1, r2, 3;\nbra L;"));
    const Module copy = first;
    const Module moved = std::move(first);
    EXPECT_EQ(copy.functions[0].instructions[0].form, moved.functions[0].instructions[0].form);
    EXPECT_EQ(copy.functions[0].instructions[1].operands[0].index, 0);
}

TEST(ReadTest, TextsThatAreTooLarge) {
    EXPECT_SAYS(message_of(std::string((64u << 20) + 1, ' ')), "The text has 67108865 bytes");
    EXPECT_SAYS(message_of(std::string(5u << 20, '\n')), "64 MiB in four million lines are read");
}

TEST(ReadTest, EveryErrorSaysWhatToDo) {
    for (const char* text : {"x", ".entry", ".entry k() { mov }", ".entry k() { bra L; }",
                             ".global .b8 a[", "@", ".entry k() { add.s32 r1, r2, r3; }"}) {
        const auto module = read(text, "t");
        ASSERT_FALSE(module) << text;
        EXPECT_TRUE(module.error().where.starts_with("t:1")) << text;
        EXPECT_FALSE(module.error().remedy.empty()) << text;
    }
}

} // namespace lockstep::ptx
