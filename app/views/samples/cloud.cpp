// SPDX-License-Identifier: MIT
#include "app/views/samples/cloud.hpp"

#include "app/experiment/claims.hpp"
#include "sim/stats/quantile.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lockstep::samples {

namespace {

Fate fate_of(int flags) {
    if (flags & protocol::sample_pilot)
        return Fate::Pilot;
    const int out = protocol::sample_disturbed | protocol::sample_redraw;
    return flags & out ? Fate::LeftOut : Fate::Counted;
}

void choose_unit(Cloud& cloud, double median_ns) {
    if (median_ns >= 1e6) {
        cloud.unit = "ms";
        cloud.scale_ns = 1e6;
    } else if (median_ns >= 1e3) {
        cloud.unit = "\xC2\xB5s";
        cloud.scale_ns = 1e3;
    } else {
        cloud.unit = "ns";
    }
}

void sort_in(Cloud& cloud, const Point& point, std::vector<double>& counted) {
    const std::size_t count =
        std::min({point.time_ns.size(), point.round.size(), point.flags.size()});
    for (std::size_t i = 0; i < count; ++i) {
        if (!(point.time_ns[i] > 0)) // the clock jumped while it was taken: it has no time
            continue;
        const Sample sample{point.round[i], said_ns(point, i) / cloud.scale_ns,
                            fate_of(point.flags[i])};
        if (sample.fate == Fate::Counted)
            counted.push_back(sample.time);
        if (sample.fate == Fate::LeftOut)
            ++cloud.left_out;
        if (sample.fate == Fate::Pilot)
            cloud.pilot_end = std::max(cloud.pilot_end, sample.round + 1);
        cloud.samples.push_back(sample);
    }
}

} // namespace

Cloud cloud_of(const Point& point) {
    Cloud cloud;
    cloud.claims = point.claimed_ns.size() == point.time_ns.size() && !point.time_ns.empty();
    choose_unit(cloud, stats::median(cloud.claims ? point.claimed_ns : point.time_ns));
    std::vector<double> counted;
    sort_in(cloud, point, counted);
    cloud.median = cloud.median_low = cloud.median_high = std::numeric_limits<double>::quiet_NaN();
    if (cloud.samples.empty())
        return cloud;
    const auto [first, last] =
        std::minmax_element(cloud.samples.begin(), cloud.samples.end(),
                            [](const Sample& a, const Sample& b) { return a.round < b.round; });
    cloud.first = first->round;
    cloud.last = last->round;
    const auto [low, high] =
        std::minmax_element(cloud.samples.begin(), cloud.samples.end(),
                            [](const Sample& a, const Sample& b) { return a.time < b.time; });
    cloud.low = low->time;
    cloud.high = high->time;
    if (counted.empty())
        return cloud;
    const stats::Interval interval = stats::median_interval(counted);
    cloud.median = interval.value;
    cloud.median_low = std::isfinite(interval.low) ? interval.low : interval.value;
    cloud.median_high = std::isfinite(interval.high) ? interval.high : interval.value;
    return cloud;
}

} // namespace lockstep::samples
