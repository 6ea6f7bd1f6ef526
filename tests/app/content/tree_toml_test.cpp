// SPDX-License-Identifier: MIT
#include "app/content/tree.hpp"

#include <gtest/gtest.h>

namespace lockstep::content {
namespace {

TEST(TreeToml, KeepsTheOrderOfTheFileAndItsLines) {
    const auto tree =
        read_toml("z = 1\na = 'two'\n\n[m]\nlist = [1, 2.5]\nflag = true\n", "f.toml");
    ASSERT_TRUE(tree) << tree.error().text();
    const auto& table = std::get<Tree::Table>(tree->value);
    ASSERT_EQ(table.size(), 3u);
    EXPECT_EQ(table[0].first, "z");
    EXPECT_EQ(table[1].first, "a");
    EXPECT_EQ(table[1].second.line, 2);
    EXPECT_EQ(std::get<double>(table[0].second.value), 1.0);
    EXPECT_EQ(std::get<std::string>(table[1].second.value), "two");
    const Tree* list = tree->find("m")->find("list");
    ASSERT_TRUE(list && list->is_array());
    EXPECT_EQ(list->line, 5);
    EXPECT_EQ(std::get<double>(std::get<Tree::Array>(list->value)[1].value), 2.5);
    EXPECT_TRUE(std::get<bool>(tree->find("m")->find("flag")->value));
}

TEST(TreeToml, DottedKeysAndListsOfTablesLieWhereTheyStand) {
    const auto tree = read_toml(
        "[e]\nsliders.p = { start = 1 }\nsliders.a = { start = 2 }\n[[c]]\nx=1\n[[c]]\nx=2\n",
        "f.toml");
    ASSERT_TRUE(tree) << tree.error().text();
    const Tree* sliders = tree->find("e")->find("sliders");
    ASSERT_TRUE(sliders);
    EXPECT_EQ(sliders->find("p")->line, 2);
    EXPECT_EQ(sliders->find("a")->line, 3);
    EXPECT_EQ(std::get<Tree::Table>(sliders->value)[0].first, "p");
    const Tree* cards = tree->find("c");
    ASSERT_TRUE(cards && cards->is_array());
    EXPECT_EQ(std::get<Tree::Array>(cards->value)[1].find("x")->line, 7);
}

TEST(TreeToml, ErrorsSayFileLineAndRemedy) {
    const auto tree = read_toml("a = 1\nb = = 2\n", "lesson.toml");
    ASSERT_FALSE(tree);
    EXPECT_EQ(tree.error().where, "lesson.toml:2");
    EXPECT_NE(tree.error().what.find("not TOML"), std::string::npos);
    EXPECT_FALSE(tree.error().remedy.empty());
}

TEST(TreeToml, FencedBlocksCountFromTheirFirstLine) {
    const auto tree = read_toml("a = 1\nb = 2\n", "lesson.md", 41);
    ASSERT_TRUE(tree);
    EXPECT_EQ(tree->find("b")->line, 42);
    const auto broken = read_toml("a = 1\nb\n", "lesson.md", 41);
    ASSERT_FALSE(broken);
    EXPECT_EQ(broken.error().where, "lesson.md:42");
}

TEST(TreeToml, RefusesBytesThatAreNotText) {
    EXPECT_FALSE(read_toml("a = '\xff\xfe'\n", "f.toml"));
    EXPECT_FALSE(read_toml(std::string_view("a\0b", 3), "f.toml"));
}

} // namespace
} // namespace lockstep::content
