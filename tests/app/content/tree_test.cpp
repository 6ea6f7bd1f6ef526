// SPDX-License-Identifier: MIT
#include "app/content/tree.hpp"

#include <gtest/gtest.h>

namespace lockstep::content {
namespace {

TEST(Tree, FindsOnlyInTables) {
    const Tree leaf{1.0, 3};
    EXPECT_EQ(leaf.find("a"), nullptr);
    const Tree table{Tree::Table{{"a", leaf}}, 2};
    ASSERT_NE(table.find("a"), nullptr);
    EXPECT_EQ(table.find("a")->line, 3);
    EXPECT_EQ(table.find("b"), nullptr);
}

} // namespace
} // namespace lockstep::content
