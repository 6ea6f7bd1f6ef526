// SPDX-License-Identifier: MIT
// A card for tests: results come from the simulator, times from a formula.
#pragma once

#include "kernels/bench/card_plan.hpp"
#include "kernels/bench/simulation.hpp"
#include "kernels/measure/recorder.hpp"

#include <functional>
#include <memory>

namespace lockstep::on_card {

struct FakeCard {
    std::filesystem::path folder; ///< of the PTX
    bool spoils = false;          ///< the last byte of the last result buffer
    double wait_ns = 0;           ///< how long the host waits for its launches, at least
    /// Of one repetition, ns.
    std::function<double(const LaunchPlan& plan)> time_ns = [](const LaunchPlan&) { return 1e6; };
};

class FakePlan final : public bench::CardPlan {
  public:
    FakePlan(LaunchPlan plan, std::shared_ptr<const ptx::Module> module, const FakeCard& card)
        : m_plan(std::move(plan)), m_module(std::move(module)), m_card(card) {}

    const LaunchPlan& plan() const override { return m_plan; }
    Result<void> upload() override { return {}; }
    Result<void> launch() override { return {}; }
    Result<void> wait() override {
        const std::int64_t begin_ns = Recorder::now_ns();
        while (static_cast<double>(Recorder::now_ns() - begin_ns) < m_card.wait_ns)
            ;
        return {};
    }
    Result<std::vector<std::vector<std::byte>>> results() override {
        LOCKSTEP_TRY(auto simulated, bench::simulate_plan(m_plan, m_module, {}));
        if (m_card.spoils)
            simulated.results.back().back() ^= std::byte{1};
        return std::move(simulated.results);
    }
    Result<double> time_ns(int) override { return m_card.time_ns(m_plan); }

  private:
    LaunchPlan m_plan;
    std::shared_ptr<const ptx::Module> m_module;
    const FakeCard& m_card;
};

class FakeModule final : public bench::CardModule {
  public:
    FakeModule(std::shared_ptr<const ptx::Module> module, const FakeCard& card)
        : m_module(std::move(module)), m_card(card) {}
    Result<std::unique_ptr<bench::CardPlan>> place(LaunchPlan plan) override {
        return std::make_unique<FakePlan>(std::move(plan), m_module, m_card);
    }

  private:
    std::shared_ptr<const ptx::Module> m_module;
    const FakeCard& m_card;
};

/// Of a card that outlives what is made.
inline bench::CardModuleMaker maker_of(const FakeCard& card) {
    return [&card](const Variant& variant,
                   const Problem& problem) -> Result<std::unique_ptr<bench::CardModule>> {
        LOCKSTEP_TRY(auto module, bench::module_of(variant, variant.plan(problem, 0), card.folder));
        return std::make_unique<FakeModule>(std::move(module), card);
    };
}

} // namespace lockstep::on_card
