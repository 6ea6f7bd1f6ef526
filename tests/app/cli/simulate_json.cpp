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

TEST(CliSimulate, OccupancyHasTheRegistersOfPtxas) {
    if (!has_kernels())
        GTEST_SKIP() << "no nvcc was found when this was built";
    const std::string kernel = "simulate divergence/cuda_1 --set lanes=64 --set length=2 ";
    for (const char* const device : {"t4", "a100", "rtx_3060", "rtx_4090", "h100", "h200"}) {
        const Ended ended = start(kernel + "--json - --device " + device);
        ASSERT_EQ(ended.code, 0) << ended.errors;
        const auto json = nlohmann::json::parse(ended.output, nullptr, false)["occupancy"][0];
        EXPECT_EQ(json["kernel"], "cuda_1");
        ASSERT_TRUE(json["registers_per_thread"].is_number()) << json;
        EXPECT_GE(json["registers_per_thread"], 1);
        EXPECT_LE(json["registers_per_thread"], 255);
        EXPECT_GE(json["blocks_per_sm"], 1);
        EXPECT_FALSE(json["limiters"].empty());
    }
    EXPECT_THAT(start(kernel).output, HasSubstr("registers a thread (ptxas for sm_90)"));
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
    // By the ptxas that is here, or unknown: then a range.
    const auto& occupancy = json["occupancy"][0];
    EXPECT_EQ(occupancy["kernel"], "twice");
    EXPECT_TRUE(occupancy["registers_per_thread"].is_number() ||
                occupancy["fewest_blocks_per_sm"].is_number());
}

TEST(CliSimulate, WhatIsWrongIsFoundAndTheAnswerIsNo) {
    const Scratch scratch;
    const Ended ended = start(with_file(scratch, doubling(true), "--block 4 --arg u32[4]=1"));
    EXPECT_EQ(ended.code, 1) << ended.errors;
    EXPECT_THAT(ended.output, HasSubstr("bounds"));
    EXPECT_THAT(ended.output, HasSubstr("'buffer 0'"));
}

TEST(CliSimulate, ABufferThatNobodyHasWritten) {
    const Scratch scratch;
    const Ended ended =
        start(with_file(scratch, doubling(false), "--block 4 --arg u32[4]=none --show 0 --json -"));
    EXPECT_EQ(ended.code, 1) << ended.errors;
    const auto json = nlohmann::json::parse(ended.output, nullptr, false);
    ASSERT_EQ(json["findings"].size(), 1u) << ended.output;
    EXPECT_EQ(json["findings"][0]["kind"], "uninitialised");
    EXPECT_EQ(json["buffers"]["0"], nlohmann::json({0, 0, 0, 0}));
    // Without the checks it is as good as one full of zeros.
    EXPECT_EQ(start(with_file(scratch, doubling(false), "--block 4 --arg u32[4]=none --fast")).code,
              0);
}

TEST(CliSimulate, RacesBetweenBlocksAreLookedForOnRequest) {
    const Scratch scratch;
    const std::string shared_word = "--grid 2 --block 4 --arg u32[4]=iota --json -";
    EXPECT_EQ(start(with_file(scratch, doubling(false), shared_word)).code, 0);
    const Ended ended = start(with_file(scratch, doubling(false), shared_word + " --global-races"));
    EXPECT_EQ(ended.code, 1) << ended.errors;
    const auto json = nlohmann::json::parse(ended.output, nullptr, false);
    ASSERT_FALSE(json["findings"].empty()) << ended.output;
    EXPECT_EQ(json["findings"][0]["kind"], "race");
    EXPECT_THAT(json["findings"][0]["message"].get<std::string>(), HasSubstr("another block"));
    // A block of its own has nobody to race with.
    EXPECT_EQ(start(with_file(scratch, doubling(false),
                              "--grid 1 --block 4 --arg u32[4]=iota --global-races"))
                  .code,
              0);
}

/// The JSON of one start without what is never the same.
nlohmann::json without_time(const std::string& text) {
    auto json = nlohmann::json::parse(text, nullptr, false);
    EXPECT_TRUE(json.is_object()) << text;
    json.erase("seconds");
    return json;
}

