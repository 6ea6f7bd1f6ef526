// SPDX-License-Identifier: MIT
// Rounding to significant digits goes through decimal text, since 10^k is not exact in binary and
// the learner would otherwise meet 0.30000000000000004.
#include "sim/base/units.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace lockstep {

/// The power of ten of the first of `digits` significant digits, after rounding to that many: 9.996
/// to three digits is 10.0, so 1.
static int leading_exponent(double value, int digits) {
    const std::string text = fmt::format("{:.{}e}", value, digits - 1);
    return std::stoi(text.substr(text.find('e') + 1));
}

/// Rounded to `places` digits after the point; negative places round whole digits to zeros.
static std::string fixed(double value, int places) {
    if (places < 0)
        value = std::round(value / std::pow(10.0, -places)) * std::pow(10.0, -places);
    std::string text = fmt::format("{:.{}f}", value, std::max(places, 0));
    const bool zero = text.find_first_of("123456789") == std::string::npos;
    if (zero && text.starts_with('-'))
        text.erase(0, 1);
    return text;
}

static std::string without_trailing_zeros(std::string text) {
    if (text.find('.') == std::string::npos)
        return text;
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.'))
        text.pop_back();
    return text;
}

static std::string not_finite(double value) {
    if (std::isnan(value))
        return "–";
    return value < 0 ? "-∞" : "∞";
}

std::string format_number(double value, int digits, Zeros zeros) {
    if (!std::isfinite(value))
        return not_finite(value);
    if (value == 0)
        return "0";
    const std::string text = fixed(value, digits - 1 - leading_exponent(value, digits));
    return zeros == Zeros::Keep ? text : without_trailing_zeros(text);
}

std::string format_time_ns(double time_ns, int digits) {
    struct Unit {
        double ns;
        const char* name;
    };
    static constexpr std::array<Unit, 4> units{{{1, "ns"}, {1e3, "µs"}, {1e6, "ms"}, {1e9, "s"}}};
    if (!std::isfinite(time_ns))
        return not_finite(time_ns);
    if (time_ns == 0)
        return "0 ns";
    // The unit is chosen by the rounded value: 999.9 ns to three digits is 1 µs.
    const int exponent = leading_exponent(time_ns, digits);
    const Unit& unit = units[static_cast<std::size_t>(std::clamp(exponent / 3, 0, 3))];
    return fmt::format("{} {}", format_number(time_ns / unit.ns, digits), unit.name);
}

std::string_view counted_unit(double value, std::string_view unit) {
    const bool counts =
        unit.size() > 3 && unit.ends_with('s') && !unit.ends_with("/s") && unit != "times";
    return counts && value == 1 ? unit.substr(0, unit.size() - 1) : unit;
}

/// What a unit of time is in ns; 0 for what is none.
static double ns_of(std::string_view unit) {
    static constexpr std::array<std::pair<std::string_view, double>, 5> times{
        {{"ns", 1}, {"us", 1e3}, {"µs", 1e3}, {"ms", 1e6}, {"s", 1e9}}};
    for (const auto& [name, ns] : times)
        if (unit == name)
            return ns;
    return 0;
}

std::string format_quantity(double value, std::string_view unit, int digits) {
    if (const double ns = value * ns_of(unit); ns != 0)
        return ns < 1 ? format_number(ns, digits) + " ns" : format_time_ns(ns, digits);
    if (unit == "share")
        return format_percent(value, digits);
    if (unit == "KiB" && value >= 1024 && std::fmod(value, 1024) == 0)
        return format_quantity(value / 1024, "MiB", digits);
    const bool whole = value == std::round(value) && std::abs(value) < 1e15;
    const std::string number = whole ? fmt::format("{:.0f}", value + 0.0) : // no minus before 0
                                   format_number(value, digits);
    if (unit.empty() || unit == "1")
        return number;
    return number + " " + std::string(counted_unit(value, unit == "us" ? "µs" : unit));
}

std::string format_percent(double share, int digits) {
    return fmt::format("{} %", format_number(100 * share, digits));
}

std::string NumberWithInterval::text() const {
    const bool nothing = value == "0" && half_width == "0";
    return half_width.empty() || nothing ? value : fmt::format("{} ± {}", value, half_width);
}

/// `half` rounded up to one significant digit, and the place of that digit after the point. The
/// small allowance keeps 0.006, which is 1.337 - 1.331 and a few ulp more, from becoming 0.007.
static std::pair<double, int> rounded_up(double half) {
    const double allowed = half * (1 - 1e-9);
    int places = -static_cast<int>(std::floor(std::log10(allowed)));
    double digit = std::ceil(allowed * std::pow(10.0, places));
    if (digit >= 10) {
        digit = 1;
        --places;
    }
    return {digit * std::pow(10.0, -places), places};
}

NumberWithInterval format_with_interval(double value, double low, double high) {
    if (!std::isfinite(value))
        return {not_finite(value), {}};
    const double half = std::max(value - low, high - value);
    if (!std::isfinite(half))
        return {format_number(value, 2, Zeros::Keep), {}};
    // Narrower than a double can tell apart at this value is no width.
    if (half <= std::abs(value) * 1e-12)
        return {format_number(value, 4), "0"};
    const auto [width, places] = rounded_up(half);
    return {fixed(value, places), fixed(width, places)};
}

} // namespace lockstep
