// SPDX-License-Identifier: MIT
#include "app/experiment/trace_file.hpp"

#include "tests/app/experiment/scratch_folder.hpp"
#include "tests/app/experiment/trace_example.hpp"

#include <fstream>
#include <gmock/gmock.h>

namespace lockstep {
namespace {

using testing::HasSubstr;
using testing_support::ScratchFolder;

TEST(TraceFile, IsThereWholeAndComesBack) {
    const ScratchFolder scratch;
    const auto file = scratch.path() / "a.trace.json";
    const TraceFile trace = trace_of_kernel();
    ASSERT_TRUE(save_trace_file(trace, file));
    EXPECT_FALSE(std::filesystem::exists(file.string() + ".part"));
    const auto back = load_trace_file(file);
    ASSERT_TRUE(back) << back.error().text();
    EXPECT_EQ(write_trace(*back), write_trace(trace));
}

TEST(TraceFile, WhatCannotBeWrittenOrRead) {
    const ScratchFolder scratch;
    const auto nowhere = scratch.path() / "no" / "a.trace.json";
    const auto saved = save_trace_file(trace_of_kernel(), nowhere);
    ASSERT_FALSE(saved);
    EXPECT_THAT(saved.error().text(), HasSubstr("Make the folder first"));
    const auto loaded = load_trace_file(nowhere);
    ASSERT_FALSE(loaded);
    EXPECT_THAT(loaded.error().text(), HasSubstr(nowhere.string()));
}

TEST(TraceFile, AnotherNumberOfStepsIsTold) {
    protocol::TraceInfo now;
    now.steps = trace_of_kernel().steps;
    EXPECT_EQ(trace_difference(trace_of_kernel(), now), "");
    now.steps = 8;
    EXPECT_THAT(trace_difference(trace_of_kernel(), now), HasSubstr("has 8 now"));
}

} // namespace
} // namespace lockstep
