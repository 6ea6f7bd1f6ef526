// SPDX-License-Identifier: MIT
#include "reading.hpp"

namespace lockstep::ptx {

TEST(SectionsTest, DebuggingInformationIsSkipped) {
    const std::string section =
        ".section .debug_abbrev\n{\n.b8 1,17,2\nlabel:\n.b64 k+4, label-label\n"
        ".b32 .debug_line\n}\n.section\t.debug_loc\t{\t}\n";
    EXPECT_EQ(read_text(section + in_kernel("ret;") + section).functions.size(), 1u);
}

TEST(SectionsTest, NamesThatAreNotThereStayLabels) {
    const auto name_of_place = [](const std::string& section) {
        const Module module = read_text(
            in_kernel(".loc 1 2 3, function_name $N+9, inlined_at 1 1 1\nret;") + section);
        return module.functions.at(0).places.at(1).function;
    };
    EXPECT_EQ(name_of_place(""), "$N+9");
    EXPECT_EQ(name_of_place(".section .debug_str { $N: .b8 65,0 }"), "$N+9"); // past its end
    EXPECT_EQ(name_of_place(".section .debug_str { $N: .b8 1,1,1,1,1,1,1,1,1,65,66 }"), "AB");
}

TEST(SectionsTest, ASectionThatDoesNotEnd) {
    EXPECT_SAYS(message_of(".section .debug_str { .b8 1,"), "The text ends inside a .section.");
    EXPECT_SAYS(message_of(".section { }"), "the name of a section");
    EXPECT_SAYS(message_of(".section .debug_str .b8"), "'{'");
}

} // namespace lockstep::ptx
