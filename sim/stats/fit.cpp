// SPDX-License-Identifier: MIT
// Least squares by hand: two unknowns at most, so the normal equations are written out.
#include "sim/stats/fit.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace lockstep::stats {

static Failure refuse(const char* reason) {
    return fail("fit", reason);
}

double student_t(int degrees) {
    if (degrees < 1)
        return std::numeric_limits<double>::infinity();
    constexpr double first[] = {12.7062, 4.30265, 3.18245, 2.77645, 2.57058, 2.44691};
    if (degrees <= 6)
        return first[degrees - 1];
    // Cornish and Fisher's expansion about the normal quantile (Abramowitz and Stegun, 26.7.5).
    constexpr double z = 1.959964;
    const double n = degrees, z2 = z * z;
    return z + z * (z2 + 1) / (4 * n) + z * ((5 * z2 + 16) * z2 + 3) / (96 * n * n) +
           z * (((3 * z2 + 19) * z2 + 17) * z2 - 15) / (384 * n * n * n);
}

/// The number and its error, with so many degrees of freedom left.
static FitRange range_of(double number, double error, int degrees) {
    if (degrees < 1)
        return {};
    return {number - student_t(degrees) * error, number + student_t(degrees) * error};
}

double karp_flatt(double speedup, double workers) {
    if (!(workers > 1) || !(speedup > 0))
        return std::numeric_limits<double>::quiet_NaN();
    return (1 / speedup - 1 / workers) / (1 - 1 / workers);
}

Result<LineFit> fit_line(std::span<const double> x, std::span<const double> y) {
    if (x.size() != y.size())
        return refuse("there are not as many values as places.");
    const auto n = static_cast<double>(x.size());
    double mean_x = 0, mean_y = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        mean_x += x[i] / n;
        mean_y += y[i] / n;
    }
    double xx = 0, xy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        xx += (x[i] - mean_x) * (x[i] - mean_x);
        xy += (x[i] - mean_x) * (y[i] - mean_y);
    }
    if (!(xx > 0))
        return refuse("a line needs points at two different places.");
    LineFit line;
    line.b = xy / xx;
    line.a = mean_y - line.b * mean_x;
    line.points = static_cast<int>(x.size());
    double squares = 0;
    for (std::size_t i = 0; i < x.size(); ++i)
        squares += std::pow(y[i] - line.a - line.b * x[i], 2);
    line.residual = std::sqrt(squares / n);
    const int degrees = line.points - 2;
    const double variance = squares / std::max(1, degrees);
    line.b_range = range_of(line.b, std::sqrt(variance / xx), degrees);
    line.a_range = range_of(line.a, std::sqrt(variance * (1 / n + mean_x * mean_x / xx)), degrees);
    return line;
}

/// Root mean square of model/measured - 1 over the points with p > 1.
template <class Model>
static double relative_residual(std::span<const double> workers, std::span<const double> speedups,
                                const Model& model) {
    double squares = 0, n = 0;
    for (std::size_t i = 0; i < workers.size(); ++i) {
        if (!(workers[i] > 1))
            continue;
        squares += std::pow(model(workers[i]) / speedups[i] - 1, 2);
        ++n;
    }
    return std::sqrt(squares / n);
}

static Result<void> check_speedups(std::span<const double> workers,
                                   std::span<const double> speedups) {
    if (workers.size() != speedups.size())
        return refuse("there are not as many values as places.");
    for (std::size_t i = 0; i < workers.size(); ++i)
        if (!(workers[i] >= 1) || !(speedups[i] > 0))
            return refuse("a worker count is below 1, or a speedup is not above 0.");
    return {};
}

Result<AmdahlFit> fit_amdahl(std::span<const double> workers, std::span<const double> speedups) {
    LOCKSTEP_CHECK(check_speedups(workers, speedups));
    // 1/S = 1 - f (1 - 1/p) is a line through a known point: one unknown, its slope.
    double xx = 0, xy = 0;
    AmdahlFit fit;
    for (std::size_t i = 0; i < workers.size(); ++i) {
        const double x = 1 - 1 / workers[i];
        xx += x * x;
        xy += x * (1 - 1 / speedups[i]);
        fit.points += workers[i] > 1 ? 1 : 0;
    }
    if (fit.points == 0)
        return refuse("Amdahl's law needs a point with more than one worker.");
    fit.f = xy / xx;
    double squares = 0;
    for (std::size_t i = 0; i < workers.size(); ++i) {
        const double x = 1 - 1 / workers[i];
        squares += workers[i] > 1 ? std::pow(1 - 1 / speedups[i] - fit.f * x, 2) : 0;
    }
    const int degrees = fit.points - 1;
    fit.range = range_of(fit.f, std::sqrt(squares / std::max(1, degrees) / xx), degrees);
    if (degrees > 0 && fit.range.low < 0 && fit.range.high > 1)
        return refuse("the points scatter so much that the shared part could be anything from "
                      "none to all.");
    fit.residual = relative_residual(workers, speedups,
                                     [&](double p) { return 1 / ((1 - fit.f) + fit.f / p); });
    return fit;
}

