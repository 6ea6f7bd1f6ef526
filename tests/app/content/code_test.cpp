// SPDX-License-Identifier: MIT
#include "app/content/blocks/bodies.hpp"

#include "tests/app/content/scratch.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lockstep::content {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

const std::string source = R"(// SPDX-License-Identifier: MIT
#include <x>

namespace a {

int twice(int); // a declaration

// Doubles it.
// Twice { as much.
template <class T>
int twice(T x) {
    const char* s = "} not the end";
    if (x > 1'000) { return helper(x); } // } nor here
    return 2 * x;
}

/* helper(1) { in a comment } */
#define helper(x) (x)
static int helper(int x) { return twice(x); }

__global__ void kernel(const float* __restrict__ x,
                       int n) {
    y[threadIdx.x] = x[0];
}
}
)";

TEST(Code, FromTheCommentThroughTheClosingBrace) {
    const Scratch scratch;
    scratch.write("kernels/k.cpp", source);
    const auto code = read_code(scratch.path(), "kernels/k.cpp", "twice");
    ASSERT_TRUE(code) << code.error().text();
    EXPECT_THAT(code->text, StartsWith("// Doubles it."));
    EXPECT_THAT(code->text, EndsWith("return 2 * x;\n}"));
    EXPECT_EQ(code->first_line, 8);
    EXPECT_EQ(code->function, "twice");
}

TEST(Code, CallsMacrosAndCommentsAreNoDefinitions) {
    const Scratch scratch;
    scratch.write("kernels/k.cpp", source);
    const auto helper = read_code(scratch.path(), "kernels/k.cpp", "helper");
    ASSERT_TRUE(helper) << helper.error().text();
    EXPECT_EQ(helper->text, "static int helper(int x) { return twice(x); }");
    const auto kernel = read_code(scratch.path(), "kernels/k.cpp", "kernel");
    ASSERT_TRUE(kernel);
    EXPECT_THAT(kernel->text, StartsWith("__global__ void kernel("));
    EXPECT_THAT(kernel->text, Not(HasSubstr("namespace")));
}

TEST(Code, SaysWhatIsNotThere) {
    const Scratch scratch;
    scratch.write("kernels/k.cpp", source);
    EXPECT_THAT(read_code(scratch.path(), "kernels/k.cpp", "thrice").error().what,
                HasSubstr("no function 'thrice'"));
    EXPECT_FALSE(read_code(scratch.path(), "kernels/k.cpp", ""));
    EXPECT_FALSE(read_code(scratch.path(), "kernels/none.cpp", "twice"));
    scratch.write("kernels/open.cpp", "int f() { if (x) {");
    EXPECT_FALSE(read_code(scratch.path(), "kernels/open.cpp", "f"));
}

TEST(Code, NothingOutsideKernelsIsShown) {
    const Scratch scratch;
    scratch.write("kernels/k.cpp", source);
    scratch.write("secret.cpp", "int secret() { return 1; }");
    scratch.write("lesson/own.cpp", "int own() { return 1; }");
    EXPECT_THAT(read_code(scratch.path(), "kernels/../secret.cpp", "secret").error().what,
                HasSubstr("outside"));
    EXPECT_FALSE(read_code(scratch.path() / "lesson", "../secret.cpp", "secret"));
    EXPECT_TRUE(read_code(scratch.path() / "lesson", "own.cpp", "own"));
}

} // namespace
} // namespace lockstep::content
