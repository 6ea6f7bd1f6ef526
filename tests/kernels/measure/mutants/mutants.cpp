// SPDX-License-Identifier: MIT
// The list of mutants, and the real harness set on one of them.
#include "tests/kernels/measure/mutants/mutants.hpp"

#include "kernels/measure/comparison.hpp"
#include "kernels/measure/cores.hpp"
#include "kernels/measure/oracle.hpp"
#include "tests/kernels/measure/mutants/batches.hpp"
#include "tests/kernels/measure/mutants/variants.hpp"
#include "tests/kernels/measure/scribe.hpp"

#include <algorithm>
#include <ctime>

namespace lockstep::mutants {
namespace {

constexpr Variant v_constant = variant<&constant>("constant");
constexpr Variant v_previous = variant<&reused_previous>("previous");
constexpr Variant v_early = variant<&returns_early>("early");
constexpr Variant v_tail = variant<&skipped_tail>("tail");
constexpr Variant v_too_few = variant<&one_too_few>("too_few");
constexpr Variant v_twice = variant<&one_twice>("twice");
constexpr Variant v_half = variant<&half_the_items>("half");
constexpr Variant v_size = variant<&another_size>("size");
constexpr Variant v_two = variant<&remembers_two_inputs>("two");
constexpr Variant v_worker = variant<&wrong_in_one_worker>("worker", Crew::Threads);
constexpr Variant v_torn = variant<&torn_sum>("torn", Crew::Threads);
constexpr Variant v_single = variant<&single_precision>("single");
constexpr Variant v_nan = variant<&no_number>("nan");
constexpr Variant v_largest = variant<&largest_left_out>("largest");
constexpr Variant v_order = variant<&unordered_where_order_counts>("order");
constexpr Variant v_fast = variant<&fast_math>("fast");
constexpr Variant v_whole = variant<&serial_whole>("serial");
constexpr Variant v_fractions = variant<&serial_fractions>("serial");
constexpr Variant v_backwards = variant<&backwards>("backwards");
constexpr Variant v_eights = variant<&eights_and_a_tail>("eights");
constexpr Variant v_shared = variant<&shared_out>("shared", Crew::Threads);
constexpr Variant v_chains = variant<&four_chains>("chains");

using enum Caught;
const Variant* const batch = &batch_variant;

const Mutant all_wrong[] = {
    {"the barrier \"+m,r\" elides what it was to keep", &ordered, batch,
     &memory_or_register_barrier, Oracle, true},
    {"repetitions hoisted out of the loop", &whole, batch, &hoisted, Oracle},
    {"the four inputs' answers hoisted, all right", &whole, batch, &once_for_four, Doubling},
    {"only the last repetition is stored", &whole, batch, &last_one_stored, Oracle},
    {"every other repetition skipped, the right sums among them", &whole, batch,
     &half_the_repetitions, Oracle},
    {"each result folded twice", &whole, batch, &each_folded_twice, Oracle},
    {"two inputs swapped", &whole, batch, &inputs_swapped, Oracle},
    {"the clock is stopped before the work is done", &whole, batch, &stamped_too_early, Doubling},
    {"the clock is started when most is done", &whole, batch, &stamped_too_late, Doubling},
    {"a constant result", &whole, &v_constant, nullptr, Oracle},
    {"the result before, once more", &whole, &v_previous, nullptr, Oracle},
    {"returns early every other repetition", &whole, &v_early, nullptr, Oracle},
    {"the tail that fills no vector skipped", &whole, &v_tail, nullptr, Oracle},
    {"one item too few", &whole, &v_too_few, nullptr, Oracle},
    {"one item twice", &whole, &v_twice, nullptr, Oracle},
    {"half the items, the right sum of one input", &whole, &v_half, nullptr, Oracle},
    {"work of another size, scaled", &whole, &v_size, nullptr, Oracle},
    {"answers remembered for two inputs of four", &whole, &v_two, nullptr, Oracle},
    {"one worker of three begins one late", &whole, &v_worker, nullptr, Oracle},
    {"a sum torn between workers", &whole, &v_torn, nullptr, Oracle},
    {"another order of additions where none may be", &ordered, &v_order, nullptr, Oracle},
    {"-ffast-math", &ordered, &v_fast, nullptr, Oracle, true},
    {"a sum in single precision, beyond its bound", &unordered, &v_single, nullptr, Bound},
    {"the largest term left out of a sum", &unordered, &v_largest, nullptr, Bound},
    {"no number, which no bound holds", &unordered, &v_nan, nullptr, Bound},
};

const Mutant all_honest[] = {
    {"the serial variant against itself", &whole, &v_whole, nullptr, Oracle},
    {"the serial sum of fractions", &ordered, &v_fractions, nullptr, Oracle},
    {"a batch as it should be", &whole, batch, &as_it_should_be, Oracle},
    {"a barrier that is right", &ordered, batch, &right_barrier, Oracle},
    {"inputs of unequal cost", &whole, batch, &inputs_of_unequal_cost, Oracle},
    {"whole numbers backwards", &whole, &v_backwards, nullptr, Oracle},
    {"eight at a time, and the tail", &whole, &v_eights, nullptr, Oracle},
    {"three workers", &whole, &v_shared, nullptr, Oracle},
    {"four chains of additions, within the bound", &unordered, &v_chains, nullptr, Oracle},
};

class BatchRunner final : public Runner {
  public:
    BatchRunner(const Problem& problem, BatchFunction function)
        : m_problem(problem), m_function(function) {}
    Result<Batch> run(std::int64_t first, int repetitions) override {
        return m_function(m_problem, first, repetitions);
    }

