// SPDX-License-Identifier: MIT
// Work that is wrong on purpose, in the ways in which benchmarks go wrong: elided, hoisted,
// skipped, remembered, torn. The harness has to catch every one, and to leave alone what is honest.
#pragma once

#include "kernels/measure/side.hpp"

#include <functional>
#include <string_view>

namespace lockstep::mutants {

/// What says so: another result than serial's, a sum too far from it, or twice the work that does
/// not take twice as long.
enum class Caught { Oracle, Bound, Doubling };

/// A whole batch with its stamps, as a careless harness writes it: what the optimiser makes of the
/// loop is the mutant. Null for a variant, which the real harness repeats.
using BatchFunction = Batch (*)(const Problem& problem, std::int64_t first, int repetitions);

struct Mutant {
    std::string_view words; ///< what it does wrong, or rightly
    const Workload* workload;
    const Variant* variant;
    BatchFunction batch;
    Caught by;
    /// The optimiser makes it wrong, where it does: another compiler may carry it out as written,
    /// and then it must pass. False: it is wrong as written.
    bool by_compiler = false;
};

std::span<const Mutant> wrong();
/// Near misses: unusual, and right.
std::span<const Mutant> honest();

/// The clock of the batches: CPU time of this thread, so that other programs cannot decide a check.
std::int64_t now_ns();

/// The state that one run of a mutant left: what the harness said of it.
protocol::PointState hunt(const Mutant& mutant);
/// Which check a refusal's sentence speaks of; none for a point that has a time.
std::optional<Caught> caught_by(const protocol::PointState& state);
std::string_view name_of(Caught check);

/// Whether its results are wrong as this compiler translated it.
bool is_wrong_here(const Mutant& mutant);

// ---- the problem --------------------------------------------------------------------------------

/// sum += weight[i] * turned(x[i]) over n items, whole numbers and numbers with a fraction. n is no
/// multiple of anything. In the first input the second half has no weight: half of the work gives
/// the right sum there, and only there.
struct Items : Problem {
    static constexpr int n = 1003;
    std::vector<std::uint64_t> x[input_count], weight[input_count];
    std::vector<double> a[input_count];
    bool in_any_order = false; ///< sums of fractions are compared within their bound
    double bound(int input) const override;
};

/// Some dependent steps, so that an item costs some 20 ns.
inline std::uint64_t turned(std::uint64_t x) {
    for (int step = 0; step < 12; ++step)
        x = (x ^ (x >> 29)) * 0xBF58476D1CE4E5B9u + 1;
    return x;
}

inline std::uint64_t sum_of(const Items& items, int input, int begin, int end) {
    std::uint64_t sum = 0;
    for (int i = begin; i < end; ++i) {
        const auto at = static_cast<std::size_t>(i);
        sum += items.weight[input][at] * turned(items.x[input][at]);
    }
    return sum;
}

/// The three workloads: whole numbers; fractions in serial's order; fractions in any order.
extern const Workload whole, ordered, unordered;
std::uint64_t serial_whole(const Items& items, Context& context);
std::uint64_t serial_fractions(const Items& items, Context& context);
Run serial_of(const Workload& workload);

template <auto f>
constexpr Variant variant(std::string_view name, Crew crew = Crew::One) {
    return {"items", name, crew, &ErasedRun<f>::run, nullptr, "A sentence.", "f", "mutants"};
}

/// The variant of a batch: the harness asks for a card, and gets the batch.
inline constexpr Variant batch_variant{"items", "batch",       Crew::Card, nullptr,
                                       nullptr, "A sentence.", "f",        "mutants"};

} // namespace lockstep::mutants
