// SPDX-License-Identifier: MIT
#include "app/experiment/card_times.hpp"

#include "app/experiment/run_words.hpp"
#include "sim/base/units.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace lockstep {

namespace {

bool says_something(const Estimate& mark) {
    return mark.n > 0 && (mark.card || mark.copies);
}

std::string factor_words(double factor) {
    return format_number(factor, 4, Zeros::Keep);
}

std::vector<std::string> row_of(const Run& run, const PlotContext& context, const Estimate& mark) {
    std::vector<std::string> row{x_value_words(run, context, mark.x), "", "", "", "", ""};
    if (mark.card) {
        row[1] = factor_words(mark.card->kernel);
        row[2] = fmt::format("{:.3f}", mark.card->launch);
        row[3] = factor_words(mark.card->speedup());
    }
    if (mark.copies) {
        row[4] = format_time_ns(mark.copies->time_ns);
        row[5] = factor_words(mark.copies->speedup);
    }
    return row;
}

std::string caption_of(const Series& series) {
    const bool both = std::ranges::any_of(series.points, [](const Estimate& mark) {
        return mark.copies && mark.copies->baseline_ns > 0;
    });
    return fmt::format("{} on the card, with the data there already: kernel × launch = times as "
                       "fast. With copies: if the data goes there and the results come back{}.",
                       series.label.empty() ? series.variant : series.label,
                       both ? ", on both sides" : "");
}

} // namespace

bool on_a_card(const Run& run) {
    return std::ranges::any_of(run.series, [](const Series& series) {
        return std::ranges::any_of(series.points, says_something);
    });
}

std::vector<CardTable> card_tables(const Run& run, const PlotContext& context) {
    std::vector<CardTable> tables;
    for (const Series& series : run.series) {
        CardTable table{caption_of(series), {}};
        for (const Estimate& mark : series.points)
            if (says_something(mark))
                table.rows.push_back(row_of(run, context, mark));
        if (table.rows.empty())
            continue;
        table.rows.insert(table.rows.begin(),
                          {run.x, "kernel", "launch", "times as fast", "copies", "with copies"});
        tables.push_back(std::move(table));
    }
    return tables;
}

std::string copies_sentence(const stats::Copies& copies, bool inverse) {
    const bool both = copies.baseline_ns > 0;
    const std::string others =
        both ? fmt::format(", and {} for the baseline", format_time_ns(copies.baseline_ns)) : "";
    const std::string outcome =
        inverse ? fmt::format("it would take {} times as long", factor_words(1 / copies.speedup))
                : fmt::format("the speedup would be {}", factor_words(copies.speedup));
    return fmt::format("The data lay on the card already. Copying it there and the results back "
                       "took {}{}. With {} {}.",
                       format_time_ns(copies.time_ns), others, both ? "both" : "that", outcome);
}

} // namespace lockstep
