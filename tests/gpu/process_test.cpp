// SPDX-License-Identifier: MIT
#include "tests/gpu/process.hpp"

#include <gtest/gtest.h>

namespace lockstep::on_card {
namespace {

TEST(Process, CodeAndOutput) {
    const Said said = run_shell("printf hello; exit 3");
    EXPECT_EQ(said.code, 3);
    EXPECT_EQ(said.text, "hello");
    EXPECT_EQ(run_shell("kill -9 $$").code, -1);
}

TEST(Process, QuotedWordsStayWhole) {
    EXPECT_EQ(run_shell("printf %s " + quoted("it's $HOME; here")).text, "it's $HOME; here");
}

TEST(Process, ClocksAreAlwaysALine) {
    const std::string line = clocks_now();
    EXPECT_FALSE(line.empty());
}

} // namespace
} // namespace lockstep::on_card
