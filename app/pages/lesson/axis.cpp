// SPDX-License-Identifier: MIT
#include "app/pages/lesson/axis.hpp"

#include "sim/base/units.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>

namespace lockstep::lab {

namespace {

/// A log axis over more than this reads better in doublings than in round steps.
constexpr double doubling_from = 8;

std::vector<Tick> doublings(const Axis& axis, int most) {
    const int first = static_cast<int>(std::ceil(std::log2(axis.low) - 1e-9));
    const int last = static_cast<int>(std::floor(std::log2(axis.high) + 1e-9));
    const int stride = std::max(1, (last - first + most) / most);
    std::vector<Tick> ticks;
    for (int power = first; power <= last; ++power)
        if (power % stride == 0)
            ticks.push_back({std::exp2(power), axis_text(axis, std::exp2(power))});
    return ticks;
}

std::vector<Tick> every(const Axis& axis, std::span<const double> values, std::size_t stride) {
    std::vector<Tick> ticks;
    for (std::size_t i = 0; i < values.size(); i += stride)
        ticks.push_back({values[i], axis_text(axis, values[i])});
    return ticks;
}

/// How often a whole number can be halved; tens count as much as eights.
int roundness(double value) {
    const double most = 1e15; // beyond this doubles are no longer whole for certain
    if (value == 0 || std::abs(value) > most || value != std::floor(value))
        return 0;
    const auto divided = [&](std::int64_t by) {
        int times = 0;
        for (auto rest = static_cast<std::int64_t>(value); rest % by == 0; rest /= by)
            ++times;
        return times;
    };
    return std::max(divided(2), 3 * divided(10));
}

/// Evenly spread over the axis, and no closer than `gap`.
bool keeps_gap(const Axis& axis, const std::vector<Tick>& ticks, double gap) {
    const double first = axis.fraction(ticks[1].value) - axis.fraction(ticks[0].value);
    for (std::size_t i = 1; i < ticks.size(); ++i) {
        const double step = axis.fraction(ticks[i].value) - axis.fraction(ticks[i - 1].value);
        if (step < gap || std::abs(step - first) > 1e-6)
            return false;
    }
    return true;
}

} // namespace

double Axis::fraction(double value) const {
    if (scale == Scale::Linear)
        return (value - low) / (high - low);
    return (std::log(std::max(value, 1e-12)) - std::log(low)) / (std::log(high) - std::log(low));
}

double Axis::value(double fraction) const {
    if (scale == Scale::Linear)
        return low + fraction * (high - low);
    return low * std::pow(high / low, fraction);
}

std::string axis_text(const Axis& axis, double value, int digits) {
    if (!axis.choices.empty()) {
        const auto index = static_cast<std::size_t>(std::max(0.0, std::round(value)));
        return index < axis.choices.size() ? axis.choices[index] : "";
    }
    if (axis.percent)
        return format_percent(value, digits);
    return format_quantity(value, "", digits);
}

std::string on_two_lines(std::string words) {
    std::size_t nearest = std::string::npos;
    const auto off_middle = [&](std::size_t at) {
        return std::abs(2.0 * static_cast<double>(at) - static_cast<double>(words.size()));
    };
    for (std::size_t at = words.find(' '); at != std::string::npos; at = words.find(' ', at + 1))
        if (nearest == std::string::npos || off_middle(at) < off_middle(nearest))
            nearest = at;
    if (nearest != std::string::npos)
        words[nearest] = '\n';
    return words;
}

std::vector<Tick> ticks_among(const Axis& axis, std::span<const double> values, double gap) {
    if (values.empty())
        return {};
    // Even strides first: 0, 25, 50, 75, 100 rather than whatever fits.
    const bool even = values.size() > 2 && keeps_gap(axis, every(axis, values, 1), 0);
    for (std::size_t stride = 1; even && stride + 1 < values.size(); ++stride) {
        if ((values.size() - 1) % stride != 0)
            continue;
        std::vector<Tick> ticks = every(axis, values, stride);
        if (ticks.size() > 2 && keeps_gap(axis, ticks, gap))
            return ticks;
    }
    // Both ends, and of those between the roundest that have room: 32 and 64 rather than 24 and 56.
    std::vector<double> chosen{values.front()};
    if (values.size() > 1)
        chosen.push_back(values.back());
    std::vector<double> others;
    for (std::size_t i = 1; i + 1 < values.size(); ++i)
        others.push_back(values[i]);
    std::ranges::stable_sort(others, std::greater{}, roundness);
    for (const double value : others) {
        const double at = axis.fraction(value);
        if (std::ranges::all_of(
                chosen, [&](double taken) { return std::abs(axis.fraction(taken) - at) >= gap; }))
            chosen.push_back(value);
    }
    std::ranges::sort(chosen);
    std::vector<Tick> ticks;
    for (const double value : chosen)
        ticks.push_back({value, axis_text(axis, value)});
    return ticks;
}

double round_step(double step) {
    const double power = std::pow(10.0, std::floor(std::log10(step)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0})
        if (factor * power >= step * (1 - 1e-9))
            return factor * power;
    return 10 * power;
}

std::vector<Tick> round_ticks(const Axis& axis, int most) {
    const bool doubles = axis.doubling || axis.high / axis.low > doubling_from;
    if (axis.scale == Scale::Log && doubles)
        return doublings(axis, most);
    const double step = round_step((axis.high - axis.low) / most);
    std::vector<Tick> ticks;
    for (double k = std::ceil(axis.low / step - 1e-9); k * step <= axis.high + 1e-9 * step; ++k)
        ticks.push_back({k * step, axis_text(axis, k * step)});
    return ticks;
}

Axis part_of(const Axis& axis, double from, double to) {
    Axis part = axis;
    part.low = axis.value(from);
    part.high = axis.value(to);
    return part;
}

void widen_to_ticks(Axis& axis, int most) {
    if (axis.scale == Scale::Log) {
        const double margin = std::pow(axis.high / axis.low, 0.04);
        axis.low /= margin;
        axis.high *= margin;
        return;
    }
    const double step = round_step((axis.high - axis.low) / most);
    axis.low = step * std::floor(axis.low / step + 1e-9);
    axis.high = step * std::ceil(axis.high / step - 1e-9);
}

} // namespace lockstep::lab
