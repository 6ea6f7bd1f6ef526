// SPDX-License-Identifier: MIT
// The mutants that are whole batches: loop, stamps and all.
#pragma once

#include "tests/kernels/measure/mutants/mutants.hpp"

namespace lockstep::mutants {

Batch memory_or_register_barrier(const Problem& problem, std::int64_t first, int repetitions);

Batch hoisted(const Problem& problem, std::int64_t first, int repetitions);
Batch once_for_four(const Problem& problem, std::int64_t first, int repetitions);
Batch last_one_stored(const Problem& problem, std::int64_t first, int repetitions);
Batch half_the_repetitions(const Problem& problem, std::int64_t first, int repetitions);
Batch each_folded_twice(const Problem& problem, std::int64_t first, int repetitions);
Batch stamped_too_early(const Problem& problem, std::int64_t first, int repetitions);
Batch stamped_too_late(const Problem& problem, std::int64_t first, int repetitions);
Batch inputs_swapped(const Problem& problem, std::int64_t first, int repetitions);

Batch as_it_should_be(const Problem& problem, std::int64_t first, int repetitions);
Batch right_barrier(const Problem& problem, std::int64_t first, int repetitions);
Batch inputs_of_unequal_cost(const Problem& problem, std::int64_t first, int repetitions);

} // namespace lockstep::mutants
