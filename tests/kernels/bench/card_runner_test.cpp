// SPDX-License-Identifier: MIT
// Three times of a repetition on a card that is not there: what is in which of them.
#include "kernels/bench/card_runner.hpp"

#include "kernels/bench/catalogue.hpp"
#include "kernels/measure/oracle.hpp"
#include "tests/gpu/fake_card.hpp"
#include "tests/kernels/bench/child.hpp"
#include "tests/kernels/measure/toys.hpp"

#include <cmath>
#include <gmock/gmock.h>
#include <numeric>

namespace lockstep::bench {
namespace {

using testing::ElementsAre;

/// What the plans of one card do, and what was asked of them.
struct Card {
    double upload_ns = 0, run_ns = 0, download_ns = 0;         ///< how long the host waits for each
    std::array<double, input_count> kernel_ns{10, 20, 30, 40}; ///< by the card's clock
    int grows_by = 0;        ///< what each launch adds to its result: above 0 it changes its input
    int launches = 1;        ///< of a repetition
    bool has_events = true;  ///< or its clock cannot be read
    std::vector<int> queued; ///< how often, for each call of time_ns
    int looks = 0;           ///< results that were read back
};

void wait_for(double ns) {
    const std::int64_t begin_ns = Recorder::now_ns();
    while (static_cast<double>(Recorder::now_ns() - begin_ns) < ns)
        ;
}

/// Holds one number: the input's after an upload, and a thousand more after a launch.
class CountingPlan final : public CardPlan {
  public:
    CountingPlan(int input, Card& card) : m_input(input), m_card(card) {
        m_plan.buffers.resize(1);
        m_plan.launches.resize(static_cast<std::size_t>(card.launches));
        m_plan.fold = [](std::span<const std::vector<std::byte>> results) {
            return static_cast<std::uint64_t>(results[0].size());
        };
    }
    const LaunchPlan& plan() const override { return m_plan; }
    Result<void> upload() override {
        wait_for(m_card.upload_ns);
        m_holds = m_input;
        m_launched = false;
        return {};
    }
    Result<void> launch() override {
        m_holds += m_launched ? m_card.grows_by : 1000;
        m_launched = true;
        return {};
    }
    Result<void> wait() override {
        wait_for(m_card.run_ns);
        return {};
    }
    Result<std::vector<std::vector<std::byte>>> results() override {
        wait_for(m_card.download_ns);
        ++m_card.looks;
        return std::vector<std::vector<std::byte>>{
            std::vector<std::byte>(static_cast<std::size_t>(m_holds))};
    }
    Result<double> time_ns(int repetitions) override {
        m_card.queued.push_back(repetitions);
        if (!m_card.has_events)
            return fail("card_runner_test", "no such event.");
        for (int i = 0; i < repetitions; ++i)
            LOCKSTEP_CHECK(launch());
        return m_card.kernel_ns[static_cast<std::size_t>(m_input)];
    }

  private:
    int m_input;
    Card& m_card;
    LaunchPlan m_plan;
    int m_holds = 0;
    bool m_launched = false;
};

class CountingModule final : public CardModule {
  public:
    explicit CountingModule(Card& card) : m_card(card) {}
    Result<std::unique_ptr<CardPlan>> place(LaunchPlan) override {
        return std::make_unique<CountingPlan>(m_placed++, m_card); // inputs come in their order
    }

