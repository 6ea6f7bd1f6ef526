// SPDX-License-Identifier: MIT
#include "reading.hpp"

namespace lockstep::ptx {

TEST(PlacesTest, AnInstructionComesFromTheLineBeforeIt) {
    const Module module = read_text(in_kernel("mov.u32 r1, 0;\n.loc 2 7 9\nmov.u32 r1, 1;\nmov.u32 "
                                              "r1, 2;\n.loc 2 0 3\nret;") +
                                    ".file 2 \"a b.cu\", 1700000000, 512\n");
    const Function& function = module.functions[0];
    EXPECT_EQ(module.files, (std::vector<std::string>{"", "", "a b.cu"}));
    EXPECT_EQ(function.instructions[0].place, -1);
    EXPECT_EQ(function.instructions[1].place, function.instructions[2].place);
    const Place& place = function.places[static_cast<std::size_t>(function.instructions[1].place)];
    EXPECT_EQ(place.file, 2);
    EXPECT_EQ(place.line, 7);
    EXPECT_EQ(place.column, 9);
    EXPECT_EQ(place.inlined_at, -1);
    const Place& none = function.places[static_cast<std::size_t>(function.instructions[3].place)];
    EXPECT_EQ(none.line, 0);
}

TEST(PlacesTest, InlinedFunctionsLeadBackToTheirCall) {
    const Module module = read_text(
        in_kernel(".loc 1 87 9\n.loc 1 20 5, function_name $N, inlined_at 1 87 9\n"
                  ".loc 1 6 5, function_name $N+3, inlined_at 1 20 5\nret;\n.loc 1 30 1\nret;\n"
                  ".loc 1 6 5\nret;") +
        ".section .debug_str\n{\n$N:\n.b8 102,111\n.b8 0,103,0\n}\n");
    const Function& function = module.functions[0];
    const auto place = [&](int index) { return function.places[static_cast<std::size_t>(index)]; };
    const Place inner = place(function.instructions[0].place);
    EXPECT_EQ(inner.line, 6);
    EXPECT_EQ(inner.function, "g"); // "fo\0g\0" from byte 3 on
    const Place middle = place(inner.inlined_at);
    EXPECT_EQ(middle.line, 20);
    EXPECT_EQ(middle.function, "fo");
    const Place outer = place(middle.inlined_at);
    EXPECT_EQ(outer.line, 87);
    EXPECT_EQ(outer.inlined_at, -1);
    // Said once: the bare line means the place that it was said of.
    EXPECT_EQ(function.instructions[2].place, function.instructions[0].place);
}

TEST(PlacesTest, NumbersOutOfBoundsAndHalfSentences) {
    EXPECT_SAYS(message_of_body(".loc 70000 1 1"), "The number of a file must be an integer");
    EXPECT_SAYS(message_of_body(".loc 1 99999999999 1"), "A line must be an integer");
    EXPECT_SAYS(message_of_body(".loc 1 1 1, inlined_at f, function_name 1 1 1"), "Write");
    EXPECT_SAYS(message_of(".file 1 name"), "'name' stands where the name of a file should.");
    // A file that no .file names is still one that may be asked for.
    EXPECT_EQ(read_text(in_kernel(".loc 3 1 1\nret;")).files.size(), 4u);
}

} // namespace lockstep::ptx
