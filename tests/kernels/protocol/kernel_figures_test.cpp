// SPDX-License-Identifier: MIT
#include "kernels/protocol/kernel_figures.hpp"

#include <gtest/gtest.h>

namespace lockstep::protocol {
namespace {

TEST(FiguresFor, ACardRunsCodeOfItsGeneration) {
    const std::vector<KernelFigures> figures{
        {"a", 75, 10, 0, 0}, {"a", 80, 20, 0, 0}, {"a", 86, 30, 0, 0}, {"b", 89, 40, 0, 0}};
    EXPECT_EQ(figures_for(figures, "a", 80)->registers, 20);
    EXPECT_EQ(figures_for(figures, "a", 86)->registers, 30);
    EXPECT_EQ(figures_for(figures, "a", 87)->registers, 30) << "8.7 runs what was made for 8.6";
    EXPECT_EQ(figures_for(figures, "a", 90), nullptr) << "9.0 runs none of these";
    EXPECT_EQ(figures_for(figures, "b", 86), nullptr) << "8.6 does not run code for 8.9";
    EXPECT_EQ(figures_for(figures, "c", 80), nullptr);
}

} // namespace
} // namespace lockstep::protocol
