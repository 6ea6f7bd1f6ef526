// SPDX-License-Identifier: MIT
// The line that writes the counter, out of the function that ran.
#include "app/blocks/figure/cache_line/store_line.hpp"
#include "app/content/blocks/bodies.hpp"

#include <cstdlib>
#include <gtest/gtest.h>

namespace lockstep::cache_line {
namespace {

TEST(StoreLine, IsTheStatementOfTheKindsLoop) {
    const char* source = std::getenv("LOCKSTEP_SOURCE_DIR");
    ASSERT_NE(source, nullptr);
    const auto code =
        content::read_code(source, "kernels/false_sharing/false_sharing.cpp", "increment");
    ASSERT_TRUE(code) << code.error().text();
    EXPECT_EQ(store_line(code->text, 0), "counter.fetch_add(1, std::memory_order_relaxed);");
    EXPECT_EQ(store_line(code->text, 1),
              "counter.store(counter.load(std::memory_order_relaxed) + 1, "
              "std::memory_order_relaxed);");
    EXPECT_EQ(store_line(code->text, 2), "counter.store(++count, std::memory_order_relaxed);");
}

TEST(StoreLine, IsEmptyWhereThereIsNone) {
    EXPECT_EQ(store_line("", 0), "");
    EXPECT_EQ(store_line("for (;;)\n    x = 1;\n", 1), "");
    EXPECT_EQ(store_line("for (;;)\n    x = 1", 0), "") << "cut off";
}

} // namespace
} // namespace lockstep::cache_line
