// SPDX-License-Identifier: MIT
#include "tests/gpu/settings.hpp"

#include "kernels/divergence/divergence.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <map>

namespace lockstep::on_card {
namespace {

TEST(Settings, EveryKernelIsComparedWithSomeThatCanBe) {
    ASSERT_FALSE(card_variants().empty());
    for (const Variant* const variant : card_variants()) {
        EXPECT_GE(compared_settings(variant->workload).size(), 3u) << name_of(*variant);
        for (const Values& settings : compared_settings(variant->workload)) {
            const SideRequest side = side_of(*variant, settings);
            const auto problem = side.workload->create(side.values);
            EXPECT_TRUE(problem) << name_of(*variant) << " " << words_of(settings);
        }
    }
}

TEST(Settings, EveryWarpTakesAsManyPathsAsAsked) {
    const auto variants = card_variants();
    const auto found =
        std::ranges::find(variants, std::string_view("divergence"), &Variant::workload);
    ASSERT_NE(found, variants.end());
    const Variant& variant = **found;
    for (const int paths : {1, 2, 4, 8, 16, 32}) {
        const SideRequest side = side_of(variant, divergence_settings(paths, 3));
        const auto problem = side.workload->create(side.values).value();
        const auto& job = static_cast<const Divergence&>(*problem);
        EXPECT_EQ(variant.plan(job, 0).launches.at(0).grid, (Shape{3, 1, 1}));
        for (std::size_t input = 0; input < input_count; ++input)
            for (int step = 0; step < divergence_steps; ++step)
                for (int warp = 0; warp < 12; ++warp) {
                    std::map<int, int> lanes;
                    for (int lane = 0; lane < 32; ++lane)
                        ++lanes[job.path[input]
                                        [static_cast<std::size_t>(job.at(step, 32 * warp + lane))]];
                    ASSERT_EQ(lanes.size(), static_cast<std::size_t>(paths));
                    for (const auto& [path, count] : lanes)
                        ASSERT_EQ(count, 32 / paths) << "path " << path;
                }
    }
}

TEST(Settings, Words) {
    EXPECT_EQ(words_of({}), "defaults");
    EXPECT_EQ(words_of({{"n", 65}, {"pad", 0}}), "n=65, pad=0");
}

} // namespace
} // namespace lockstep::on_card
