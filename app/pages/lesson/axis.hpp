// SPDX-License-Identifier: MIT
// An axis of the plot without a window: where a value lies on it, which ticks it carries and what
// they say. Positions are fractions: 0 at the low end, 1 at the high one.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lockstep::lab {

enum class Scale { Linear, Log };

struct Tick {
    double value = 0;
    std::string text;
};

struct Axis {
    Scale scale = Scale::Linear;
    double low = 0, high = 1;
    bool doubling = false;            ///< a log axis whose ticks double, however short it is
    bool percent = false;             ///< 0.25 is written "25 %"
    std::vector<std::string> choices; ///< when not empty, the values are indices into these
    std::string unit;                 ///< "", "ms", "bytes"
    std::string title;
    std::vector<Tick> ticks; ///< rising

    double
    fraction(double value) const; ///< not clamped; values at or below 0 lie far left of a log axis
    double value(double fraction) const;
};

/// "62 %" on a percent axis, "1.62" on another; `digits` significant ones.
std::string axis_text(const Axis& axis, double value, int digits = 3);

/// Broken at the space next to its middle, where it has one.
std::string on_two_lines(std::string words);

/// Ticks at some of the given values, first and last among them: every k-th when that comes out
/// even, else those that keep `gap` (a fraction of the axis) from their neighbours.
std::vector<Tick> ticks_among(const Axis& axis, std::span<const double> values, double gap);

/// Round steps (1, 2, 2.5, 5 times a power of ten) from low to high, at most `most`. A log axis
/// that spans more than a factor of eight doubles from tick to tick (or more).
std::vector<Tick> round_ticks(const Axis& axis, int most);

/// The next round step at or above `step`.
double round_step(double step);

/// The part of an axis between two fractions, with its scale; ticks are left to the caller.
Axis part_of(const Axis& axis, double from, double to);

/// Widens [low, high] outwards to whole ticks of a linear axis, or by a margin on a log one.
void widen_to_ticks(Axis& axis, int most);

} // namespace lockstep::lab
