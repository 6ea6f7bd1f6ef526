// SPDX-License-Identifier: MIT
// From half a matrix in the bench's order to a square in the map's.
#include "app/experiment/latency_square.hpp"

#include "app/experiment/core_map.hpp"
#include "app/experiment/latency_groups.hpp"
#include "sim/base/units.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <limits>
#include <map>
#include <numeric>

namespace lockstep {

namespace {

using protocol::Layout;

/// Every CPU's place: first by its core, then by its number among the core's threads.
std::map<int, int> places_of(const Layout& layout) {
    std::map<int, int> places;
    int next = 0;
    for (const int core : core_map_of(layout).order)
        for (const int cpu : layout.cores[static_cast<std::size_t>(core)].cpus)
            places.emplace(cpu, next++);
    return places;
}

double latency(const protocol::CoreLatencies& latencies, std::size_t a, std::size_t b) {
    const std::size_t row = std::max(a, b), column = std::min(a, b);
    const bool there = row < latencies.ns.size() && column < latencies.ns[row].size();
    return there && row != column ? latencies.ns[row][column]
                                  : std::numeric_limits<double>::quiet_NaN();
}

} // namespace

double LatencySquare::share(double latency_ns) const {
    if (!(low_ns > 0) || high_ns <= low_ns)
        return 0.5;
    return std::clamp(std::log(latency_ns / low_ns) / std::log(high_ns / low_ns), 0.0, 1.0);
}

LatencySquare latency_square(const Layout& layout, const protocol::CoreLatencies& latencies) {
    const std::map<int, int> places = places_of(layout);
    const auto place = [&](std::size_t i) {
        const auto found = places.find(latencies.cpus[i]);
        return found == places.end() ? std::numeric_limits<int>::max() : found->second;
    };
    std::vector<std::size_t> order(latencies.cpus.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, place);
    LatencySquare square;
    for (const std::size_t row : order) {
        square.cpus.push_back(latencies.cpus[row]);
        for (const std::size_t column : order) {
            const double ns = latency(latencies, row, column);
            square.ns.push_back(ns);
            if (std::isnan(ns))
                continue;
            square.low_ns = square.low_ns > 0 ? std::min(square.low_ns, ns) : ns;
            square.high_ns = std::max(square.high_ns, ns);
        }
    }
    return square;
}

std::string pair_words(const Layout& layout, const LatencySquare& square, std::size_t row,
                       std::size_t column) {
    if (row >= square.side() || column >= square.side() || row == column)
        return {};
    const int a = square.cpus[row], b = square.cpus[column];
    const double ns = square.at(row, column);
    return fmt::format("CPU {} and CPU {}: {}, {}", std::min(a, b), std::max(a, b),
                       std::isnan(ns) ? "not measured" : format_number(ns, 3) + " ns",
                       what_two_share(layout, a, b));
}

} // namespace lockstep
