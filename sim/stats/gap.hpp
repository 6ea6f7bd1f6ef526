// SPDX-License-Identifier: MIT
// The gap between p workers and the speedup, in factors (measuring.md, "The gap, in factors"), and
// the strip that draws them. After the POP efficiency model, extended by the serial part.
#pragma once

#include "sim/base/result.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace lockstep::stats {

/// One pair of samples, times in ns per repetition.
struct GapInput {
    double baseline_ns = 0; ///< T_b, wall time of the baseline
    double time_ns = 0;     ///< T, wall time of the variant on `workers`
    double serial_ns = 0;   ///< s, wall time in which the program allows one worker only
    double busy_ns = 0;     ///< U, busy time summed over workers and phases
    double longest_ns = 0;  ///< M, over the phases, the sum of the busiest worker's time
    int workers = 1;        ///< p
};

/// speedup = workers x rate x serial_part x load_balance x coordination, because the product
/// telescopes. All but rate lie in (0, 1].
struct GapFactors {
    double workers = 1;
    double rate = 1;         ///< T_b / C: slower or faster work; C = s + U
    double serial_part = 1;  ///< (C/p) / (s + U/p): Amdahl
    double load_balance = 1; ///< (s + U/p) / (s + M): one worker has more
    double coordination = 1; ///< (s + M) / T: scheduling, waiting, locks, launch, messages

    double speedup() const { return workers * rate * serial_part * load_balance * coordination; }
};

/// Busy times that were counted rather than stamped can claim up to a few per cent more than the
/// wall clock allows. They are cut back (M to T - s, then U to p M), which keeps the product exact
/// and moves the excess into rate. More than 5 % too much, no busy time at all, or a time that is
/// not positive is an Error that says which.
Result<GapFactors> gap_factors(const GapInput& input);

/// The rate of a vector variant, taken apart: rate = lanes x lanes_in_use x vector_rate.
struct LaneFactors {
    double lanes = 1;        ///< W
    double lanes_in_use = 1; ///< counted: wanted lane steps over all lane steps, in (0, 1]
    double vector_rate = 1;  ///< what is left: one vector step against one scalar step
};

/// `used` and `offered` are the counted lane steps; an Error when they are not 0 < used <= offered.
Result<LaneFactors> lane_factors(const GapFactors& gap, int lanes, double used, double offered);

/// A card has no p: speedup = kernel x copy x launch.
struct GpuFactors {
    double kernel = 1; ///< T_b / T_kernel
    double copy = 1;   ///< T_kernel / (T_kernel + T_copy)
    double launch = 1; ///< (T_kernel + T_copy) / T

    double speedup() const { return kernel * copy * launch; }
};

Result<GpuFactors> gpu_factors(double baseline_ns, double time_ns, double kernel_ns,
                               double copy_ns);

/// What copying would make of a card's time, which goes from the launch to its end: the data lies
/// there already.
struct Copies {
    double time_ns = 0;     ///< T_copy, there and back
    double baseline_ns = 0; ///< the baseline's own, where that is on a card as well
    double speedup = 1;     ///< (T_b + its copies) / (T + T_copy)
};

/// An Error where a time is missing or negative.
Result<Copies> with_copies(double baseline_ns, double time_ns, double baseline_copy_ns,
                           double copy_ns);

enum class GapPiece {
    Useful,
    Rate,
    LanesInUse,
    VectorRate,
    SerialPart,
    LoadBalance,
    Coordination,
    Copy,
    Launch
};

/// "load balance"; the names of JSON (factors.load_balance) have underscores instead.
std::string_view gap_piece_words(GapPiece piece);
/// What eats it, in one sentence for the learner.
std::string_view gap_piece_sentence(GapPiece piece);

struct StripPiece {
    GapPiece name = GapPiece::Useful;
    double length = 0; ///< in workers (in lanes, in times)
};

/// One bar: Useful, which is as long as the speedup, and then the losses in the order of the
/// product. Each loss is what its factor takes from what those before it left, so that all lengths
/// sum to the bar's: p. A rate above 1 (caches, extra help from SIMD) is a gain: its length is
/// negative, the other pieces sum to p x rate, and a drawing lets the bar run past the mark p by
/// that much.
std::vector<StripPiece> strip(const GapFactors& gap);

/// The same with rate taken apart: the bar is p x W long, LanesInUse and VectorRate stand where
/// Rate stood. A vector rate above 1 is a negative length in the same way.
std::vector<StripPiece> strip(const GapFactors& gap, const LaneFactors& lanes);

/// The bar is as long as the kernel alone would be fast: T_b / T_kernel. Losses: Copy, Launch.
std::vector<StripPiece> strip(const GpuFactors& gpu);

/// The longest loss, or Useful when nothing is lost.
StripPiece largest_loss(std::span<const StripPiece> pieces);

/// Which pair's ratio is the median: the strip shows its factors, so that their product equals the
/// mark that ratio_interval gives. Of an even number all but the last count. -1 for no pairs.
int median_pair(std::span<const double> ratios);

} // namespace lockstep::stats