TEST(CliSimulate, ATraceFileGivesTheSameAgain) {
    const Scratch scratch;
    const std::string file = (scratch.path / "twice.trace.json").string();
    const Ended first = start(with_file(scratch, doubling(false),
                                        "--grid 2 --block 40 --arg u32[40]=iota --show 0 --json - "
                                        "--traced-block 1 --trace " +
                                            file));
    ASSERT_EQ(first.code, 0) << first.errors;
    std::filesystem::remove(scratch.path / "twice.ptx");
    const Ended second = start("simulate " + file + " --json -");
    EXPECT_EQ(second.code, first.code) << second.errors;
    EXPECT_EQ(without_time(second.output), without_time(first.output));
    const auto trace = nlohmann::json::parse(text_of(file), nullptr, false);
    EXPECT_EQ(trace["format"], "lockstep-trace");
    EXPECT_EQ(trace["steps"], 16);
}

TEST(CliSimulate, ATraceFileOfAKernelOfTheProject) {
    if (!has_kernels())
        GTEST_SKIP() << "no nvcc was found when this was built";
    const Scratch scratch;
    const std::string file = (scratch.path / "split.trace.json").string();
    const Ended first = start("simulate divergence/cuda_1 --set leave=3 --set lanes=100 --trace " +
                              file + " --json -");
    ASSERT_EQ(first.code, 0) << first.errors;
    const auto trace = nlohmann::json::parse(text_of(file), nullptr, false);
    const auto& parameters = trace["request"]["points"][0]["parameters"];
    EXPECT_EQ(parameters["leave"], 3);
    EXPECT_TRUE(parameters.contains("paths")); // the defaults too
    const Ended second = start("simulate " + file + " --json -");
    EXPECT_EQ(second.code, 0) << second.errors;
    EXPECT_EQ(second.errors.find("steps"), second.errors.npos) << second.errors;
    EXPECT_EQ(without_time(second.output), without_time(first.output));
}

TEST(CliSimulate, TraceFilesThatAreNot) {
    const Scratch scratch;
    const auto file = scratch.path / "twice.trace.json";
    const Ended first = start(
        with_file(scratch, doubling(false), "--block 4 --arg u32[4]=1 --trace " + file.string()));
    ASSERT_EQ(first.code, 0) << first.errors;
    const std::string whole = text_of(file);
    const auto problem = [&](std::string text) {
        std::ofstream(file) << text;
        const Ended ended = start("simulate " + file.string());
        EXPECT_EQ(ended.code, 2) << ended.output;
        return ended.errors;
    };
    EXPECT_THAT(problem(whole.substr(0, whole.size() / 2)), HasSubstr("cut short"));
    std::string newer = whole;
    newer.replace(newer.find("\"version\": 1"), 12, "\"version\": 9");
    EXPECT_THAT(problem(newer), HasSubstr("version 9"));
    std::string broken = whole;
    broken.replace(broken.find("shl.b32"), 7, "shl.b99");
    EXPECT_THAT(problem(broken), HasSubstr("shl.b99"));
    // An edit that can still be executed is done, and said.
    std::string longer = whole;
    longer.replace(longer.find("shl.b32"), 7, "mov.u32 %r1, %r1; shl.b32");
    std::ofstream(file) << longer;
    const Ended ended = start("simulate " + file.string());
    EXPECT_EQ(ended.code, 0) << ended.errors;
    EXPECT_THAT(ended.errors, HasSubstr("has 9 now"));
    EXPECT_EQ(start("simulate " + (scratch.path / "none.trace.json").string()).code, 2);
    EXPECT_EQ(start(with_file(scratch, doubling(false),
                              "--block 4 --arg u32[4]=1 --trace "
                              "/nowhere/a.trace.json"))
                  .code,
              3);
    const Ended block =
        start(with_file(scratch, doubling(false),
                        "--block 4 --arg u32[4]=1 --traced-block 7 --trace " + file.string()));
    EXPECT_EQ(block.code, 2);
    EXPECT_THAT(block.errors, HasSubstr("no block 7"));
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
