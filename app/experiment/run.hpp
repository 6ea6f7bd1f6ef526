// SPDX-License-Identifier: MIT
// A run: an experiment carried out once. Evidence (samples by point) and what it said that day
// (series of estimates with their factors). What a run file holds, and what every plot draws.
#pragma once

#include "kernels/protocol/messages.hpp"
#include "sim/base/values.hpp"
#include "sim/stats/gap.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace lockstep {

enum class Provenance { Measured, Recorded, Simulated, Model, Predicted };
std::string_view name_of(Provenance provenance);

using protocol::PointStatus;

/// What the simulator saw of a point: PTX-level counts, never a time.
struct Counted {
    Values counters; ///< by their names in sim/simt/counters.hpp
    std::string kernel;
    std::vector<int> grid, block;
    std::vector<protocol::FindingInfo> findings; ///< what was found wrong with the kernel
    double seconds = 0;                          ///< that the simulation took
    /// What ptxas said of its kernels, for each architecture; empty where nobody asked.
    std::vector<protocol::KernelFigures> figures;
    double dynamic_shared_bytes = 0; ///< of a block of the first launch

    /// "add, grid 32 x 1 x 1, block 128 x 1 x 1".
    std::string words() const;
};

/// What the simulated marks of a run show: `of` / `per`.
struct CountedQuantity {
    std::string of, per; ///< counters; per may be "item", or empty for 1
    std::string words;   ///< "sectors a request"
};

/// One point with all of its samples (columns, one entry a sample), or, where it was simulated,
/// with its counts.
struct Point {
    int id = 0;
    std::string workload, variant;
    Values parameters;
    std::vector<int> round, flags;
    std::vector<double> time_ns, longest_ns, serial_ns, lanes_used, lanes_offered;
    std::vector<double> claimed_ns; ///< by the variant's own measuring; empty unless it measures
    /// Of a card, else empty: its kernels by its own clock, and the copies there and back, which
    /// are no part of time_ns. NaN where one could not be had.
    std::vector<double> kernel_ns, copy_ns;
    std::vector<std::vector<double>> busy_ns;
    PointStatus status = PointStatus::Ok;
    std::string reason;
    double items = 0;
    double jobs = 1;        ///< of the baseline's size, done by all workers together
    bool simulated = false; ///< asked of the simulator: it has counts and no samples
    std::optional<Counted> counted;
    std::optional<protocol::Spans> spans;
    std::optional<protocol::Picture> picture;
};

/// A mark of the plot.
struct Estimate {
    double x = 0;
    int point = -1;                      ///< id of its Point; -1 for a model or a guess
    int baseline = -1;                   ///< id of the Point that it was paired with; -1 for none
    double value = 0, low = 0, high = 0; ///< 95 %; low == high == value while only a pilot exists
    int n = 0;                           ///< rounds used; 1 for a count
    int disturbed = 0;                   ///< rounds left out
    double with_all = 0;                 ///< the estimate if none were left out
    bool provisional = false;            ///< from the pilot alone
    bool whole_range = false;            ///< as in stats::Interval: no difference is claimed
    PointStatus status = PointStatus::Ok;
    std::string reason;
    std::optional<stats::GapFactors> factors; ///< of the pair whose ratio is the median
    std::optional<stats::LaneFactors>
        lanes;                             ///< its rate taken apart, of a variant that counts lanes
    std::optional<double> f_measured;      ///< U / C: the shared part that was measured
    std::optional<stats::GpuFactors> card; ///< of a card, in place of `factors`
    std::optional<stats::Copies> copies;   ///< of a card, in the same pair
};

struct Series {
    std::string variant; ///< or the model's name
    std::string label;
    Provenance provenance = Provenance::Measured;
    std::vector<Estimate> points; ///< by rising x
    const Estimate* at(double x) const;
    bool is_simulated() const { return provenance == Provenance::Simulated; }
    /// Its variant; told from the timed series of the same kernel. What the cursor stands on.
    std::string key() const;
};

struct Run {
    std::string id;                    ///< uuid
    std::string lesson, experiment_id; ///< empty for a run of the command line
    std::string started;               ///< ISO 8601, UTC
    std::string program;               ///< "1.0.0"
    protocol::Machine machine;
    std::string workload;
    Values parameters; ///< the sliders it was made for, without x
    std::string x, x_unit;
    std::string quantity, unit, baseline;
    std::string cache = "warm";           ///< or "cold": what a timed repetition found there
    std::optional<CountedQuantity> count; ///< where something is simulated
    std::vector<Point> points;
    std::vector<Series> series;  ///< marks that have come, be it only the reason why they cannot
    std::vector<Series> planned; ///< every mark asked for, in the same order; empty in a file's run
    std::vector<std::string> remarks; ///< what the machine did to it: sentences of the bench
    bool finished = false, cancelled = false;
    double seconds = 0;
    bool from_file = false; ///< read, not timed just now: shown as recorded
    std::string origin;     ///< file or machine and date, for the legend

    const Point* point(int number) const;
};

} // namespace lockstep
