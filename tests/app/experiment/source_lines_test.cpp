// SPDX-License-Identifier: MIT
#include "app/experiment/source_lines.hpp"

#include <gtest/gtest.h>

namespace lockstep {
namespace {

StepRow at(int line, std::uint32_t lanes, int path = -1) {
    StepRow row;
    row.line = line;
    row.lanes = lanes;
    row.path = path;
    return row;
}

TEST(SourceLines, AFileIsKnownByItsNameAlone) {
    const std::vector<std::string> files{"", "/somewhere/cuda_10.cu", "/a/kernels/gather/cuda_1.cu",
                                         "/usr/include/device.hpp"};
    EXPECT_EQ(source_file(files, "kernels/gather/cuda_1.cu"), 2);
    EXPECT_EQ(source_file(files, "cuda_10.cu"), 1);
    EXPECT_EQ(source_file(files, "cuda_2.cu"), -1);
    EXPECT_EQ(source_file(files, ""), -1) << "the empty name is no file's";
}

TEST(SourceLines, ALineIsTheUnionOfItsInstructions) {
    const std::vector<StepRow> rows{at(3, 0xff),    at(4, 0x0f, 0), at(4, 0x0f, 0),
                                    at(5, 0xf0, 1), at(5, 0x70, 1), at(6, 0xff)};
    const auto visits = line_visits(rows, 3);
    ASSERT_EQ(visits.size(), 3u) << "line 6 is still to come";
    EXPECT_EQ(visits[0].line, 3);
    EXPECT_EQ(visits[1].lanes, 0x0fu);
    EXPECT_EQ(visits[1].path, 0);
    EXPECT_EQ(visits[2].lanes, 0xf0u) << "the whole visit, what comes of it too";
    EXPECT_EQ(visits[2].path, 1);
}

TEST(SourceLines, OfARoundInALoopTheLatestCounts) {
    const std::vector<StepRow> rows{at(4, 0x0f, 0), at(5, 0xf0, 1), at(4, 0x01, 2), at(7, 0xff),
                                    at(0, 0xff)};
    const auto visits = line_visits(rows, 3);
    ASSERT_EQ(visits.size(), 3u);
    EXPECT_EQ(visits[0].lanes, 0x01u);
    EXPECT_EQ(visits[0].path, 2);
    EXPECT_EQ(line_visits(rows, 4).size(), 3u) << "an instruction of no line is none's";
    EXPECT_TRUE(line_visits(rows, 5).empty());
    EXPECT_TRUE(line_visits({}, 0).empty());
}

TEST(SourceLines, LinesOfPathsThatMixHaveNoPath) {
    const std::vector<StepRow> rows{at(4, 0x0f, 0), at(4, 0xf0, 1)};
    const auto visits = line_visits(rows, 0);
    ASSERT_EQ(visits.size(), 1u);
    EXPECT_EQ(visits[0].lanes, 0xffu);
    EXPECT_EQ(visits[0].path, -1);
}

TEST(SourceLines, ATextsLines) {
    EXPECT_EQ(lines_of_text("a\n\nb"), (std::vector<std::string_view>{"a", "", "b"}));
    EXPECT_EQ(lines_of_text("a\n").size(), 1u);
    EXPECT_TRUE(lines_of_text("").empty());
}

} // namespace
} // namespace lockstep
