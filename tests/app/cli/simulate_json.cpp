// SPDX-License-Identifier: MIT
// `lockstep simulate` as people type it: counts, findings, files of their own, and mistakes.
#include "tests/app/cli/program_under_test.hpp"

#include <cstdlib>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <tuple>

namespace lockstep::testing_support {
namespace {

using testing::HasSubstr;

bool has_kernels() {
    const char* folder = std::getenv("LOCKSTEP_BINARY_DIR");
    return std::filesystem::exists(std::filesystem::path(folder ? folder : ".") /
                                   "bin/divergence_cuda_1.ptx");
}

/// Doubles n numbers; thread 3 reads where nobody wrote if `wild`.
std::string doubling(bool wild) {
    return std::string(R"(.version 8.0
.target sm_75
.address_size 64
.visible .entry twice(.param .u64 x)
{
    .reg .b32 %r<3>;
    .reg .b64 %rd<4>;
    ld.param.u64 %rd1, [x];
    mov.u32 %r1, %tid.x;
    mul.wide.u32 %rd2, %r1, 4;
    add.s64 %rd3, %rd1, %rd2;
    ld.global.u32 %r2, [%rd3)") +
           (wild ? "+4096" : "") + R"(];
    shl.b32 %r2, %r2, 1;
    st.global.u32 [%rd3], %r2;
    ret;
}
)";
}

std::string with_file(const Scratch& scratch, const std::string& text, const std::string& rest) {
    const auto file = scratch.path / "twice.ptx";
    std::ofstream(file) << text;
    return "simulate " + file.string() + " " + rest;
}

TEST(CliSimulate, AKernelOfTheProjectIsCountedAndChecked) {
    if (!has_kernels())
        GTEST_SKIP() << "no nvcc was found when this was built";
    const Ended ended = start("simulate gather/cuda_1 --set stride=8 --set loads=1024 --json -");
    ASSERT_EQ(ended.code, 0) << ended.errors;
    const auto json = nlohmann::json::parse(ended.output, nullptr, false);
    EXPECT_EQ(json["format"], "lockstep-simulation");
    const auto& counters = json["counters"];
    // Every lane of a load has a sector of its own once 8 words of 4 bytes lie between them.
    EXPECT_EQ(counters["global_load_sectors"].get<int>(),
              32 * counters["global_load_requests"].get<int>());
    EXPECT_TRUE(json["findings"].empty());
}

TEST(CliSimulate, AFileWithItsArguments) {
    const Scratch scratch;
    const Ended ended =
        start(with_file(scratch, doubling(false), "--block 4 --arg u32[4]=iota --show 0 --json -"));
    ASSERT_EQ(ended.code, 0) << ended.errors;
    const auto json = nlohmann::json::parse(ended.output, nullptr, false);
    EXPECT_EQ(json["buffers"]["0"], nlohmann::json({0, 2, 4, 6}));
    EXPECT_EQ(json["counters"]["instructions_executed"], 8);
    EXPECT_EQ(json["counters"]["lane_instructions"], 32);
}

TEST(CliSimulate, WhatIsWrongIsFoundAndTheAnswerIsNo) {
    const Scratch scratch;
    const Ended ended = start(with_file(scratch, doubling(true), "--block 4 --arg u32[4]=1"));
    EXPECT_EQ(ended.code, 1) << ended.errors;
    EXPECT_THAT(ended.output, HasSubstr("bounds"));
    EXPECT_THAT(ended.output, HasSubstr("'buffer 0'"));
}

TEST(CliSimulate, MistakesAreSentences) {
    const std::pair<const char*, const char*> cases[] = {
        {"simulate divergenc/cuda_1", "Did you mean divergence/cuda_1"},
        {"simulate divergence/cuda_1 --device h300", "Did you mean h"},
        {"simulate divergence/cuda_1 --set leave=many", "leave"},
        {"simulate /nowhere/a.ptx", "/nowhere/a.ptx"}};
    for (const auto& [arguments, words] : cases) {
        const Ended ended = start(arguments);
        EXPECT_EQ(ended.code, 2) << arguments << "\n" << ended.output;
        EXPECT_THAT(ended.errors, HasSubstr(words)) << arguments;
    }
}

TEST(CliSimulate, MistakesInAFileAreSentences) {
    const Scratch scratch;
    const std::string text = doubling(false);
    const std::tuple<std::string, const char*, const char*> cases[] = {
        {"nonsense", "", "twice.ptx:1"},
        {text, "--arg u32[4]=often", "'often' fills no buffer"},
        {text, "--arg r32[4]=1", "there is no type 'r32'"},
        {text, "--block 0", "'0' is no whole number"},
        {text, "--kernel thrice --arg u32[4]=1", "thrice"},
        {text, "", "argument"}};
    for (const auto& [file, rest, words] : cases) {
        const Ended ended = start(with_file(scratch, file, rest));
        EXPECT_EQ(ended.code, 2) << rest << "\n" << ended.output;
        EXPECT_THAT(ended.errors, HasSubstr(words)) << rest;
    }
}

} // namespace
} // namespace lockstep::testing_support
