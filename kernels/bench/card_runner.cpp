// SPDX-License-Identifier: MIT
// Three times of a repetition: launch and wait between two stamps, the copies on both sides of
// them, and the kernels by the card's clock.
#include "kernels/bench/card_runner.hpp"

#include "kernels/measure/oracle.hpp"

#include <algorithm>
#include <limits>

namespace lockstep::bench {
namespace {

/// The mean of so many launches in one queue is known well enough.
constexpr int longest_queue = 250;

/// The plan of an input on the card, and what the last batch did with it.
struct PlacedInput {
    std::unique_ptr<CardPlan> plan;
    int repetitions = 0;      ///< in the last batch
    std::uint64_t folded = 0; ///< their result
    bool looked_at = false;   ///< what a queue of launches leaves
    bool repeatable = true;   ///< it is the result of one
};

double since(std::int64_t begin_ns, std::int64_t end_ns) {
    return static_cast<double>(end_ns - begin_ns);
}

class CardRunner final : public Runner {
  public:
    CardRunner(const Variant& variant, const Problem& problem, std::unique_ptr<CardModule> module)
        : m_variant(variant), m_problem(problem), m_module(std::move(module)) {}

    Result<Batch> run(std::int64_t first, int repetitions) override {
        for (PlacedInput& input : m_inputs)
            input.repetitions = 0;
        Batch batch;
        batch.begin_ns = Recorder::now_ns();
        for (int i = 0; i < repetitions; ++i) {
            LOCKSTEP_TRY(PlacedInput * input, placed(input_of(first + i)));
            LOCKSTEP_CHECK(run_once(*input, batch));
            ++input->repetitions;
            batch.checksum = folded(batch.checksum, input->folded);
        }
        batch.end_ns = Recorder::now_ns();
        return batch;
    }

    std::optional<double> kernel_ns() override {
        double sum_ns = 0;
        int repetitions = 0;
        for (PlacedInput& input : m_inputs) {
            if (input.repetitions == 0) continue;
            const auto one_ns = queued_ns(input);
            // One input alone would not be what the sample did.
            if (!one_ns) return std::numeric_limits<double>::quiet_NaN();
            sum_ns += *one_ns * input.repetitions;
            repetitions += input.repetitions;
        }
        return sum_ns / repetitions; // without any, it is not a number either
    }

  private:
    static Result<void> run_once(PlacedInput& input, Batch& batch) {
        CardPlan& plan = *input.plan;
        const std::int64_t begin_ns = Recorder::now_ns();
        LOCKSTEP_CHECK(plan.upload());
        const std::int64_t launch_ns = Recorder::now_ns();
        LOCKSTEP_CHECK(plan.launch());
        LOCKSTEP_CHECK(plan.wait());
        const std::int64_t done_ns = Recorder::now_ns();
        LOCKSTEP_TRY(const auto results, plan.results());
        const std::int64_t back_ns = Recorder::now_ns();
        batch.launches_ns += since(launch_ns, done_ns);
        batch.copies_ns += since(begin_ns, launch_ns) + since(done_ns, back_ns);
        input.folded = plan.plan().fold(results);
        return {};
    }

    /// The launches of one repetition by the card's clock, as a mean of as many as the batch had.
    /// The buffers hold what the batch left there: the next one uploads them anew.
    static Result<double> queued_ns(PlacedInput& input) {
        CardPlan& plan = *input.plan;
        if (plan.plan().launches.empty()) return fail("", "there is nothing to launch.");
        if (!input.repeatable) return changed();
        LOCKSTEP_TRY(const double time_ns,
                     plan.time_ns(std::min(input.repetitions, longest_queue)));
        if (!input.looked_at) {
            LOCKSTEP_TRY(const auto results, plan.results());
            input.repeatable = plan.plan().fold(results) == input.folded;
            input.looked_at = true;
        }
        if (!input.repeatable) return changed();
        return time_ns;
    }

    static Failure changed() {
        return fail("", "the kernel changes what it reads, so launches in a row do other work.");
    }

    /// Made and given memory when it is first needed.
    Result<PlacedInput*> placed(int number) {
        PlacedInput& input = m_inputs[static_cast<std::size_t>(number)];
        if (input.plan == nullptr) {
            LOCKSTEP_TRY(input.plan, m_module->place(m_variant.plan(m_problem, number)));
        }
        return &input;
    }

    const Variant& m_variant;
    const Problem& m_problem;
    std::unique_ptr<CardModule> m_module; ///< before the plans: they are gone first
    std::array<PlacedInput, input_count> m_inputs;
};

} // namespace

std::unique_ptr<Runner> card_runner_on(const Variant& variant, const Problem& problem,
                                       std::unique_ptr<CardModule> module) {
    return std::make_unique<CardRunner>(variant, problem, std::move(module));
}

} // namespace lockstep::bench
