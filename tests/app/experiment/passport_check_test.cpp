// SPDX-License-Identifier: MIT
// A passport that can be true passes; one lie in it, and it is refused.
#include "app/experiment/passport_check.hpp"

#include "app/experiment/message_check.hpp"
#include "tests/kernels/protocol/examples.hpp"

#include <functional>
#include <gmock/gmock.h>
#include <limits>

namespace lockstep {
namespace {

using protocol::Passport;

std::string problem_of(const std::function<void(Passport&)>& lie) {
    Passport passport = protocol::examples::passport();
    lie(passport);
    const auto checked = check_passport(passport);
    // Whoever receives it asks the same.
    EXPECT_EQ(check_message(protocol::PassportAnswer{"p", {}, passport}).has_value(),
              checked.has_value());
    return checked ? "accepted" : checked.error().text();
}

TEST(PassportCheck, WhatCanBeTrueIsAccepted) {
    EXPECT_EQ(problem_of([](Passport&) {}), "accepted");
    EXPECT_EQ(problem_of([](Passport& p) { p = {}; }), "accepted") << "nothing was measured";
    EXPECT_EQ(problem_of([](Passport& p) {
                  p.latencies.ns[2][1] = std::numeric_limits<double>::quiet_NaN();
              }),
              "accepted");
}

TEST(PassportCheck, NumbersThatAreNoneAreRefused) {
    using testing::HasSubstr;
    constexpr double infinite = std::numeric_limits<double>::infinity();
    EXPECT_THAT(problem_of([](Passport& p) { p.peaks[0].f64_one = -1; }), HasSubstr("a peak"));
    EXPECT_THAT(problem_of([&](Passport& p) { p.triads[0].gb_s = infinite; }),
                HasSubstr("a bandwidth"));
    EXPECT_THAT(problem_of([](Passport& p) { p.triads[0].workers = 0; }), HasSubstr("a bandwidth"));
    EXPECT_THAT(problem_of([](Passport& p) { p.latencies.ns[1][0] = 0; }), HasSubstr("a latency"));
    EXPECT_THAT(problem_of([](Passport& p) { p.overheads.task_ns = -3; }), HasSubstr("nothing"));
    EXPECT_THAT(problem_of([](Passport& p) { p.gpu.clock_ghz = -3; }), HasSubstr("card"));
    EXPECT_THAT(problem_of([](Passport& p) { p.layout.caches[0].count = 0; }), HasSubstr("cache"));
    EXPECT_THAT(problem_of([](Passport& p) { p.layout.nodes[0].memory_gib = -1; }),
                HasSubstr("memory"));
    EXPECT_THAT(problem_of([](Passport& p) { p.layout.kinds[0].cores = -1; }), HasSubstr("class"));
}

TEST(PassportCheck, ShapesThatDoNotFitAreRefused) {
    using testing::HasSubstr;
    EXPECT_THAT(problem_of([](Passport& p) { p.latencies.ns.pop_back(); }), HasSubstr("row"));
    EXPECT_THAT(problem_of([](Passport& p) { p.latencies.ns[2].push_back(1); }),
                HasSubstr("half of a square"));
    EXPECT_THAT(problem_of([](Passport& p) { p.layout.cores[1].kind = 2; }), HasSubstr("class"));
    EXPECT_THAT(problem_of([](Passport& p) { p.layout.cores.resize(5000); }), HasSubstr("more"));
}

} // namespace
} // namespace lockstep
