// SPDX-License-Identifier: MIT
// Clouds out of the samples of a run.
#include "app/blocks/figure/claims/cloud.hpp"

#include "app/experiment/claims.hpp"
#include "app/experiment/estimates.hpp"

#include <algorithm>

namespace lockstep::claims {

namespace {

/// However far a median lies out, the truth is not squeezed into a corner.
constexpr double least = 2.5, furthest = 5;

void fill(Row& row, const Run& run, const Estimate& mark) {
    const Point* baseline = run.point(mark.baseline);
    if (!baseline)
        return;
    if (mark.status == PointStatus::Wrong || mark.status == PointStatus::Unavailable) {
        row.reason = mark.reason;
        return;
    }
    row.cloud = claims_of(run, mark);
    row.known = mark.n > 0;
    row.value = mark.value;
    row.low = mark.low;
    row.high = mark.high;
    row.claimed_ns = mark.value * time_of(run, *baseline).value;
}

} // namespace

Picture picture_of(const Run* run, const std::vector<std::string>& names) {
    Picture picture;
    double outermost = least;
    for (std::size_t i = 0; i < names.size(); ++i) {
        Row row;
        row.name = names[i];
        const Estimate* mark =
            run && !run->series.empty() ? run->series.front().at(static_cast<double>(i)) : nullptr;
        if (mark) {
            fill(row, *run, *mark);
            const Point* baseline = run->point(mark->baseline);
            if (picture.true_ns == 0 && row.known && baseline)
                picture.true_ns = time_of(*run, *baseline).value;
        }
        outermost = std::max(outermost, 1.1 * row.high);
        picture.rows.push_back(std::move(row));
    }
    picture.most = std::min(outermost, furthest);
    return picture;
}

} // namespace lockstep::claims
