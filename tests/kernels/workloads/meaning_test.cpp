// SPDX-License-Identifier: MIT
// That a parameter sets what its words say: shares, draws, lanes, distances. No time is asserted
// but one ratio, with room to spare.
#include "trial.hpp"

#include "kernels/amdahl/amdahl.hpp"
#include "kernels/chains/chains.hpp"
#include "kernels/divergence/divergence.hpp"
#include "kernels/false_sharing/false_sharing.hpp"
#include "kernels/mandelbrot/mandelbrot.hpp"
#include "kernels/straggler/straggler.hpp"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <numeric>

namespace lockstep::trial {
namespace {

template <class P>
std::unique_ptr<P> make(std::string_view name, const Values& values) {
    return std::unique_ptr<P>(static_cast<P*>(problem(workload(name), values).release()));
}

TEST(Chains, WorkInAllStaysTheSame) {
    const auto total = [](double chains, double longest) {
        const auto job = make<Chains>("chains", {{"chains", chains}, {"longest", longest}});
        return static_cast<double>(
            std::accumulate(job->steps.begin(), job->steps.end(), std::int64_t{0}));
    };
    for (double chains = 1; chains <= 12; ++chains)
        for (const double longest : {1.0, 3.5, 8.0})
            EXPECT_NEAR(total(chains, longest) / total(1, 1), 1.0, 1e-5)
                << chains << " " << longest;
    const auto job = make<Chains>("chains", {{"chains", 4}, {"longest", 8}});
    EXPECT_NEAR(static_cast<double>(job->steps[0]) / static_cast<double>(job->steps[3]), 8.0, 1e-3);
}

TEST(Amdahl, SharedPartIsExactWhateverThePiece) {
    for (const double f : {0.0, 0.1, 0.5, 0.95, 1.0})
        for (const double piece_us : {0.05, 3.0, 20.0, 1000.0}) {
            const auto job = make<Amdahl>("amdahl", {{"f", f}, {"piece_us", piece_us}});
            const auto serial = static_cast<double>(job->serial.steps);
            const auto shared = static_cast<double>(job->shared.steps);
            EXPECT_NEAR(shared / (serial + shared), f, 1e-5);
            std::int64_t sum = 0;
            for (std::int64_t i = 0; i < job->shared.pieces(); ++i)
                sum += job->shared.piece(i);
            EXPECT_EQ(sum, job->shared.steps) << f << " " << piece_us;
        }
}

// Pieces of 0.05 us would run several at a time inside one core if the core did not have to finish
// one before it can begin the next: 2.6 times faster, and a serial share set by count would not be
// one by time.
TEST(Amdahl, SmallPiecesGainNothingInsideACore) {
    const auto time_of = [](double piece_us) {
        const auto job = make<Amdahl>("amdahl", {{"f", 1}, {"piece_us", piece_us}, {"work_ms", 1}});
        return fastest_ns(variant("amdahl", "serial"), *job, 1, 40);
    };
    for (const double piece_us : {0.05, 0.3, 2.0})
        EXPECT_GT(time_of(piece_us) / time_of(100), 0.9) << piece_us;
}

TEST(Amdahl, PiecesTooShortForStampsAreCounted) {
    const auto job = make<Amdahl>("amdahl", {{"f", 1}, {"piece_us", 0.5}, {"work_ms", 1}});
    const auto outcome = run(variant("amdahl", "multicore"), *job, 0, 1);
    ASSERT_TRUE(outcome);
    EXPECT_NEAR(outcome->totals.busy_ns.at(0), 1e6, 2e3);
}

TEST(FalseSharing, CountersLieWhereTheyAreSaidTo) {
    for (const double offset : {0.0, 8.0, 56.0})
        for (const double distance : {8.0, 64.0, 256.0}) {
            const auto job = make<FalseSharing>(
                "false_sharing", {{"offset", offset}, {"distance", distance}, {"p", 8}});
            const auto first = reinterpret_cast<std::uintptr_t>(&job->counter(0));
            EXPECT_EQ(first % 256, static_cast<std::uintptr_t>(offset));
            const auto last = reinterpret_cast<std::uintptr_t>(&job->counter(7));
            EXPECT_EQ(last - first, static_cast<std::uintptr_t>(7 * distance));
            const auto* end = job->memory.data() + job->memory.size();
            EXPECT_GE(end - reinterpret_cast<const std::byte*>(&job->counter(7)), 128);
        }
}

/// The mean over the steps of all inputs of how long the slowest waits, in bases.
double mean_step(const Straggler& job) {
    double sum = 0;
    for (int input = 0; input < input_count; ++input)
        for (int step = 0; step < job.steps; ++step) {
            std::int64_t longest = 0;
            for (int task = 0; task < job.tasks; ++task)
                longest = std::max(longest, job.amount(input, step, task));
            sum += static_cast<double>(longest) / static_cast<double>(job.base);
        }
    return sum / (input_count * job.steps);
}

/// The share of steps of one input in which somebody is late.
double late_share(const Straggler& job, int input) {
    int late = 0;
    for (int step = 0; step < job.steps; ++step) {
        bool any = false;
        for (int task = 0; task < job.tasks; ++task)
            any = any || job.is_long[job.index(input, step, task)];
        late += any;
    }
    return static_cast<double>(late) / job.steps;
}

// A median over repetitions shows the mean step only if the median input is as late as the mean.
TEST(Straggler, TheMedianInputIsAsLateAsTheMean) {
    for (const double p : {1.0, 2.0, 4.0, 8.0, 16.0, 32.0}) {
        const auto job = make<Straggler>("straggler", {{"p", p}, {"chance", 0.02}});
        std::vector<double> shares;
        for (int input = 0; input < input_count; ++input)
            shares.push_back(late_share(*job, input));
        std::sort(shares.begin(), shares.end());
        const double median = (shares[1] + shares[2]) / 2;
        const double expected = 1 - std::pow(0.98, p);
        EXPECT_NEAR(median, expected, 0.1 * expected) << p << " workers";
    }
}

TEST(Straggler, DrawsGiveTheExpectedSlowest) {
    for (const int p : {1, 2, 4, 8, 16, 32, 64})
        for (const double chance : {0.0, 0.02, 0.2}) {
            const auto job = make<Straggler>("straggler", {{"p", p}, {"chance", chance}});
            const double expected = 1 + 4 * (1 - std::pow(1 - chance, p));
            EXPECT_NEAR(mean_step(*job), expected, 4.0 * 0.5 / 48 + 1e-9) << p << " " << chance;
        }
}

TEST(Straggler, EachInputHasItsShare) {
    const auto job = make<Straggler>("straggler", {{"p", 8}, {"chance", 0.1}});
    const double expected = 12 * (1 - std::pow(0.9, 8));
    for (int input = 0; input < input_count; ++input) {
        int late = 0;
        for (int step = 0; step < job->steps; ++step) {
            const auto first =
                job->is_long.begin() + static_cast<std::ptrdiff_t>(job->index(input, step, 0));
            late += std::accumulate(first, first + job->tasks, 0) > 0;
        }
        EXPECT_NEAR(late, expected, 1.0) << input;
    }
}

TEST(Straggler, LateWorkersAreAsManyAsTheChanceSays) {
    const auto job = make<Straggler>("straggler", {{"p", 64}, {"chance", 0.1}, {"steps", 100}});
    const double share = std::accumulate(job->is_long.begin(), job->is_long.end(), 0.0) /
                         static_cast<double>(job->is_long.size());
    EXPECT_NEAR(share, 0.1, 0.002);
}

TEST(Straggler, AlwaysTheSameIsLateInEveryStep) {
    for (const int p : {1, 3, 64})
        EXPECT_DOUBLE_EQ(mean_step(*make<Straggler>("straggler", {{"p", p}, {"pattern", 1}})), 5.0);
}

TEST(Straggler, TheLongTaskStandsWhereItIsPut) {
    const int places[] = {0, 8, 15};
    for (int position = 0; position < 3; ++position) {
        const auto job = make<Straggler>("straggler", {{"kind", 0}, {"position", position}});
        EXPECT_EQ(job->tasks, 16);
        for (int task = 0; task < job->tasks; ++task)
            EXPECT_EQ(job->is_long[job->index(3, 2, task)], task == places[position]) << position;
    }
}

/// Walks through all lanes' paths, as multiples of what each lane on its own path would need.
double offered(const Values& values) {
    const auto job = problem(workload("divergence"), values);
    const auto outcome = run(variant("divergence", "simd"), *job, 0, 1);
    return outcome->totals.lanes_offered / outcome->totals.lanes_used;
}

TEST(Divergence, OneLaneOrAllButOneCostAsMuchAsHalf) {
    const int w = vector_lanes_f32();
    for (int leave = 0; leave <= w; ++leave)
        EXPECT_DOUBLE_EQ(offered({{"leave", leave}}), leave == 0 || leave == w ? 1.0 : 2.0)
            << leave;
    EXPECT_DOUBLE_EQ(offered({{"leave", 32}}), 1.0) << "more than the group has: all";
}

TEST(Divergence, SortedGroupsHardlyPart) {
    const int w = vector_lanes_f32();
    EXPECT_LE(offered({{"leave", 1}, {"order", 1}, {"lanes", 1024}}), 1.0 + w / 1024.0);
}

TEST(Divergence, WithoutSkippingEveryPathCosts) {
    for (const int paths : {2, 5, 16, 32})
        EXPECT_DOUBLE_EQ(offered({{"leave", 0}, {"skip", 1}, {"paths", paths}}), paths);
}

TEST(Divergence, ThoseWhoLeaveSpreadOverTheOtherPaths) {
    if (vector_lanes_f32() < 4)
        GTEST_SKIP() << "needs four lanes";
    EXPECT_DOUBLE_EQ(offered({{"leave", 3}, {"paths", 4}}), 4.0);
    EXPECT_DOUBLE_EQ(offered({{"leave", 2}, {"paths", 4}}), 3.0);
}

TEST(Divergence, ByChanceMeetsTheExpectedNumberOfPaths) {
    const int w = vector_lanes_f32();
    for (const int k : {2, 4, 16, 32}) {
        const double expected = k * (1 - std::pow(1 - 1.0 / k, w));
        EXPECT_NEAR(offered({{"order", 2}, {"paths", k}, {"lanes", 1024}}), expected,
                    0.03 * expected)
            << k;
    }
}

TEST(Divergence, NumbersStayBetweenZeroAndOne) {
    const auto job = make<Divergence>("divergence", {{"order", 2}, {"paths", 32}, {"length", 256}});
    run(variant("divergence", "serial"), *job, 0, 1);
    for (int step = 0; step < divergence_steps; ++step)
        for (int lane = 0; lane < job->lanes; ++lane) {
            const float v = job->y[static_cast<std::size_t>(job->at(step, lane))];
            ASSERT_TRUE(v > 0 && v < 1) << step << " " << lane;
        }
}

TEST(Divergence, EveryNumberEqualsSerials) {
    for (const double order : {0.0, 1.0, 2.0}) {
        const auto job = make<Divergence>(
            "divergence", {{"order", order}, {"paths", 32}, {"leave", 5}, {"lanes", 77}});
        run(variant("divergence", "serial"), *job, 1, 1);
        const std::vector<float> serial = job->y;
        std::fill(job->y.begin(), job->y.end(), 0.0f);
        run(variant("divergence", "simd"), *job, 1, 1);
        for (int step = 0; step < divergence_steps; ++step)
            for (int lane = 0; lane < job->lanes; ++lane) {
                const auto i = static_cast<std::size_t>(job->at(step, lane));
                ASSERT_EQ(job->y[i], serial[i]) << step << " " << lane;
            }
    }
}

TEST(Mandelbrot, TilesCostDifferentlyLeftAndRightAboveAndBelow) {
    const auto job = make<Mandelbrot>("mandelbrot", {});
    run(variant("mandelbrot", "serial"), *job, 0, 1);
    double sum = 0, left = 0, top = 0;
    for (int y = 0; y < job->size; ++y)
        for (int x = 0; x < job->size; ++x) {
            const double count = job->row(y)[x];
            sum += count;
            left += 2 * x < job->size ? count : 0;
            top += 2 * y < job->size ? count : 0;
        }
    EXPECT_GT(std::abs(left / sum - 0.5), 0.05) << "two workers would be balanced by accident";
    EXPECT_GT(std::abs(top / sum - 0.5), 0.05);
}

TEST(Mandelbrot, PictureShowsTheLastRepetition) {
    const Workload& work = workload("mandelbrot");
    const auto job = problem(work, {{"size", 64}});
    Canvas canvas;
    EXPECT_FALSE(work.picture(*job, canvas)) << "nothing has been computed yet";
    run(variant("mandelbrot", "simd"), *job, 0, 1);
    ASSERT_TRUE(work.picture(*job, canvas));
    EXPECT_EQ(canvas.width, 64);
    EXPECT_EQ(canvas.tile_width, 16);
    ASSERT_EQ(canvas.rgba.size(), 64u * 64 * 4);
    std::size_t dark = 0;
    for (std::size_t i = 0; i < canvas.rgba.size(); i += 4) {
        EXPECT_EQ(canvas.rgba[i + 3], std::byte{255});
        dark += canvas.rgba[i] == std::byte{0x0E} && canvas.rgba[i + 1] == std::byte{0x14};
    }
    EXPECT_GT(dark, 100u) << "the set itself is ink";
    EXPECT_LT(dark, 64u * 64 / 2);
}

TEST(Mandelbrot, LanesWaitForTheLastOfThem) {
    const auto job = problem(workload("mandelbrot"), {});
    const auto outcome = run(variant("mandelbrot", "simd"), *job, 0, 1);
    EXPECT_GT(outcome->totals.lanes_used, 0);
    EXPECT_LE(outcome->totals.lanes_used, outcome->totals.lanes_offered);
}

} // namespace
} // namespace lockstep::trial
