// SPDX-License-Identifier: MIT
// Loops in which a repetition is not carried out, not stored, not stamped; and some that are right.
#include "tests/kernels/measure/mutants/batches.hpp"

#include "kernels/measure/oracle.hpp"

namespace lockstep::mutants {
namespace {

const Items& items_of(const Problem& problem) {
    return static_cast<const Items&>(problem);
}

std::uint64_t result_of(const Problem& problem, std::int64_t repetition) {
    return sum_of(items_of(problem), input_of(repetition), 0, Items::n);
}

/// `next` is called for each repetition; what it returns is folded.
template <class Next>
Batch stamped(int repetitions, const Next& next) {
    Batch batch;
    batch.begin_ns = now_ns();
    for (int i = 0; i < repetitions; ++i)
        batch.checksum = folded(batch.checksum, next(i));
    batch.end_ns = now_ns();
    return batch;
}

} // namespace

// A pure function of what never changes: compilers take it out of the loop, and the sum of a naive
// harness, which knows one input, is still right.
Batch hoisted(const Problem& problem, std::int64_t first, int repetitions) {
    return stamped(repetitions, [&](int) { return result_of(problem, first); });
}

// The same with all four inputs: every result is right, and was computed once a batch.
Batch once_for_four(const Problem& problem, std::int64_t first, int repetitions) {
    Batch batch;
    batch.begin_ns = now_ns();
    std::uint64_t known[input_count];
    for (int input = 0; input < input_count; ++input)
        known[input] = result_of(problem, input);
    for (std::int64_t r = first; r < first + repetitions; ++r)
        batch.checksum = folded(batch.checksum, known[input_of(r)]);
    batch.end_ns = now_ns();
    return batch;
}

// Each result overwrites the one before: all but the last are dead, and an optimiser buries them.
Batch last_one_stored(const Problem& problem, std::int64_t first, int repetitions) {
    Batch batch;
    batch.begin_ns = now_ns();
    std::uint64_t result = 0;
    for (int i = 0; i < repetitions; ++i)
        result = result_of(problem, first + i);
    batch.checksum = folded(batch.checksum, result);
    batch.end_ns = now_ns();
    return batch;
}

Batch half_the_repetitions(const Problem& problem, std::int64_t first, int repetitions) {
    std::uint64_t result = 0;
    return stamped(repetitions, [&](int i) {
        if (i % 2 == 0)
            result = result_of(problem, first + i);
        return result; // the right sum, every other time
    });
}

Batch each_folded_twice(const Problem& problem, std::int64_t first, int repetitions) {
    Batch batch;
    batch.begin_ns = now_ns();
    for (int i = 0; i < repetitions; i += 2) {
        const std::uint64_t result = result_of(problem, first + i / 2);
        batch.checksum = folded(folded(batch.checksum, result), result);
    }
    batch.end_ns = now_ns();
    return batch;
}

// All the work and every result, but the clock is stopped after the first repetition: as when a
// kernel is launched and not waited for.
Batch stamped_too_early(const Problem& problem, std::int64_t first, int repetitions) {
    std::int64_t end_ns = 0;
    Batch batch = stamped(repetitions, [&](int i) {
        const std::uint64_t result = result_of(problem, first + i);
        if (i == 0)
            end_ns = now_ns();
        return result;
    });
    batch.end_ns = end_ns;
    return batch;
}

Batch stamped_too_late(const Problem& problem, std::int64_t first, int repetitions) {
    std::int64_t begin_ns = 0;
    Batch batch = stamped(repetitions, [&](int i) {
        if (i == repetitions - 1)
            begin_ns = now_ns();
        return result_of(problem, first + i);
    });
    batch.begin_ns = begin_ns;
    return batch;
}

Batch inputs_swapped(const Problem& problem, std::int64_t first, int repetitions) {
    return stamped(repetitions, [&](int i) { return result_of(problem, (first + i) ^ 1); });
}

// ---- honest -------------------------------------------------------------------------------------

Batch as_it_should_be(const Problem& problem, std::int64_t first, int repetitions) {
    return stamped(repetitions, [&](int i) { return result_of(problem, first + i); });
}

// The third input is three times as dear as the others, and right.
Batch inputs_of_unequal_cost(const Problem& problem, std::int64_t first, int repetitions) {
    return stamped(repetitions, [&](int i) {
        const std::uint64_t result = result_of(problem, first + i);
        for (int more = 0; input_of(first + i) == 2 && more < 2; ++more) {
            [[maybe_unused]] volatile std::uint64_t asked =
                sum_of(items_of(problem), 2, more, Items::n);
        }
        return result;
    });
}

} // namespace lockstep::mutants
