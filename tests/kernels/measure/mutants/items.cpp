// SPDX-License-Identifier: MIT
// The problem that mutants work on, and its serial variants.
#include "kernels/measure/oracle.hpp"
#include "tests/kernels/measure/mutants/mutants.hpp"

#include <bit>
#include <cmath>

namespace lockstep::mutants {

double Items::bound(int input) const {
    if (!in_any_order)
        return 0;
    double magnitudes = 0;
    for (const double term : a[input])
        magnitudes += std::abs(term);
    return bound_of_sum(n, magnitudes);
}

static std::unique_ptr<Items> made() {
    auto items = std::make_unique<Items>();
    std::uint64_t random = 7;
    for (int input = 0; input < input_count; ++input)
        for (int i = 0; i < Items::n; ++i) {
            random = turned(random + 1);
            items->x[input].push_back(random);
            const bool weightless = input == 0 && i >= Items::n / 2;
            items->weight[input].push_back(weightless ? 0 : random % 1000 + 1);
            // Of both signs, of all the digits there are and of sizes far apart, so that the order
            // of additions shows.
            const double size = std::exp2(static_cast<int>(random & 15));
            const double share = static_cast<double>(random >> 11) * 0x1p-53;
            items->a[input].push_back((share - 0.5) * size);
        }
    return items;
}

static Result<std::unique_ptr<Problem>> create_exact(const Values&) {
    return made();
}

static Result<std::unique_ptr<Problem>> create_in_any_order(const Values&) {
    auto items = made();
    items->in_any_order = true;
    return items;
}

static double count(const Values&) {
    return Items::n;
}

const Workload whole{"items", "Items", "A sum.", "item", {}, &create_exact, &count, &count, &count};
const Workload ordered{"fractions",   "Fractions", "A sum.", "item", {},
                       &create_exact, &count,      &count,   &count};
const Workload unordered{"unordered",          "Fractions", "A sum.", "item", {},
                         &create_in_any_order, &count,      &count,   &count};

std::uint64_t serial_whole(const Items& items, Context& context) {
    return sum_of(items, context.input, 0, Items::n);
}

std::uint64_t serial_fractions(const Items& items, Context& context) {
    double sum = 0;
    for (const double term : items.a[context.input])
        sum += term;
    return std::bit_cast<std::uint64_t>(sum);
}

Run serial_of(const Workload& workload) {
    return &workload == &whole ? &ErasedRun<&serial_whole>::run
                               : &ErasedRun<&serial_fractions>::run;
}

} // namespace lockstep::mutants
