// SPDX-License-Identifier: MIT
// Numbers as the learner reads them: with a unit, and with no more digits than they are known to.
// UTF-8: "µs" for microseconds, "∞" for infinity, "–" where there is no number (NaN).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lockstep {

/// Whether "1.50" keeps its last zero: a measured value does, a slider's setting does not.
enum class Zeros { Trim, Keep };

/// `digits` significant ones: format_number(0.12345, 3) is "0.123", format_number(1.5, 3) is "1.5".
/// No exponents: whole digits are always all there, format_number(123456, 3) is "123000".
std::string format_number(double value, int digits = 3, Zeros zeros = Zeros::Trim);

/// "850 ns", "20 µs", "1.5 ms", "2.25 s", in the unit that leaves 1 to 999 before the point.
std::string format_time_ns(double time_ns, int digits = 3);

/// A share as a percentage: format_percent(0.02) is "2 %", format_percent(0.4567) is "46 %".
std::string format_percent(double share, int digits = 2);

/// A unit that counts things, as it follows this value: "operations" is "operation" after 1.
/// "times" stays what it is.
std::string_view counted_unit(double value, std::string_view unit);

/// A value that somebody set, with its unit. Times are in the unit that suits them, a "share" in
/// per cent, KiB in MiB where that leaves them whole; whole numbers are in full: "16 MiB", "20 µs",
/// "65536 loads", "1 byte". Units "" and "1" are not said.
std::string format_quantity(double value, std::string_view unit, int digits = 3);

/// A value with as many digits as its interval has, and no more.
struct NumberWithInterval {
    std::string value;        ///< "1.331"
    std::string half_width;   ///< "0.006"; empty when the interval has no finite ends
    std::string text() const; ///< "1.331 ± 0.006", or the value alone
};

/// The half width is the longer side of [low, high] seen from the value, rounded up to one
/// significant digit so that the words never claim more than the interval does; the value ends in
/// the same place. An interval without finite ends gives two significant digits, one of no width
/// four.
NumberWithInterval format_with_interval(double value, double low, double high);

/// The candidates nearest to a mistyped word, nearest first, for "did you mean": by the number of
/// letters changed, added, left out or swapped with their neighbour (upper and lower case are the
/// same). Those that need more than a third of the word's letters, but at least two, are no help
/// and are left out.
std::vector<std::string> nearest_names(std::string_view word,
                                       const std::vector<std::string>& candidates,
                                       std::size_t most = 3);

} // namespace lockstep
