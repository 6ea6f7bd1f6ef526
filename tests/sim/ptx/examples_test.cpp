// SPDX-License-Identifier: MIT
// That every example reads as its row is tested in forms_test.cpp, for all rows.
#include "sim/ptx/examples.hpp"

#include "reading.hpp"

#include <algorithm>

namespace lockstep::ptx {

static std::vector<std::string> texts_of(std::string_view opcode, std::string_view syntax) {
    std::vector<std::string> texts;
    for (const Pattern& pattern : all_patterns())
        if (pattern.opcode == opcode && pattern.form->syntax == syntax)
            for (const Example& one : examples_of(pattern))
                texts.push_back(one.text);
    return texts;
}

TEST(ExamplesTest, EveryAlternativeOfEveryPlaceStandsInOne) {
    EXPECT_EQ(
        texts_of("bmsk", "bmsk.<clamp|wrap>.b32 d, a, b"),
        (std::vector<std::string>{"bmsk.clamp.b32 r0, r1, r2;", "bmsk.wrap.b32 r0, r1, r2;"}));
    EXPECT_EQ(texts_of("rcp", "rcp.approx[.ftz].f32 d, a"),
              (std::vector<std::string>{"rcp.approx.f32 f0, f1;", "rcp.approx.ftz.f32 f0, f1;"}));
}

TEST(ExamplesTest, TheModuleHasOneKernelOfThem) {
    const Module module = read_text(module_around("exit;\nexit;"));
    EXPECT_EQ(module.functions.back().name, "kernel");
    EXPECT_EQ(module.functions.back().instructions.size(), 3u);
}

} // namespace lockstep::ptx
