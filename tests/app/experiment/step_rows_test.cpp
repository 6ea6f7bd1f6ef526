// SPDX-License-Identifier: MIT
#include "app/experiment/step_rows.hpp"

#include <gtest/gtest.h>

namespace lockstep {
namespace {

constexpr std::uint32_t all = 0xffffffffu;

struct Window {
    protocol::Steps steps;
    Window& step(std::uint32_t lanes, std::uint32_t on, int flags = 0, int warp = 0) {
        steps.warp.push_back(warp);
        steps.function.push_back(0);
        steps.instruction.push_back(0);
        steps.ptx_line.push_back(static_cast<int>(steps.warp.size()));
        steps.chain.push_back(-1);
        steps.lanes.push_back(lanes);
        steps.on.push_back(on);
        steps.kind.push_back(0);
        steps.flags.push_back(flags);
        return *this;
    }
    Window& access(int space, int bytes, const std::array<std::uint64_t, 32>& addresses,
                   std::uint32_t on = all) {
        steps.access_step.push_back(static_cast<int>(steps.warp.size()) - 1);
        steps.access_kind.push_back(0);
        steps.access_space.push_back(space);
        steps.access_bytes.push_back(bytes);
        protocol::add_addresses(steps, addresses, on);
        return *this;
    }
};

std::vector<int> paths(const Window& window) {
    std::vector<int> found;
    for (const StepRow& row : step_rows(window.steps, 0, {}))
        found.push_back(row.path);
    return found;
}

std::array<std::uint64_t, 32> apart(std::uint64_t bytes) {
    std::array<std::uint64_t, 32> addresses{};
    for (std::size_t lane = 0; lane < addresses.size(); ++lane)
        addresses[lane] = 4096 + lane * bytes;
    return addresses;
}

TEST(StepRows, TwoBranchesAreTwoPaths) {
    Window window;
    window.step(all, all).step(all, 0xff, protocol::step_divergent);
    window.step(0xff, 0xff).step(0xffffff00, 0xffffff00).step(all, all);
    EXPECT_EQ(paths(window), (std::vector{-1, -1, 0, 1, -1}));
}

TEST(StepRows, LanesOnTheWayToSeveralPathsAreOnNone) {
    Window window; // the first eight leave, the others compare once more and part
    window.step(all, 0xff, protocol::step_divergent).step(0xff, 0xff);
    window.step(0xffffff00, 0xff00, protocol::step_divergent);
    window.step(0xff00, 0xff00).step(0xffff0000, 0xffff0000).step(all, all);
    EXPECT_EQ(paths(window), (std::vector{-1, 0, -1, 1, 2, -1}));
}

TEST(StepRows, AnotherWarpIsNotShown) {
    Window window;
    window.step(all, all, 0, 0).step(all, all, 0, 1).step(all, all, protocol::step_waits, 0);
    const auto rows = step_rows(window.steps, 0, {});
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[1].step, 2);
    EXPECT_TRUE(rows[1].waits);
}

TEST(StepRows, ALineIsTheInnermostOfTheFileItself) {
    Window window;
    window.step(all, all).step(all, all).step(all, all);
    window.steps.chains = {{1, 12, 1, 87}, {2, 5, 1, 87}};
    window.steps.chain = {0, 1, -1};
    const auto rows = step_rows(window.steps, 0, {});
    EXPECT_EQ(rows[0].line, 12);
    EXPECT_EQ(rows[0].called_from, std::vector<int>{87});
    EXPECT_EQ(rows[1].line, 87) << "a header's line is not the kernel's";
    EXPECT_EQ(rows[2].line, 0);
    const auto of_header = step_rows(window.steps, 0, {}, 2);
    EXPECT_EQ(of_header[0].line, 0);
    EXPECT_EQ(of_header[1].line, 5);
}

TEST(StepRows, AnInstructionIsCalledByWhatItDoes) {
    EXPECT_EQ(instruction_words("\tld.global.u32 \t%r1, [%rd4];"), "ld.global");
    EXPECT_EQ(instruction_words("\t@%p1 bra \t$L__BB0_2;"), "bra");
    EXPECT_EQ(instruction_words("\tadd.s32 \t%r1, %r2, 1;"), "add");
    EXPECT_EQ(instruction_words("\tsetp.lt.s32 %p1, %r1, %r2;"), "setp.lt");
    EXPECT_EQ(instruction_words("\tfma.rn.f32 %f1, %f2, %f3, %f4;"), "fma");
    EXPECT_EQ(instruction_words("\tbar.sync 0;"), "bar.sync");
    EXPECT_EQ(instruction_words("\tret;"), "ret");
    EXPECT_EQ(instruction_words(""), "");
}

TEST(StepRows, AnAccessIsCountedInSectors) {
    Window window;
    window.step(all, all).access(1, 4, apart(4));
    window.step(all, all).access(1, 4, apart(64));
    const auto rows = step_rows(window.steps, 0, {});
    const auto near = access_shape(window.steps, rows[0]);
    ASSERT_TRUE(near);
    EXPECT_EQ(access_words(*near),
              "load of global memory: 32 lanes, 4 sectors move 128 bytes, of which 128 are wanted");
    const auto far = access_shape(window.steps, rows[1]);
    EXPECT_EQ(far->sectors.size(), 32u);
    EXPECT_EQ(far->bytes_wanted, 128);
}

TEST(StepRows, AnAccessOfSharedMemoryIsCountedInPasses) {
    Window window;
    window.step(all, all).access(2, 4, apart(128)); // all in one bank
    window.step(all, all).access(2, 4, apart(132)); // a row of 33 words
    window.step(all, all).access(2, 4, apart(0));   // one word goes to all
    const auto rows = step_rows(window.steps, 0, {});
    EXPECT_EQ(access_shape(window.steps, rows[0])->passes, 32);
    EXPECT_EQ(access_shape(window.steps, rows[1])->passes, 1);
    EXPECT_EQ(access_words(*access_shape(window.steps, rows[2])),
              "load of shared memory: 32 lanes, 1 pass");
}

TEST(StepRows, WideAccessesOfSharedMemoryGoByPartsOfTheWarp) {
    Window window;
    window.step(all, all).access(2, 8, apart(0)); // half-warps: one pass each, of the same words
    window.step(all, all).access(2, 8, apart(8));
    window.step(all, all).access(2, 8, apart(16)); // 16 lanes on 16 of 32 banks, two words each
    window.step(all, all).access(2, 16, apart(16));
    window.step(all, all).access(2, 16, apart(128)); // 8 lanes on banks 0 to 3, quarter by quarter
    window.step(all, all).access(2, 16, apart(16), 0xff); // one quarter alone
    const std::vector<std::pair<int, int>> wanted{{2, 2}, {2, 2}, {4, 2}, {4, 4}, {32, 4}, {1, 1}};
    const auto rows = step_rows(window.steps, 0, {});
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const auto shape = access_shape(window.steps, rows[i]);
        EXPECT_EQ(shape->passes, wanted[i].first) << i;
        EXPECT_EQ(shape->passes_at_best, wanted[i].second) << i;
    }
}

TEST(StepRows, AStepWithoutMemoryHasNoShape) {
    Window window;
    window.step(all, all);
    window.step(all, all).access(5, 8, apart(0)); // a parameter
    const auto rows = step_rows(window.steps, 0, {});
    EXPECT_FALSE(access_shape(window.steps, rows[0]));
    EXPECT_FALSE(access_shape(window.steps, rows[1]));
}

} // namespace
} // namespace lockstep
