// SPDX-License-Identifier: MIT
// `lockstep passport` as a program, against the real bench: measured once, kept, and measured anew
// when the machine is another one.
#include "tests/app/cli/program_under_test.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>
#include <sched.h>
#include <vector>

namespace lockstep::testing_support {
namespace {

using testing::HasSubstr;
using Json = nlohmann::json;

Json json_of(const std::string& text) {
    return Json::parse(text, nullptr, false);
}

std::size_t files_in(const std::filesystem::path& folder) {
    std::size_t count = 0;
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator(folder, none))
        count += entry.path().filename().string().starts_with("passport-") ? 1 : 0;
    return count;
}

TEST(CliPassport, IsMeasuredOnceAndKept) {
    const Scratch scratch;
    const std::string cache = "XDG_CACHE_HOME=" + scratch.path.string();
    const Ended first = start("passport --json", cache);
    ASSERT_EQ(first.code, 0) << first.errors;
    const Json json = json_of(first.output);
    EXPECT_GE(json["cores"].get<int>(), 1);
    EXPECT_FALSE(json["gpu"].get<std::string>().empty()); // its name, or why there is none
    const Json& passport = json["passport"];
    EXPECT_GE(passport["edition"].get<int>(), 1);
    EXPECT_FALSE(passport["layout"]["cores"].empty());
    EXPECT_GT(passport["peaks"][0]["f64_one"].get<double>(), 0);
    EXPECT_EQ(files_in(scratch.path / "lockstep"), 1u);

    const Ended second = start("passport --json", cache);
    ASSERT_EQ(second.code, 0) << second.errors;
    // What other programs disturbed is measured once more.
    const bool quiet = passport["disturbed"] == 0;
    if (quiet) {
        EXPECT_EQ(json_of(second.output)["passport"], passport) << "it was kept";
    }

    const Ended pages = start("passport", cache);
    EXPECT_EQ(pages.code, 0) << pages.errors;
    for (const char* words : {"Cores", "Surroundings", "Peak", "Bandwidth", "Roofline",
                              "Graphics card", "Lessons here"})
        EXPECT_THAT(pages.output, HasSubstr(words));
    if (quiet) {
        EXPECT_THAT(pages.output, HasSubstr("and kept since"));
    }

    const Ended again = start("passport --again --json", cache);
    ASSERT_EQ(again.code, 0) << again.errors;
    EXPECT_NE(json_of(again.output)["passport"]["seconds"], passport["seconds"]);
    EXPECT_EQ(files_in(scratch.path / "lockstep"), 1u);
}

/// The CPUs that this test may use.
std::vector<int> cpus_here() {
    cpu_set_t mask;
    CPU_ZERO(&mask);
    std::vector<int> cpus;
    if (sched_getaffinity(0, sizeof mask, &mask) == 0)
        for (int cpu = 0; cpu < CPU_SETSIZE; ++cpu)
            if (CPU_ISSET(static_cast<std::size_t>(cpu), &mask))
                cpus.push_back(cpu);
    return cpus;
}

TEST(CliPassport, AnotherAffinityIsAnotherMachine) {
    if (cpus_here().size() < 2)
        GTEST_SKIP() << "one CPU has no other affinity";
    const std::string cpu = std::to_string(cpus_here().back());
    const Scratch scratch;
    const std::string cache = "XDG_CACHE_HOME=" + scratch.path.string();
    const Ended one = start("passport --json", cache + " taskset -c " + cpu);
    ASSERT_EQ(one.code, 0) << one.errors;
    const Json json = json_of(one.output);
    EXPECT_EQ(json["passport"]["surroundings"]["affinity"], cpu);
    EXPECT_EQ(json["passport"]["latencies"]["measured"], 0);
    EXPECT_EQ(json["passport"]["peaks"][0]["workers"], 1);
    ASSERT_EQ(start("passport --json", cache).code, 0);
    EXPECT_EQ(files_in(scratch.path / "lockstep"), 2u) << "measured anew for all cores";
}

TEST(CliPassport, CtrlCKeepsNothing) {
    const Scratch scratch;
    const Ended ended = start_and_interrupt("passport", "XDG_CACHE_HOME=" + scratch.path.string());
    if (ended.code == 0)
        GTEST_SKIP() << "it was done before the second was over";
    EXPECT_EQ(ended.code, 130);
    EXPECT_EQ(files_in(scratch.path / "lockstep"), 0u);
}

} // namespace
} // namespace lockstep::testing_support