namespace {

/// Sums of the normal equations for y = alpha u + beta v, over the points with p > 1.
struct Sums {
    double uu = 0, uv = 0, vv = 0, uy = 0, vy = 0, yy = 0;
    int n = 0;

    double left(double alpha, double beta) const {
        const double squares = yy - 2 * alpha * uy - 2 * beta * vy + alpha * alpha * uu +
                               2 * alpha * beta * uv + beta * beta * vv;
        return std::max(squares, 0.0);
    }
};

} // namespace

/// p/S = 1 + alpha (p - 1) + beta p (p - 1), times S/p, so that every point's relative error counts
/// alike.
static Sums usl_sums(std::span<const double> workers, std::span<const double> speedups) {
    Sums sums;
    for (std::size_t i = 0; i < workers.size(); ++i) {
        const double p = workers[i], S = speedups[i];
        if (!(p > 1))
            continue;
        const double u = (p - 1) * S / p, v = (p - 1) * S, y = 1 - S / p;
        sums.uu += u * u;
        sums.uv += u * v;
        sums.vv += v * v;
        sums.uy += u * y;
        sums.vy += v * y;
        sums.yy += y * y;
        ++sums.n;
    }
    return sums;
}

/// The worker counts above 1 that were measured, each once, rising.
static std::vector<double> parallel_counts(std::span<const double> workers) {
    std::vector<double> counts(workers.begin(), workers.end());
    std::erase_if(counts, [](double p) { return !(p > 1); });
    std::ranges::sort(counts);
    counts.erase(std::ranges::unique(counts).begin(), counts.end());
    return counts;
}

/// Both unknowns free. A number that comes out below 0, which the law does not know, but within two
/// standard errors of it, is set to 0 and the other one fitted alone.
static Result<UslFit> solve_usl(const Sums& sums) {
    const double determinant = sums.uu * sums.vv - sums.uv * sums.uv;
    if (!(determinant > 1e-12 * sums.uu * sums.vv))
        return refuse("contention and coherency cannot be told apart at these worker counts.");
    UslFit fit;
    fit.alpha = (sums.vv * sums.uy - sums.uv * sums.vy) / determinant;
    fit.beta = (sums.uu * sums.vy - sums.uv * sums.uy) / determinant;
    const double variance = sums.left(fit.alpha, fit.beta) / std::max(1, sums.n - 2);
    fit.alpha_error = std::sqrt(variance * sums.vv / determinant);
    fit.beta_error = std::sqrt(variance * sums.uu / determinant);
    constexpr double rounding = 1e-9;
    if (fit.alpha < -2 * fit.alpha_error - rounding || fit.beta < -2 * fit.beta_error - rounding)
        return refuse("the points do not have the law's shape: they bend the other way.");
    if (fit.alpha < 0) {
        fit.alpha = 0;
        fit.beta = std::max(0.0, sums.vy / sums.vv);
    } else if (fit.beta < 0) {
        fit.beta = 0;
        fit.alpha = std::max(0.0, sums.uy / sums.uu);
    }
    return fit;
}

Result<UslFit> fit_usl(std::span<const double> workers, std::span<const double> speedups) {
    LOCKSTEP_CHECK(check_speedups(workers, speedups));
    const std::vector<double> counts = parallel_counts(workers);
    if (counts.size() < 3)
        return refuse("it has two unknowns and needs at least three "
                      "different worker counts above 1.");
    if (counts.back() < 2 * counts.front())
        return refuse(
            "the worker counts lie too close together for the universal scalability law.");
    const Sums sums = usl_sums(workers, speedups);
    LOCKSTEP_TRY(UslFit fit, solve_usl(sums));
    const bool loses = std::sqrt(sums.yy / sums.n) > 0.02;
    if (loses && fit.alpha < 2 * fit.alpha_error && fit.beta < 2 * fit.beta_error)
        return refuse("the points scatter too much to tell contention from coherency.");
    const auto never_below_0 = [&](double number, double error) {
        FitRange range = range_of(number, error, sums.n - 2);
        range.low = std::max(0.0, range.low);
        return range;
    };
    fit.alpha_range = never_below_0(fit.alpha, fit.alpha_error);
    fit.beta_range = never_below_0(fit.beta, fit.beta_error);
    fit.residual = relative_residual(workers, speedups, [&](double p) {
        return p / (1 + fit.alpha * (p - 1) + fit.beta * p * (p - 1));
    });
    fit.peak_workers = std::sqrt(std::max(0.0, 1 - fit.alpha) / fit.beta);
    return fit;
}

} // namespace lockstep::stats
