// SPDX-License-Identifier: MIT
#include "app/views/numbers/table.hpp"

#include "app/experiment/card_times.hpp"
#include "app/experiment/counts.hpp"
#include "sim/base/units.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace lockstep::numbers {

namespace {

bool has_value(const Estimate& estimate) {
    return estimate.status == PointStatus::Ok || estimate.status == PointStatus::Disturbed;
}

int places_of(const std::string& number) {
    const std::size_t point = number.find('.');
    return point == std::string::npos ? 0 : static_cast<int>(number.size() - point - 1);
}

/// "[1.326, 1.337]" in as many places as the value has.
std::string interval_words(const Estimate& estimate, const std::string& value) {
    if (estimate.low == estimate.high)
        return "pilot only";
    const int places = places_of(value);
    return fmt::format("[{:.{}f}, {:.{}f}]", estimate.low, places, estimate.high, places);
}

void add_factors(std::vector<std::string>& cells, const Estimate& estimate) {
    if (!estimate.factors) {
        cells.insert(cells.end(), 4, "");
        return;
    }
    const stats::GapFactors& gap = *estimate.factors;
    for (const double factor : {gap.rate, gap.serial_part, gap.load_balance, gap.coordination})
        cells.push_back(fmt::format("{:.3f}", factor));
}

void add_card(std::vector<std::string>& cells, const Estimate& estimate) {
    const auto& card = estimate.card;
    const auto& copies = estimate.copies;
    cells.push_back(card ? format_number(card->kernel, 4, Zeros::Keep) : "");
    cells.push_back(card ? fmt::format("{:.3f}", card->launch) : "");
    cells.push_back(copies ? format_time_ns(copies->time_ns) : "");
    cells.push_back(copies ? format_number(copies->speedup, 4, Zeros::Keep) : "");
}

/// Which kinds of factors have columns.
struct Shown {
    bool gap = false, card = false;
};

Row row_of(const Series& series, const Estimate& estimate, bool percent, Shown shown,
           const std::vector<Series>& models,
           const std::optional<std::map<double, double>>& guess) {
    Row row{series.key(), estimate.x, {}, {}};
    row.cells.push_back(percent ? format_percent(estimate.x, 3) : format_number(estimate.x, 4));
    const bool counted = series.is_simulated();
    if (!has_value(estimate)) {
        row.reason = !estimate.reason.empty() ? estimate.reason : counted ? "no count" : "no time";
        return row;
    }
    const std::string value =
        counted ? count_digits(estimate.value)
                : format_with_interval(estimate.value, estimate.low, estimate.high).value;
    row.cells.push_back(value);
    row.cells.push_back(counted ? "counted" : interval_words(estimate, value));
    for (const Series& model : models) {
        const Estimate* at = model.at(estimate.x);
        row.cells.push_back(at ? format_number(at->value, 4, Zeros::Keep) : "");
    }
    if (guess) {
        const auto drawn = guess->find(estimate.x);
        row.cells.push_back(drawn == guess->end() ? ""
                                                  : format_number(drawn->second, 3, Zeros::Keep));
    }
    row.cells.push_back(counted ? "" : std::to_string(estimate.n));
    row.cells.push_back(counted ? "" : std::to_string(estimate.disturbed));
    if (shown.gap)
        add_factors(row.cells, estimate);
    if (shown.card)
        add_card(row.cells, estimate);
    row.cells.push_back(estimate.disturbed > 0 ? format_number(estimate.with_all, 4, Zeros::Keep)
                                               : "");
    return row;
}

bool any_factors(const Run& run) {
    return std::any_of(run.series.begin(), run.series.end(), [](const Series& series) {
        return std::any_of(series.points.begin(), series.points.end(),
                           [](const Estimate& estimate) { return estimate.factors.has_value(); });
    });
}

} // namespace

Table table_of(const Run& run, const std::string& x_words, bool percent,
               const std::vector<Series>& models,
               const std::optional<std::map<double, double>>& guess) {
    Table table;
    const Shown shown{any_factors(run), on_a_card(run)};
    std::string quantity =
        run.unit.empty() || run.unit == "1" ? run.quantity : run.quantity + ", " + run.unit;
    std::ranges::replace(quantity, '_', ' ');
    table.columns = {x_words, quantity, "95 % interval"};
    for (const Series& model : models)
        table.columns.push_back(models.size() == 1 ? "model" : model.label);
    if (guess)
        table.columns.push_back("you");
    table.columns.insert(table.columns.end(), {"rounds", "left out"});
    if (shown.gap)
        table.columns.insert(table.columns.end(),
                             {"rate", "serial part", "balance", "coordination"});
    if (shown.card)
        table.columns.insert(table.columns.end(), {"kernel", "launch", "copies", "with copies"});
    table.columns.push_back("with all");
    for (const Series& series : run.series)
        for (const Estimate& estimate : series.points)
            table.rows.push_back(row_of(series, estimate, percent, shown, models, guess));
    return table;
}

std::string Table::text() const {
    std::string text = "variant";
    for (const std::string& column : columns)
        text += "\t" + column;
    text += "\n";
    for (const Row& row : rows) {
        text += row.variant;
        for (const std::string& cell : row.cells)
            text += "\t" + cell;
        text += row.reason.empty() ? "\n" : "\t" + row.reason + "\n";
    }
    return text;
}

} // namespace lockstep::numbers
