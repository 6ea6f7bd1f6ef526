// SPDX-License-Identifier: MIT
// The mutants that are variants: the real harness repeats and stamps them.
#pragma once

#include "tests/kernels/measure/mutants/mutants.hpp"

namespace lockstep::mutants {

std::uint64_t constant(const Items& items, Context& context);
std::uint64_t reused_previous(const Items& items, Context& context);
std::uint64_t returns_early(const Items& items, Context& context);
std::uint64_t skipped_tail(const Items& items, Context& context);
std::uint64_t one_too_few(const Items& items, Context& context);
std::uint64_t one_twice(const Items& items, Context& context);
std::uint64_t half_the_items(const Items& items, Context& context);
std::uint64_t another_size(const Items& items, Context& context);
std::uint64_t remembers_two_inputs(const Items& items, Context& context);
std::uint64_t wrong_in_one_worker(const Items& items, Context& context);
std::uint64_t torn_sum(const Items& items, Context& context);

std::uint64_t single_precision(const Items& items, Context& context);
std::uint64_t no_number(const Items& items, Context& context);
std::uint64_t largest_left_out(const Items& items, Context& context);
std::uint64_t unordered_where_order_counts(const Items& items, Context& context);

std::uint64_t backwards(const Items& items, Context& context);
std::uint64_t eights_and_a_tail(const Items& items, Context& context);
std::uint64_t shared_out(const Items& items, Context& context);
std::uint64_t four_chains(const Items& items, Context& context);

/// Serial's own loop, compiled as if additions were associative.
std::uint64_t fast_math(const Items& items, Context& context);

} // namespace lockstep::mutants
