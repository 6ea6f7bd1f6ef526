// SPDX-License-Identifier: MIT
// Tables and bars of runs.
#include "app/cli/print_run.hpp"

#include "app/cli/terminal.hpp"
#include "app/experiment/card_times.hpp"
#include "app/experiment/counts.hpp"
#include "app/experiment/estimates.hpp"
#include "app/experiment/fits.hpp"
#include "app/experiment/run_words.hpp"
#include "sim/base/units.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <optional>
#include <set>

namespace lockstep::cli {

namespace {

std::string label_of(const Series& series) {
    const std::string& label = series.label.empty() ? series.variant : series.label;
    return series.is_simulated() ? label + ", simulated" : label;
}

/// Why a series has no mark at all, if all of them say the same.
std::optional<std::string> reason_for_none(const Series& series) {
    std::string reason;
    for (const Estimate& mark : series.points) {
        if (mark.n > 0)
            return std::nullopt;
        if (reason.empty())
            reason = mark.reason;
    }
    return reason.empty() ? series.is_simulated() ? "nothing was counted" : "nothing was measured"
                          : reason;
}

std::vector<const Series*> measured_series(const Run& run) {
    std::vector<const Series*> shown;
    for (const Series& series : run.series)
        if (!reason_for_none(series))
            shown.push_back(&series);
    return shown;
}

std::vector<const Series*> models(const PlotContext& context) {
    std::vector<const Series*> shown;
    for (const Series& curve : context.curves)
        if (curve.provenance == Provenance::Model)
            shown.push_back(&curve);
    return shown;
}

std::set<double> x_values(const std::vector<const Series*>& shown) {
    std::set<double> xs;
    for (const Series* series : shown)
        for (const Estimate& mark : series->points)
            xs.insert(mark.x);
    return xs;
}

std::string mark_words(const Series& series, const Estimate* mark) {
    if (!mark)
        return "";
    if (mark->n == 0)
        return "–";
    if (series.is_simulated())
        return count_digits(mark->value);
    std::string words = mark->provisional
                            ? "about " + format_number(mark->value, 2)
                            : format_with_interval(mark->value, mark->low, mark->high).text();
    return mark->status == PointStatus::Disturbed ? words + " *" : words;
}

std::string short_number(const Series& series, const Estimate& mark) {
    const std::string words = mark_words(series, &mark);
    return words.substr(0, words.find(" ±"));
}

/// "21 rounds", "15 to 31 rounds", and how many were left out.
std::string rounds_words(const Run& run) {
    int least = 0, most = 0, left_out = 0; // of one point
    bool provisional = false;
    for (const Series& series : run.series)
        for (const Estimate& mark : series.points)
            if (mark.n > 0 && !series.is_simulated()) {
                least = least == 0 ? mark.n : std::min(least, mark.n);
                most = std::max(most, mark.n);
                provisional = provisional || mark.provisional;
                // A disturbed point keeps all of its rounds and says so itself.
                if (mark.status == PointStatus::Ok)
                    left_out = std::max(left_out, mark.disturbed);
            }
    if (most == 0)
        return run.quantity == "count" ? "nothing was timed" : "no rounds";
    std::string words = least == most ? fmt::format("{} round{}", most, most == 1 ? "" : "s")
                                      : fmt::format("{} to {} rounds", least, most);
    if (left_out > 0)
        words +=
            fmt::format(", {}{} left out as disturbed", least == most ? "" : "at most ", left_out);
    return words + (provisional ? ", too few for an interval where it says about (--budget gives "
                                  "it more time)"
                                : ", 95 % intervals");
}

/// What counts are, and what was found wrong with a kernel that was simulated.
std::string simulated_words(const Run& run) {
    std::set<std::string> found;
    bool any = false;
    for (const Point& point : run.points) {
        any = any || point.counted;
        if (point.counted)
            for (const protocol::FindingInfo& finding : point.counted->findings)
                if (!finding.remark)
                    found.insert(fmt::format("{}: {}", point.variant, finding.message));
    }
    if (!any)
        return {};
    std::string text = wrapped("  Simulated: PTX-level counts, exact and the same everywhere; no "
                               "time of a card.",
                               terminal_columns, 2);
    for (const std::string& finding : found)
        text += wrapped("  ! " + finding, terminal_columns, 4);
    return text;
}

/// Each reason once, with the series that it is about.
std::string notes(const Run& run) {
    std::string text;
    for (const Series& series : run.series) {
        if (const auto reason = reason_for_none(series)) {
            text += wrapped(fmt::format("  {} is not shown: {}", label_of(series), *reason),
                            terminal_columns, 2);
            continue;
        }
        bool disturbed = false;
        std::set<std::string> said;
        for (const Estimate& mark : series.points) {
            disturbed = disturbed || (mark.n > 0 && mark.status == PointStatus::Disturbed);
            if (mark.n == 0 && !mark.reason.empty())
                said.insert(mark.reason);
        }
        const std::string name = run.series.size() > 1 ? label_of(series) + ": " : "";
        for (const std::string& reason : said)
            text += wrapped(fmt::format("  – {}{}", name, reason), terminal_columns, 4);
        if (disturbed)
            text += wrapped("  * " + name +
                                "disturbed: another program used a core in more than "
                                "a quarter of the rounds.",
                            terminal_columns, 4);
    }
    for (const std::string& remark : run.remarks)
        text += wrapped("  – " + remark, terminal_columns, 4);
    for (const std::string& sentence : fit_sentences(run))
        text += wrapped("  " + sentence, terminal_columns, 2);
    if (const std::string faster = faster_than_baseline(run); !faster.empty())
        text += wrapped(
            fmt::format("  On one thread {} is faster than the baseline {}.", faster, run.baseline),
            terminal_columns, 2);
    return text;
}

} // namespace

std::string run_table(const Run& run, const PlotContext& context) {
    const auto shown = measured_series(run), curves = models(context);
    std::vector<std::vector<std::string>> rows(1, {run.x});
    for (const Series* series : shown)
        rows[0].push_back(label_of(*series));
    for (const Series* curve : curves)
        rows[0].push_back(label_of(*curve));
    for (const double x : x_values(shown)) {
        std::vector<std::string> row{x_value_words(run, context, x)};
        for (const Series* series : shown)
            row.push_back(mark_words(*series, series->at(x)));
        for (const Series* curve : curves) {
            const Estimate* there = curve->at(x);
            row.push_back(there ? format_number(there->value, 4) : "");
        }
        rows.push_back(std::move(row));
    }
    return rows.size() > 1 ? table(rows) : "";
}

std::string run_bars(const Run& run, const PlotContext& context) {
    constexpr int bar_width = 40;
    const auto shown = measured_series(run), curves = models(context);
    const Series* model = curves.empty() ? nullptr : curves.front();
    double longest = 0;
    int name_width = 0;
    std::set<double> xs = x_values(shown);
    for (const Series* series : shown) {
        name_width = std::max(name_width, width_of(label_of(*series)));
        for (const Estimate& mark : series->points) {
            if (mark.n > 0)
                longest = std::max(longest, mark.value);
            const Estimate* there = model ? model->at(mark.x) : nullptr;
            if (there && there->value < 3 * longest)
                longest = std::max(longest, there->value);
        }
    }
    if (longest <= 0)
        return {};
    int x_width = 0;
    for (const double x : xs)
        x_width = std::max(x_width, width_of(x_value_words(run, context, x)));
    std::string text;
    for (const double x : xs) {
        std::string words = x_value_words(run, context, x);
        for (const Series* series : shown) {
            const Estimate* mark = series->at(x);
            if (!mark || mark->n == 0)
                continue;
            const Estimate* there = model ? model->at(x) : nullptr;
            text += "  " + right(words, x_width) + "  ";
            if (shown.size() > 1)
                text += left(label_of(*series), name_width) + "  ";
            text += bar(mark->value / longest, bar_width, there ? there->value / longest : -1);
            text += " " + short_number(*series, *mark) + "\n";
            words.clear();
        }
    }
    if (model && !text.empty())
        text += fmt::format("  │ {}\n", label_of(*model));
    return text;
}

std::string same_code_words(const Run& run) {
    std::string text;
    for (std::size_t i = 0; i < run.series.size(); ++i)
        for (std::size_t k = i + 1; k < run.series.size(); ++k) {
            const Series &a = run.series[i], &b = run.series[k];
            if (a.variant != b.variant || a.points.empty() || b.points.empty())
                continue;
            const Point* first = run.point(a.points.front().point);
            const Point* second = run.point(b.points.front().point);
            if (!first || !second)
                continue;
            const Estimate ratio = compare_points(run, *first, *second);
            if (ratio.n == 0)
                continue;
            const bool equal = ratio.whole_range || (ratio.low <= 1 && ratio.high >= 1);
            text +=
                wrapped(fmt::format("  {} against itself at {} = {}: {}, {}.", a.variant, run.x,
                                    format_number(a.points.front().x, 4),
                                    format_with_interval(ratio.value, ratio.low, ratio.high).text(),
                                    equal ? "not distinguishable, as it should be"
                                          : "different by what disturbs this machine"),
                        terminal_columns, 2);
        }
    return text;
}

std::string run_text(const Run& run, const PlotContext& context) {
    std::string text = wrapped("  " + y_words(run, context), terminal_columns, 2);
    std::string x = x_words(run, context);
    if (x.ends_with(", " + run.x))
        x.resize(x.size() - run.x.size() - 2); // it stands in front
    if (x != run.x)
        text += wrapped(fmt::format("  {}: {}", run.x, x), terminal_columns, 2);
    if (const auto settings = settings_words(run, context); !settings.empty())
        text += wrapped(fmt::format("  {}", fmt::join(settings, "; ")), terminal_columns, 2);
    const std::string rows = run_table(run, context), bars = run_bars(run, context);
    if (!rows.empty())
        text += "\n" + rows;
    if (!bars.empty())
        text += "\n" + bars;
    for (const CardTable& on_card : card_tables(run, context))
        text += "\n" + wrapped("  " + on_card.caption, terminal_columns, 2) + table(on_card.rows);
    text += "\n" + wrapped(fmt::format("  {}; {:.1f} s", rounds_words(run), run.seconds),
                           terminal_columns, 2);
    return text + notes(run) + simulated_words(run) + same_code_words(run);
}

} // namespace lockstep::cli
