// SPDX-License-Identifier: MIT
// Without a driver every CUDA variant says so and nothing else happens; with one, tests/gpu goes
// on.
#include "kernels/bench/cuda_card.hpp"

#include "kernels/bench/catalogue.hpp"
#include "kernels/measure/machine.hpp"

#include <gtest/gtest.h>

namespace lockstep::bench {
namespace {

TEST(CudaCard, SaysItsNameOrWhyThereIsNone) {
    const GpuFacts facts = ask_card();
    EXPECT_FALSE(facts.words.empty());
    if (!has_nvidia_driver()) {
        EXPECT_FALSE(facts.present);
        EXPECT_EQ(facts.words, "no NVIDIA driver found");
    }
}

TEST(CudaCard, EveryCardVariantRunsRightOrSaysWhyNot) {
    Crews crews;
    const auto folder = std::filesystem::path(std::getenv("LOCKSTEP_BINARY_DIR")) / "bin";
    Workshop workshop{crews, [&](const Variant& variant, const Problem& problem) {
                          return card_runner(variant, problem, folder);
                      }};
    int variants = 0;
    for (const Variant* const variant : all_variants()) {
        if (variant->crew != Crew::Card)
            continue;
        ++variants;
        const auto request =
            find_point({0, std::string(variant->workload), std::string(variant->name), {}});
        ASSERT_TRUE(request) << request.error().text();
        auto side = Side::create(*request, workshop);
        if (!ask_card().present) {
            ASSERT_FALSE(side);
            EXPECT_EQ(side.error().status, PointStatus::Unavailable);
            EXPECT_EQ(side.error().reason, ask_card().words);
            continue;
        }
        ASSERT_TRUE(side) << side.error().reason;
        const auto batch = (*side)->batch(0, 4);
        ASSERT_TRUE(batch) << variant->workload << ' ' << variant->name << ": "
                           << batch.error().reason;
        EXPECT_GT(batch->duration_ns(), 0);
    }
    EXPECT_GT(variants, 0);
}

} // namespace
} // namespace lockstep::bench
