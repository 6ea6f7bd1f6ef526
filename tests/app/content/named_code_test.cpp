// SPDX-License-Identifier: MIT
#include "app/content/named_code.hpp"

#include "tests/app/content/blocks/one_block.hpp"

#include <gmock/gmock.h>

namespace lockstep::content {
namespace {

TEST(NamedCode, OfAFigureIsTheFunctionsText) {
    const Scratch scratch;
    scratch.write("kernels/a/serial.cpp", "int serial() {\n}\n");
    const auto folder = scratch.path() / "lesson";
    std::filesystem::create_directories(folder);
    const std::string named = "name = 'cache_line'\nfile = 'kernels/a/serial.cpp'\n";
    const OneBlock<FigureBody> block(named + "function = 'serial'\n", folder, scratch.path());
    ASSERT_TRUE(block.body) << block.said();
    EXPECT_EQ(block->code, "int serial() {\n}");
    const OneBlock<FigureBody> wrong(named + "function = 'main'\n", folder, scratch.path());
    EXPECT_THAT(wrong.said(), testing::HasSubstr("there is no function 'main'"));
    const OneBlock<FigureBody> without("name = 'queue'\n", folder, scratch.path());
    ASSERT_TRUE(without.body) << without.said();
    EXPECT_EQ(without->code, "");
}

} // namespace
} // namespace lockstep::content
