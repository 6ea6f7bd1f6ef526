// SPDX-License-Identifier: MIT
#include "kernels/measure/workload.hpp"

#include <cmath>
#include <gtest/gtest.h>

namespace lockstep {
namespace {

constexpr std::string_view colours[] = {"red", "green"};
constexpr Parameter parameters[] = {
    {"size", "size", "bytes", 8, 256, 8, Scale::Linear, true},
    {"share", "share", "", 0, 1, 0.5},
    {"colour", "colour", "", 0, 1, 0, Scale::Linear, true, colours},
};
constexpr Workload workload{.name = "toy",
                            .title = "",
                            .sentence = "",
                            .item = "",
                            .parameters = parameters,
                            .create = nullptr,
                            .items = nullptr,
                            .flops = nullptr,
                            .bytes = nullptr};

std::string said(const Values& values) {
    const auto checked = check_values(workload, values);
    return checked ? "" : checked.error().text();
}

TEST(CheckValues, AcceptsTheEndsOfEveryRange) {
    EXPECT_EQ(said({{"size", 8}, {"share", 0}, {"colour", 0}}), "");
    EXPECT_EQ(said({{"size", 256}, {"share", 1}, {"colour", 1}, {"p", 64}}), "");
}

TEST(CheckValues, NamesParameterAndRange) {
    EXPECT_EQ(said({{"size", 7}, {"share", 0}, {"colour", 0}}),
              "toy: size: 7 cannot be. It is a whole number from 8 to 256 bytes.");
    EXPECT_EQ(said({{"size", 8.5}, {"share", 0}, {"colour", 0}}),
              "toy: size: 8.5 cannot be. It is a whole number from 8 to 256 bytes.");
    EXPECT_EQ(said({{"size", 8}, {"share", 1.25}, {"colour", 0}}),
              "toy: share: 1.25 cannot be. It is from 0 to 1.");
    EXPECT_EQ(said({{"size", 8}, {"share", 1}, {"colour", 2}}),
              "toy: colour: 2 cannot be. It is one of 0 (red), 1 (green).");
}

TEST(CheckValues, WantsEveryParameterAndANumber) {
    EXPECT_EQ(said({{"size", 8}, {"colour", 0}}),
              "toy: share: this parameter has no value. It is from 0 to 1.");
    EXPECT_NE(said({{"size", 8}, {"share", std::nan("")}, {"colour", 0}}), "");
}

TEST(CheckValues, CountsWorkersInWholeNumbers) {
    for (const double p : {0.0, 1.5, -2.0, 1025.0, std::nan("")})
        EXPECT_NE(said({{"size", 8}, {"share", 0}, {"colour", 0}, {"p", p}}).find("toy: p: "),
                  std::string::npos)
            << p;
}

} // namespace
} // namespace lockstep
