// SPDX-License-Identifier: MIT
// Variants that leave work out, do other work, remember, race, or add too carelessly; and some that
// look like it and are right.
#include "tests/kernels/measure/mutants/variants.hpp"

#include <atomic>
#include <bit>
#include <cmath>
#include <limits>

namespace lockstep::mutants {
namespace {

std::size_t input_of_context(const Context& context) {
    return static_cast<std::size_t>(context.input);
}

} // namespace

// ---- whole numbers, wrong -----------------------------------------------------------------------

std::uint64_t constant(const Items& items, Context&) {
    static const std::uint64_t known = sum_of(items, 0, 0, Items::n);
    return known;
}

std::uint64_t reused_previous(const Items& items, Context& context) {
    static std::uint64_t previous = 0;
    if (context.input % 2 == 0)
        previous = sum_of(items, context.input, 0, Items::n);
    return previous;
}

std::uint64_t returns_early(const Items& items, Context& context) {
    if (context.input % 2 == 1)
        return 0;
    return sum_of(items, context.input, 0, Items::n);
}

std::uint64_t skipped_tail(const Items& items, Context& context) {
    return sum_of(items, context.input, 0, Items::n / 8 * 8);
}

std::uint64_t one_too_few(const Items& items, Context& context) {
    return sum_of(items, context.input, 1, Items::n);
}

std::uint64_t one_twice(const Items& items, Context& context) {
    return sum_of(items, context.input, 0, Items::n / 2 + 1) +
           sum_of(items, context.input, Items::n / 2, Items::n);
}

std::uint64_t half_the_items(const Items& items, Context& context) {
    return sum_of(items, context.input, 0, Items::n / 2);
}

std::uint64_t another_size(const Items& items, Context& context) {
    return 2 * sum_of(items, context.input, 0, Items::n / 2);
}

std::uint64_t remembers_two_inputs(const Items& items, Context& context) {
    static std::uint64_t known[2] = {};
    static bool any[2] = {};
    const std::size_t at = input_of_context(context) % 2;
    if (!any[at]) {
        known[at] = sum_of(items, context.input, 0, Items::n);
        any[at] = true;
    }
    return known[at];
}

std::uint64_t wrong_in_one_worker(const Items& items, Context& context) {
    std::atomic<std::uint64_t> total = 0;
    context.team->run([&](int worker) {
        const int begin = Items::n * worker / context.workers + (worker == 2 ? 1 : 0);
        const int end = Items::n * (worker + 1) / context.workers;
        total += sum_of(items, context.input, begin, end);
    });
    return total;
}

std::uint64_t torn_sum(const Items& items, Context& context) {
    std::atomic<std::uint64_t> total = 0;
    context.team->run([&](int worker) {
        const int begin = Items::n * worker / context.workers;
        const int end = Items::n * (worker + 1) / context.workers;
        const std::uint64_t own = sum_of(items, context.input, begin, end);
        // Load, add, store: what others stored in between is lost. The barrier makes it certain.
        const std::uint64_t seen = total.load(std::memory_order_relaxed);
        context.team->barrier();
        total.store(seen + own, std::memory_order_relaxed);
    });
    return total;
}

// ---- fractions, wrong ---------------------------------------------------------------------------

std::uint64_t single_precision(const Items& items, Context& context) {
    float sum = 0;
    for (const double term : items.a[input_of_context(context)])
        sum += static_cast<float>(term);
    return std::bit_cast<std::uint64_t>(static_cast<double>(sum));
}

std::uint64_t no_number(const Items& items, Context& context) {
    double sum = 0;
    for (const double term : items.a[input_of_context(context)])
        sum += term;
    // As a sum comes out that met infinity and its opposite.
    return std::bit_cast<std::uint64_t>(sum + std::numeric_limits<double>::infinity() -
                                        std::numeric_limits<double>::infinity());
}

std::uint64_t largest_left_out(const Items& items, Context& context) {
    double sum = 0, largest = 0;
    for (const double term : items.a[input_of_context(context)]) {
        sum += term;
        largest = std::abs(term) > std::abs(largest) ? term : largest;
    }
    return std::bit_cast<std::uint64_t>(sum - largest);
}

std::uint64_t unordered_where_order_counts(const Items& items, Context& context) {
    return four_chains(items, context);
}

// ---- honest -------------------------------------------------------------------------------------

std::uint64_t backwards(const Items& items, Context& context) {
    std::uint64_t sum = 0;
    for (int i = Items::n - 1; i >= 0; --i)
        sum += sum_of(items, context.input, i, i + 1);
    return sum;
}

std::uint64_t eights_and_a_tail(const Items& items, Context& context) {
    const int eights = Items::n / 8 * 8;
    std::uint64_t sum = 0;
    for (int i = 0; i < eights; i += 8)
        sum += sum_of(items, context.input, i, i + 8);
    return sum + sum_of(items, context.input, eights, Items::n);
}

std::uint64_t shared_out(const Items& items, Context& context) {
    std::atomic<std::uint64_t> total = 0;
    context.team->run([&](int worker) {
        const int begin = Items::n * worker / context.workers;
        const int end = Items::n * (worker + 1) / context.workers;
        total += sum_of(items, context.input, begin, end);
    });
    return total;
}

std::uint64_t four_chains(const Items& items, Context& context) {
    double sums[4] = {};
    const std::vector<double>& a = items.a[input_of_context(context)];
    for (std::size_t i = 0; i < a.size(); ++i)
        sums[i % 4] += a[i];
    return std::bit_cast<std::uint64_t>(sums[0] + sums[1] + (sums[2] + sums[3]));
}

} // namespace lockstep::mutants
