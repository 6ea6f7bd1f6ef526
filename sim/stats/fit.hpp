// SPDX-License-Identifier: MIT
// Curves through measured points. A fit that the points cannot identify is refused with the reason.
#pragma once

#include "sim/base/result.hpp"

#include <cmath>
#include <limits>
#include <span>

namespace lockstep::stats {

/// The serial fraction that a measured speedup on p workers amounts to, e = (1/S - 1/p) / (1 - 1/p)
/// (Karp and Flatt 1990). NaN unless p > 1 and S > 0. When it grows with p, the loss is overhead,
/// not serial work; negative means faster than p times.
double karp_flatt(double speedup, double workers);

/// Where the truth lies in 95 % of fits, by Student's t with the degrees of freedom that are left,
/// if the law holds and the points scatter normally about it. From minus to plus infinity where no
/// degree of freedom is left: the points determine the number and say nothing of its error.
struct FitRange {
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
    bool bounded() const { return std::isfinite(low) && std::isfinite(high); }
    bool contains(double x) const { return low <= x && x <= high; }
};

/// The t that a variable of Student's distribution stays within in 95 % (two-sided); infinite
/// without a degree of freedom.
double student_t(int degrees);

/// y = a + b x by least squares.
struct LineFit {
    double a = 0, b = 0;
    FitRange a_range, b_range;
    double residual = 0; ///< root mean square of what the line leaves, in y's unit
    int points = 0;
};
/// Refused: fewer than two different x, or x and y of different lengths.
Result<LineFit> fit_line(std::span<const double> x, std::span<const double> y);

/// S(p) = 1 / ((1 - f) + f/p): f is the part that can be shared out.
struct AmdahlFit {
    double f = 0;
    FitRange range;      ///< of f
    double residual = 0; ///< root mean square relative error of S
    int points = 0;      ///< with p > 1; p = 1 says nothing of f
};
/// Least squares in 1/S, where f is linear. Refused: no point with p > 1, or points that scatter so
/// much that every f from 0 to 1 is possible. Not clipped: f > 1 means faster than p times.
Result<AmdahlFit> fit_amdahl(std::span<const double> workers, std::span<const double> speedups);

/// The universal scalability law, S(p) = p / (1 + alpha (p - 1) + beta p (p - 1)) (Gunther 1993).
struct UslFit {
    double alpha = 0;                       ///< contention: what waits in line
    double beta = 0;                        ///< coherency: what every pair of workers must agree on
    double alpha_error = 0, beta_error = 0; ///< standard errors
    FitRange alpha_range, beta_range;       ///< never below 0, which the law does not know
    double residual = 0;                    ///< root mean square relative error of S
    /// Where S is largest, sqrt((1 - alpha) / beta); infinite when beta is 0.
    double peak_workers = 0;
};
/// Least squares of relative errors. Refused: fewer than three different p > 1 (two cores give one;
/// two numbers cannot come out of it), p that reach less than twice as far as their smallest above
/// 1, points that scatter so much that neither number differs from 0 although speedup is lost, or
/// that lie above p beyond their scatter, which is not the law's shape.
Result<UslFit> fit_usl(std::span<const double> workers, std::span<const double> speedups);

} // namespace lockstep::stats
