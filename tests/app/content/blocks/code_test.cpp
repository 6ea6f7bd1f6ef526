// SPDX-License-Identifier: MIT
#include "tests/app/content/blocks/one_block.hpp"

#include <gmock/gmock.h>

namespace lockstep::content {
namespace {

using testing::HasSubstr;

TEST(CodeBlock, FromKernelsOrTheLessonsOwnFolder) {
    const Scratch scratch;
    scratch.write("kernels/a/serial.cpp", "// Why.\nint serial() {\n}\n");
    scratch.write("lesson/own.py.cpp", "int own() { return 1; }\n");
    const OneBlock<CodeBody> kernel(
        "file = 'kernels/a/serial.cpp'\nfunction = 'serial'\ncaption = 'c'\n",
        scratch.path() / "lesson", scratch.path());
    ASSERT_TRUE(kernel.body) << kernel.said();
    EXPECT_EQ(kernel->text, "// Why.\nint serial() {\n}");
    EXPECT_EQ(kernel->caption, "c");
    const OneBlock<CodeBody> own("file = 'own.py.cpp'\nfunction = 'own'\n",
                                 scratch.path() / "lesson", scratch.path());
    EXPECT_TRUE(own.body) << own.said();
}

TEST(CodeBlock, WhatIsNotThereIsReportedAndLeftOut) {
    const Scratch scratch;
    scratch.write("kernels/a/serial.cpp", "int serial() {}\n");
    scratch.write("app/secret.cpp", "int secret() {}\n");
    const auto folder = scratch.path() / "lesson";
    std::filesystem::create_directories(folder);
    const auto said = [&](const std::string& toml) {
        const OneBlock<CodeBody> block(toml, folder, scratch.path());
        EXPECT_TRUE(block.blocks.empty());
        return block.said();
    };
    EXPECT_THAT(said("file = 'kernels/a/serial.cpp'\nfunction = 'main'\n"),
                HasSubstr(":3: 'kernels/a/serial.cpp': there is no function 'main'"));
    EXPECT_THAT(said("file = 'kernels/../app/secret.cpp'\nfunction = 'secret'\n"),
                HasSubstr("outside"));
    EXPECT_THAT(said("file = '../app/secret.cpp'\nfunction = 'secret'\n"), HasSubstr("outside"));
    EXPECT_THAT(said("file = 'app/secret.cpp'\nfunction = 'secret'\n"), HasSubstr("no such file"));
}

} // namespace
} // namespace lockstep::content
