// SPDX-License-Identifier: MIT
// A run as a picture: which axes, how long, which curves.
#include "app/experiment/axis_ticks.hpp"
#include "app/experiment/estimates.hpp"
#include "app/experiment/plot_svg.hpp"
#include "app/experiment/run_words.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace lockstep {

namespace {

bool has_value(const Series& series, const Estimate& mark) {
    if (series.provenance == Provenance::Model || series.provenance == Provenance::Predicted)
        return std::isfinite(mark.value);
    return mark.n > 0 && std::isfinite(mark.value);
}

/// `origin` names the machine of a recorded series; a curve of another run has it in its label.
PlotSeries plot_series(const Run& run, const Series& series, const std::string& origin = {}) {
    PlotSeries shown;
    shown.label = series.label.empty() ? series.variant : series.label;
    shown.provenance = series.provenance;
    if (series.provenance == Provenance::Measured && run.from_file)
        shown.provenance = Provenance::Recorded;
    if (shown.provenance == Provenance::Recorded && !origin.empty())
        shown.label += " (recorded: " + origin + ")";
    if (shown.provenance == Provenance::Simulated)
        shown.label += " (simulated)";
    for (const Estimate& mark : series.points) {
        const bool known = has_value(series, mark);
        const double value = known ? mark.value : std::numeric_limits<double>::quiet_NaN();
        // What was computed has no interval, whatever stands in its fields.
        const bool timed = mark.n > 0;
        shown.marks.push_back({mark.x, value, timed ? mark.low : value, timed ? mark.high : value,
                               mark.provisional, mark.status});
    }
    return shown;
}

struct Range {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();
    void add(double value) {
        if (!std::isfinite(value))
            return;
        low = std::min(low, value);
        high = std::max(high, value);
    }
    bool empty() const { return !(low <= high); }
};

Range range_of_x(const PlotPicture& picture) {
    Range range;
    for (const PlotSeries& series : picture.series)
        for (const PlotMark& mark : series.marks)
            range.add(mark.x);
    return range;
}

Range range_of_y(const PlotPicture& picture) {
    Range values, all;
    for (const PlotSeries& series : picture.series)
        for (const PlotMark& mark : series.marks)
            values.add(mark.y);
    all = values;
    // An interval without end must not press all marks into a corner.
    for (const PlotSeries& series : picture.series)
        for (const PlotMark& mark : series.marks)
            if (std::isfinite(mark.y) && mark.high <= 1.5 * values.high) {
                all.add(mark.low);
                all.add(mark.high);
            }
    return all;
}

/// A little room at both ends, so that no mark stands on the frame.
void widen(PlotAxis& axis) {
    if (axis.doubling) {
        if (axis.high < axis.low * 1.2)
            axis.high = axis.low * 2;
        axis.low /= 1.12;
        axis.high *= 1.12;
    } else {
        if (axis.high <= axis.low)
            axis.high = axis.low + std::max(1.0, std::abs(axis.low));
        const double room = 0.03 * (axis.high - axis.low);
        axis.low -= room;
        axis.high += room;
    }
}

void set_x(PlotPicture& picture, const Run& run, const PlotContext& context) {
    PlotAxis& axis = picture.x;
    axis.words = x_words(run, context);
    axis.percent = context.experiment && context.experiment->x_percent;
    axis.doubling = context.experiment ? context.experiment->x_log : run.x == "p";
    Range range = range_of_x(picture);
    if (range.empty())
        range = {0, 1};
    axis.doubling = axis.doubling && range.low > 0;
    axis.low = range.low;
    axis.high = range.high;
    // The values that were run are the best ticks, as long as there are few of them.
    std::set<double> values;
    for (const PlotSeries& series : picture.series)
        if (series.provenance != Provenance::Model && series.provenance != Provenance::Predicted)
            for (const PlotMark& mark : series.marks)
                values.insert(mark.x);
    if (!values.empty() && values.size() <= 12 && !axis.doubling)
        axis.ticks.assign(values.begin(), values.end());
    for (const double tick : axis.ticks)
        if (auto words = choice_words(run, context, tick); !words.empty())
            axis.tick_words.push_back(std::move(words));
    widen(axis);
}

void set_y(PlotPicture& picture, const Run& run, const PlotContext& context) {
    PlotAxis& axis = picture.y;
    axis.words = y_words(run, context);
    Range range = range_of_y(picture);
    if (range.empty())
        range = {0, 1};
    const bool over_workers = run.x == "p" && run.quantity == "speedup";
    axis.doubling = context.experiment ? context.experiment->y_log : over_workers;
    axis.doubling = axis.doubling && range.low > 0;
    if (axis.doubling) {
        axis.low = std::min(picture.baseline.value_or(range.low), range.low);
        axis.high = range.high;
        widen(axis);
        return;
    }
    axis.low = std::min(0.0, range.low);
    axis.high = range.high * 1.08;
    if (context.experiment && context.experiment->y_high > axis.high)
        axis.high = context.experiment->y_high;
    if (axis.high <= axis.low)
        axis.high = axis.low + 1;
}

} // namespace

PlotPicture plot_picture(const Run& run, const PlotContext& context) {
    PlotPicture picture;
    for (const Series& curve : context.curves)
        picture.series.push_back(plot_series(run, curve));
    for (const Series& series : run.series)
        picture.series.push_back(plot_series(run, series, run.origin));
    if (run.quantity != "count")
        picture.baseline =
            run.quantity == "time_per_item" ? baseline_per_item(run) : std::optional(1.0);
    set_x(picture, run, context);
    set_y(picture, run, context);
    picture.title = run_title(run, context);
    double measured_to = 0;
    for (const Series& series : run.series)
        for (const Estimate& mark : series.points)
            measured_to = std::max(measured_to, mark.x);
    if (run.x == "p" && measured_to > 0 && measured_to < range_of_x(picture).high)
        picture.beyond_x = measured_to;
    return picture;
}

} // namespace lockstep
