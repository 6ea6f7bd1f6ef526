// SPDX-License-Identifier: MIT
#include "app/experiment/compile_errors.hpp"

#include <gtest/gtest.h>

namespace lockstep {
namespace {

TEST(CompileErrors, EachAtItsLine) {
    const auto errors = compile_errors(
        "cuda_1.cu:9: identifier \"a\" is undefined. x[0] = a;\n         ^\n\n"
        "cuda_1.cu(4): error: expected a \";\"\n  b = 1\n"
        "cuda_1.cu(4): error: another one of this line\n"
        "cuda_1.cu(12): warning #177-D: variable \"c\" was declared but never referenced\n"
        "cuda_1.cu(2): catastrophic error: cannot open source file \"d.h\"\n"
        "3 errors detected in the compilation of \"cuda_1.cu\".\n");
    ASSERT_EQ(errors.size(), 3u);
    EXPECT_EQ(errors[0].line, 2);
    EXPECT_EQ(errors[0].words, "cannot open source file \"d.h\"");
    EXPECT_EQ(errors[1].line, 4);
    EXPECT_EQ(errors[1].words, "expected a \";\"");
    EXPECT_EQ(errors[2].line, 9);
    EXPECT_EQ(errors[2].words, "identifier \"a\" is undefined. x[0] = a;");
}

TEST(CompileErrors, NothingWhereNoLineIsNamed) {
    EXPECT_TRUE(compile_errors("").empty());
    EXPECT_TRUE(compile_errors("bench: it cannot. Wait.").empty());
    EXPECT_TRUE(compile_errors("The result differs: error: 3 of 4").empty());
    EXPECT_TRUE(compile_errors("(): error: of nobody").empty());
}

} // namespace
} // namespace lockstep
