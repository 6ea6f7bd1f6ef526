// SPDX-License-Identifier: MIT
// The pages of a passport, of machines that this one is not.
#include "app/cli/passport_pages.hpp"

#include "app/cli/terminal.hpp"
#include "tests/kernels/protocol/examples.hpp"

#include <gmock/gmock.h>
#include <limits>
#include <sstream>

namespace lockstep::cli {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

TEST(PassportPages, OfAHybridMachineWithTwoNodes) {
    const auto passport = protocol::examples::passport();
    const std::string map = core_map(passport.layout);
    EXPECT_THAT(map, HasSubstr("socket 0, node 0, P cores, up to 4.5 GHz"));
    EXPECT_THAT(map, HasSubstr("CPU 0+1"));
    EXPECT_THAT(map, HasSubstr("CPU (2)")) << "it may not be used";
    EXPECT_THAT(map, HasSubstr("16 GiB"));
    EXPECT_THAT(cache_page(passport.layout), HasSubstr("L1 data"));
    EXPECT_THAT(cache_page(passport.layout), HasSubstr("32 KiB"));
    EXPECT_THAT(surroundings_page(passport), HasSubstr("KVM"));
    EXPECT_THAT(surroundings_page(passport), HasSubstr("15 µs until its first instruction"));
    EXPECT_THAT(peak_page(passport), HasSubstr("f64 by 2"));
    EXPECT_THAT(peak_page(passport), HasSubstr("155"));
    EXPECT_THAT(bandwidth_page(passport), HasSubstr("14.5"));
    EXPECT_THAT(bandwidth_page(passport), HasSubstr("–")) << "L1 by two was not measured";
    EXPECT_THAT(bandwidth_page(passport), HasSubstr("By every number of workers from 1 to 2."));
    EXPECT_THAT(roofline_page(passport), HasSubstr("fewer than 5.5 flops"));
    EXPECT_THAT(latency_page(passport), HasSubstr("131"));
    EXPECT_THAT(latency_page(passport), HasSubstr("another socket"));
    EXPECT_THAT(card_page(passport.gpu), HasSubstr("132, each with 2048 threads"));
    EXPECT_THAT(passport_pages(passport), HasSubstr("One thing could not be had."));
}

TEST(PassportPages, FitIntoATerminal) {
    std::istringstream lines(passport_pages(protocol::examples::passport()));
    for (std::string line; std::getline(lines, line);)
        EXPECT_LE(width_of(line), terminal_columns) << line;
}

TEST(PassportPages, WithoutAnythingThereAreNone) {
    const protocol::Passport nothing;
    EXPECT_THAT(cache_page(nothing.layout), IsEmpty());
    EXPECT_THAT(peak_page(nothing), IsEmpty());
    EXPECT_THAT(bandwidth_page(nothing), IsEmpty());
    EXPECT_THAT(roofline_page(nothing), IsEmpty());
    EXPECT_THAT(latency_page(nothing), IsEmpty());
    EXPECT_THAT(card_page(nothing.gpu), IsEmpty());
    EXPECT_THAT(passport_pages(nothing), Not(HasSubstr("Caches")));
}

TEST(PassportPages, ACardThatIsNotThereHasItsReason) {
    protocol::GpuInfo gpu;
    gpu.name = "no NVIDIA driver found";
    EXPECT_EQ(card_page(gpu), "none: no NVIDIA driver found\n");
}

TEST(PassportPages, OneCoreHasNoSecondColumn) {
    protocol::Passport passport = protocol::examples::passport();
    passport.peaks[0].workers = 1;
    EXPECT_THAT(peak_page(passport), Not(HasSubstr("f32 by 2")));
}

TEST(PassportPages, ManyCpusAreToldInGroups) {
    protocol::Passport passport = protocol::examples::passport();
    passport.latencies = {};
    for (int cpu = 0; cpu < 40; ++cpu) {
        passport.latencies.cpus.push_back(cpu);
        passport.latencies.ns.emplace_back(cpu, 25.0);
    }
    passport.latencies.ns[30][2] = std::numeric_limits<double>::quiet_NaN();
    passport.latencies.measured = 779;
    EXPECT_THAT(latency_page(passport), HasSubstr("--json"));
    EXPECT_THAT(latency_page(passport), Not(HasSubstr("CPU  0")));
}

} // namespace
} // namespace lockstep::cli