  private:
    Card& m_card;
    int m_placed = 0;
};

class CardRunnerTest : public testing::Test {
  protected:
    std::unique_ptr<Runner> runner() {
        return card_runner_on(toys::card, problem, std::make_unique<CountingModule>(card));
    }
    /// As it must be after so many repetitions from input 0 on.
    static std::uint64_t checksum_of(int repetitions) {
        std::uint64_t checksum = 0;
        for (int i = 0; i < repetitions; ++i)
            checksum = folded(checksum, static_cast<std::uint64_t>(1000 + input_of(i)));
        return checksum;
    }
    Card card;
    toys::Toy problem;
};

TEST_F(CardRunnerTest, CopiesLieOutsideTheTimeOfASample) {
    card.upload_ns = 2e6;
    card.run_ns = 1e6;
    card.download_ns = 3e6;
    const auto batch = runner()->run(0, 3);
    ASSERT_TRUE(batch);
    EXPECT_EQ(batch->duration_ns(), batch->launches_ns);
    EXPECT_GE(batch->launches_ns, 3e6);
    EXPECT_GE(batch->copies_ns, 15e6);
    EXPECT_LE(batch->copies_ns + batch->launches_ns,
              static_cast<double>(batch->end_ns - batch->begin_ns));
}

TEST_F(CardRunnerTest, TheKernelsTimeIsTheMeanOverTheInputsOfTheSample) {
    const auto made = runner();
    ASSERT_TRUE(made->run(0, 6));
    EXPECT_TRUE(card.queued.empty()) << "nobody has asked for it yet";
    const auto kernel_ns = made->kernel_ns();
    ASSERT_TRUE(kernel_ns);
    EXPECT_DOUBLE_EQ(*kernel_ns, (2 * 10 + 2 * 20 + 30 + 40) / 6.0);
    EXPECT_THAT(card.queued, ElementsAre(2, 2, 1, 1)) << "as often as the sample had each";
}

TEST_F(CardRunnerTest, LaunchesForTheCardsClockSpoilNoResult) {
    const auto made = runner();
    for (int sample = 0; sample < 3; ++sample) {
        const auto batch = made->run(0, 8);
        ASSERT_TRUE(batch);
        EXPECT_EQ(batch->checksum, checksum_of(8)) << "sample " << sample;
        EXPECT_TRUE(made->kernel_ns());
    }
    EXPECT_EQ(card.looks, 3 * 8 + input_count) << "what a queue leaves is looked at once an input";
}

TEST_F(CardRunnerTest, AQueueOfThousandsSaysNoMore) {
    const auto made = runner();
    ASSERT_TRUE(made->run(0, 4000));
    ASSERT_TRUE(made->kernel_ns());
    EXPECT_LT(std::accumulate(card.queued.begin(), card.queued.end(), 0), 4000);
}

TEST_F(CardRunnerTest, AKernelThatChangesItsInputHasNoTimeByTheCardsClock) {
    card.grows_by = 1;
    const auto made = runner();
    for (int sample = 0; sample < 2; ++sample) {
        const auto batch = made->run(0, 8);
        ASSERT_TRUE(batch);
        EXPECT_EQ(batch->checksum, checksum_of(8)) << "its samples are what they were";
        const auto kernel_ns = made->kernel_ns();
        ASSERT_TRUE(kernel_ns);
        EXPECT_TRUE(std::isnan(*kernel_ns));
    }
    EXPECT_EQ(card.queued.size(), 1u) << "once it is known, nobody waits for it again";
}

TEST_F(CardRunnerTest, AClockThatCannotBeReadIsNoTime) {
    card.has_events = false;
    const auto made = runner();
    ASSERT_TRUE(made->run(0, 2));
    EXPECT_TRUE(std::isnan(*made->kernel_ns()));
}

TEST_F(CardRunnerTest, WithoutLaunchesThereIsNothingToTime) {
    card.launches = 0;
    const auto made = runner();
    EXPECT_TRUE(std::isnan(*made->kernel_ns())) << "no batch yet";
    ASSERT_TRUE(made->run(0, 2));
    EXPECT_TRUE(std::isnan(*made->kernel_ns()));
    EXPECT_TRUE(card.queued.empty());
}

/// Real plans and serial's checksum, with the simulator in the place of the card.
TEST(CardRunnerOnAFakeCard, ARealVariantHasAllThreeTimes) {
    on_card::FakeCard fake;
    fake.folder = binary_folder();
    fake.time_ns = [](const LaunchPlan&) { return 1234.0; };
    if (!std::filesystem::exists(fake.folder / "transpose_cuda_1_naive.ptx"))
        GTEST_SKIP() << "no nvcc was found when this was built";
    const auto request = find_point({0, "transpose", "cuda_1_naive", {{"n", 33}}});
    ASSERT_TRUE(request);
    Crews crews;
    Workshop workshop{crews, [&](const Variant& variant, const Problem& problem) {
                          auto module = on_card::maker_of(fake)(variant, problem);
                          return module ? Result<std::unique_ptr<Runner>>(
                                              card_runner_on(variant, problem, *std::move(module)))
                                        : tl::unexpected(module.error());
                      }};
    auto side = Side::create(*request, workshop);
    ASSERT_TRUE(side) << side.error().reason;
    const auto batch = (*side)->batch(0, 5);
    ASSERT_TRUE(batch) << batch.error().reason;
    const BusyTotals totals = (*side)->totals(*batch, 5);
    ASSERT_TRUE(totals.card);
    EXPECT_EQ(totals.card->kernel_ns, 1234);
    EXPECT_EQ(totals.card->copies_ns, batch->copies_ns / 5);
    EXPECT_GT(totals.card->copies_ns, 0);
    EXPECT_GE((*side)->beside_ns(), batch->copies_ns);
}

} // namespace
} // namespace lockstep::bench
