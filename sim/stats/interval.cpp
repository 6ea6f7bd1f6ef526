// SPDX-License-Identifier: MIT
// The sign test's interval for medians and paired ratios, and Price and Bonett's for unpaired ones.
#include "sim/stats/interval.hpp"

#include "sim/base/assert.hpp"
#include "sim/stats/memory.hpp"
#include "sim/stats/quantile.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace lockstep::stats {

static constexpr double infinite = std::numeric_limits<double>::infinity();
static constexpr double no_number = std::numeric_limits<double>::quiet_NaN();

bool Interval::bounded() const {
    return n >= 6 && std::isfinite(low) && std::isfinite(high);
}

double binomial_half_cdf(int n, int k) {
    if (k < 0)
        return 0;
    if (k >= n)
        return 1;
    // Terms C(n, i) / 2^n through their logs, since 2^-n underflows beyond a thousand throws.
    double sum = 0;
    for (int i = 0; i <= k; ++i) {
        const double log_choose =
            std::lgamma(n + 1.0) - std::lgamma(i + 1.0) - std::lgamma(n - i + 1.0);
        sum += std::exp(log_choose - n * std::log(2.0));
    }
    return sum;
}

int sign_test_rank(int n) {
    // The true median lies outside [x(k), x(n+1-k)] when fewer than k samples fall on one side of
    // it. A hair of allowance, since lgamma's rounding must not turn an exact 2.5 % into a refusal.
    int rank = 0;
    while (binomial_half_cdf(n, rank) <= 0.025 * (1 + 1e-9))
        ++rank;
    return rank;
}

int sign_test_rank(int n, double widening) {
    const int rank = sign_test_rank(n);
    if (rank == 0 || widening <= 1)
        return rank;
    const double middle = (n + 1) / 2.0;
    const double distance = (middle - rank) * std::sqrt(widening);
    return std::max(0, static_cast<int>(std::floor(middle - distance)));
}

static Interval interval_of_ranks(std::span<const double> samples, int rank) {
    const int n = static_cast<int>(samples.size());
    const std::vector<double> rising = sorted(samples);
    const auto k = static_cast<std::size_t>(std::max(rank, 1));
    return {median(samples), rising[k - 1], rising[rising.size() - k], n, rank < 1};
}

Interval median_interval(std::span<const double> samples) {
    const int n = static_cast<int>(samples.size());
    if (n == 0)
        return {no_number, -infinite, infinite, 0};
    const int rank = sign_test_rank(n);
    if (rank == 0)
        return {median(samples), -infinite, infinite, n};
    return interval_of_ranks(samples, rank);
}

Interval ratio_interval(std::span<const double> a, std::span<const double> b, double memory) {
    LOCKSTEP_ASSERT(a.size() == b.size(), "A paired ratio needs as many samples of either side.");
    std::vector<double> ratios;
    for (std::size_t i = 0; i < a.size(); ++i)
        ratios.push_back(a[i] / b[i]);
    if (ratios.size() % 2 == 0 && !ratios.empty())
        ratios.pop_back();
    // Ranks and the middle one of an odd number are the same for ratios as for their logs.
    const int n = static_cast<int>(ratios.size());
    Interval interval = sign_test_rank(n) == 0
                            ? median_interval(ratios)
                            : interval_of_ranks(ratios, sign_test_rank(n, widening(memory, n)));
    if (!std::isfinite(interval.low))
        interval.low = 0;
    return interval;
}

/// The z that a standard normal variable exceeds with this probability, 0 < p < 1/2, by halving:
/// erfc is in the standard library, its inverse is not.
static double normal_upper_quantile(double probability) {
    double low = 0, high = 40;
    for (int step = 0; step < 100; ++step) {
        const double middle = (low + high) / 2;
        (std::erfc(middle / std::sqrt(2.0)) / 2 > probability ? low : high) = middle;
    }
    return (low + high) / 2;
}

double median_standard_error(std::span<const double> samples) {
    const int n = static_cast<int>(samples.size());
    if (n < 6)
        return infinite;
    // Price and Bonett: the ranks a and n + 1 - a, near (n + 1)/2 -+ sqrt(n), are z standard errors
    // from the median, where z follows from the exact probability that they enclose it.
    const int a = std::max(1, static_cast<int>(std::lround((n + 1) / 2.0 - std::sqrt(n))));
    const double z = normal_upper_quantile(binomial_half_cdf(n, a - 1));
    const std::vector<double> rising = sorted(samples);
    const auto k = static_cast<std::size_t>(a);
    return (rising[rising.size() - k] - rising[k - 1]) / (2 * z);
}

static std::vector<double> logs(std::span<const double> samples) {
    std::vector<double> result;
    for (const double sample : samples)
        result.push_back(std::log(sample));
    return result;
}

Interval unpaired_ratio_interval(std::span<const double> a, std::span<const double> b,
                                 double confidence, double memory_a, double memory_b) {
    LOCKSTEP_ASSERT(confidence > 0 && confidence < 1, "A confidence lies between 0 and 1.");
    const int n = static_cast<int>(std::min(a.size(), b.size()));
    if (n == 0)
        return {no_number, 0, infinite, 0};
    const std::vector<double> log_a = logs(a), log_b = logs(b);
    const double difference = median(log_a) - median(log_b);
    const auto error = [](const std::vector<double>& samples, double memory) {
        return median_standard_error(samples) *
               std::sqrt(widening(memory, static_cast<int>(samples.size())));
    };
    const double half = normal_upper_quantile((1 - confidence) / 2) *
                        std::hypot(error(log_a, memory_a), error(log_b, memory_b));
    return {std::exp(difference), std::exp(difference - half), std::exp(difference + half), n};
}

bool distinguishable(const Interval& ratio) {
    return ratio.bounded() && !ratio.whole_range && !ratio.contains(1);
}

} // namespace lockstep::stats
