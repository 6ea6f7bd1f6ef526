// SPDX-License-Identifier: MIT
// The A/A test: every workload's serial variant against itself must give 1, in a quarter of a
// second for each pair. Jobs are as small as their parameters make them: of longer ones there would
// be too few rounds, and what lies in caches that others use is about the others.
#include "benchmarks/figure.hpp"
#include "benchmarks/in_process.hpp"
#include "kernels/bench/catalogue.hpp"
#include "kernels/measure/cores.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <limits>
#include <optional>

namespace lockstep::benchmarks {
namespace {

constexpr double budget_s = 0.25;

Result<std::unique_ptr<Runner>> no_card(const Variant&, const Problem&) {
    return fail("", "no card is asked here.");
}

/// Of one repetition, the shortest of three tries; infinite where these values cannot be.
double repetition_ns(const SideRequest& request) {
    Crews crews;
    Workshop workshop{crews, no_card};
    double shortest_ns = std::numeric_limits<double>::infinity();
    auto side = Side::create(request, workshop);
    for (int i = 0; side && i < 3; ++i)
        if (const auto first = (*side)->first_batch())
            shortest_ns = std::min(shortest_ns, first->repetition_ns());
    unpin_thread();
    return shortest_ns;
}

/// A quarter of a value, or the other choices.
std::vector<double> less_than(const Parameter& parameter, double value) {
    std::vector<double> found;
    for (std::size_t choice = 0; choice < parameter.choices.size(); ++choice)
        if (static_cast<double>(choice) != value)
            found.push_back(static_cast<double>(choice));
    if (!found.empty() || value <= 0)
        return found;
    const double quarter = parameter.whole ? std::max(1.0, std::floor(value / 4)) : value / 4;
    if (std::max(quarter, parameter.low) < value)
        found.push_back(std::max(quarter, parameter.low));
    return found;
}

/// The same with the first of these values that makes it shorter; nothing if none does, or not by
/// more than noise. What it does in less than a microsecond is no job any more.
std::optional<SideRequest> shorter(const SideRequest& request, const Parameter& parameter,
                                   double now_ns) {
    const std::string name(parameter.name);
    for (const double less : less_than(parameter, request.values.at(name))) {
        SideRequest smaller = request;
        smaller.values[name] = less;
        if (const double ns = repetition_ns(smaller); ns >= 1000 && ns < 0.9 * now_ns)
            return smaller;
    }
    return std::nullopt;
}

/// Each parameter in its turn as small as makes the job shorter.
SideRequest smallest(SideRequest request) {
    for (const Parameter& parameter : request.workload->parameters)
        while (auto smaller = shorter(request, parameter, repetition_ns(request)))
            request = *std::move(smaller);
    return request;
}

Result<Measured> measure() {
    double worst = -1, longest_s = 0;
    std::string which;
    const auto catalogue = bench::catalogue();
    for (const auto& workload : catalogue.workloads) {
        LOCKSTEP_TRY(auto side, bench::find_point({0, workload.name, "serial", {}}));
        side = smallest(std::move(side));
        const Compared same = compare(side, side, budget_s);
        if (same.ratio.n == 0)
            return fail(workload.name, "every round was disturbed.",
                        "Try again when the machine is quiet.");
        longest_s = std::max(longest_s, same.seconds);
        if (std::abs(same.ratio.value - 1) <= worst)
            continue;
        worst = std::abs(same.ratio.value - 1);
        which = fmt::format("{}, {:.4f} [{:.4f}, {:.4f}], {} rounds, {} left out", workload.name,
                            same.ratio.value, same.ratio.low, same.ratio.high, same.ratio.n,
                            same.left_out);
    }
    return Measured{100 * worst, worst <= 0.005,
                    fmt::format("worst of {}: {}; {:.2f} s a pair asked, {:.2f} s the longest",
                                catalogue.workloads.size(), which, budget_s, longest_s)};
}

} // namespace

extern const Figure same_against_same{
    "serial against itself, off 1 by", "<= 0.5 %", "%", &measure,
    "known: the best published practice 0.42 %, one after the other 3 to 4 %"};

} // namespace lockstep::benchmarks
