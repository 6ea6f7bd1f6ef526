// SPDX-License-Identifier: MIT
#include "app/experiment/claims.hpp"

#include "app/experiment/estimates.hpp"
#include "app/experiment/kept_rounds.hpp"

#include <algorithm>

namespace lockstep {

double said_ns(const Point& point, std::size_t sample) {
    return point.claimed_ns.size() == point.time_ns.size() ? point.claimed_ns[sample]
                                                           : point.time_ns[sample];
}

std::vector<double> claims_of(const Run& run, const Estimate& mark) {
    std::vector<double> claims;
    const Point* point = run.point(mark.point);
    const Point* baseline = run.point(mark.baseline);
    const bool timed = mark.status == PointStatus::Ok || mark.status == PointStatus::Disturbed;
    if (run.quantity != "claimed" || !point || !baseline || !timed)
        return claims;
    const auto pairs = paired_rounds(baseline, *point);
    for (const std::size_t index : keep(pairs).pairs)
        claims.push_back(said_ns(*point, pairs[index].variant) /
                         baseline->time_ns[pairs[index].baseline]);
    return claims;
}

std::optional<LiveNumber> claim_number(const Run& run, const Estimate& mark,
                                       std::string_view name) {
    const std::vector<double> claims = claims_of(run, mark);
    const Point* baseline = run.point(mark.baseline);
    if (claims.empty() || !baseline)
        return std::nullopt;
    if (name == "claimed") {
        const double ns = mark.value * time_of(run, *baseline).value;
        return LiveNumber{ns, ns, ns, NumberKind::TimeNs, false, {}};
    }
    const auto [least, most] = std::ranges::minmax(claims);
    const double value = name == "lowest" ? least : most;
    return LiveNumber{value, value, value, NumberKind::Measured, false, {}};
}

} // namespace lockstep