  private:
    const Problem& m_problem;
    BatchFunction m_function;
};

/// Nothing is unusual: what other programs do decides nothing here.
constexpr UsualNoise anything{1e12, 1e12, 1e12};

} // namespace

std::span<const Mutant> wrong() {
    return all_wrong;
}

std::span<const Mutant> honest() {
    return all_honest;
}

std::int64_t now_ns() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<std::int64_t>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

protocol::PointState hunt(const Mutant& mutant) {
    Crews crews;
    Workshop workshop{crews, [&](const Variant&, const Problem& problem) {
                          return Result<std::unique_ptr<Runner>>(
                              std::make_unique<BatchRunner>(problem, mutant.batch));
                      }};
    Scribe scribe;
    Comparison comparison({"hunt", 0.2, 0.01}, workshop, Watcher(anything), scribe);
    const double workers = mutant.variant->crew == Crew::Threads ? 3 : 1;
    std::vector<SideRequest> sides;
    sides.push_back(
        {0, mutant.workload, mutant.variant, serial_of(*mutant.workload), {{"p", workers}}});
    comparison.run(std::move(sides));
    unpin_thread();
    return scribe.state_of(0);
}

std::optional<Caught> caught_by(const protocol::PointState& state) {
    if (state.status != PointStatus::Wrong)
        return std::nullopt;
    const auto says = [&](std::string_view words) {
        return state.reason.find(words) != std::string::npos;
    };
    return says("further from the serial")                           ? Bound
           : says("not that of the serial")                          ? Oracle
           : says("Twice the work") || says("the work is done once") ? std::optional(Doubling)
                                                                     : std::nullopt;
}

std::string_view name_of(Caught check) {
    return check == Oracle ? "oracle" : check == Bound ? "bound" : "doubling";
}

bool is_wrong_here(const Mutant& mutant) {
    if (!mutant.by_compiler)
        return true;
    const auto problem = mutant.workload->create({});
    lockstep::Oracle oracle(**problem, serial_of(*mutant.workload));
    constexpr int repetitions = input_count;
    if (mutant.batch != nullptr)
        return mutant.batch(**problem, 0, repetitions).checksum != oracle.expected(0, repetitions);
    Recorder record(1, 1, 0);
    Context context{0, 1, nullptr, &record};
    return time_batch(mutant.variant->run, **problem, context, 0, repetitions).checksum !=
           oracle.expected(0, repetitions);
}

} // namespace lockstep::mutants
