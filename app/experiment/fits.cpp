// SPDX-License-Identifier: MIT
#include "app/experiment/fits.hpp"

#include "sim/base/units.hpp"
#include "sim/stats/fit.hpp"

#include <cmath>
#include <fmt/format.h>

namespace lockstep {

namespace {

struct Marks {
    std::vector<double> workers, speedups;
};

Marks marks_of(const Series& series) {
    Marks marks;
    for (const Estimate& mark : series.points) {
        if (mark.n == 0 || mark.provisional || mark.status != PointStatus::Ok)
            continue;
        marks.workers.push_back(mark.x);
        marks.speedups.push_back(mark.value);
    }
    return marks;
}

std::string number_words(std::string_view name, double value, const stats::FitRange& range) {
    if (!range.bounded())
        return fmt::format("{} = {} (one mark says nothing of its error)", name,
                           format_number(value, 3));
    const NumberWithInterval digits = format_with_interval(value, range.low, range.high);
    return fmt::format("{} = {} [{}, {}]", name, digits.value, format_number(range.low, 3),
                       format_number(range.high, 3));
}

std::string amdahl_words(const Marks& marks) {
    const auto fit = stats::fit_amdahl(marks.workers, marks.speedups);
    if (!fit)
        return "Amdahl's law is not fitted: " + fit.error().what;
    return fmt::format("Amdahl's law through these marks: {}; it misses them by {}.",
                       number_words("f", fit->f, fit->range), format_percent(fit->residual));
}

std::string usl_words(const Marks& marks) {
    const auto fit = stats::fit_usl(marks.workers, marks.speedups);
    if (!fit)
        return "The universal scalability law is not fitted: " + fit.error().what;
    std::string words =
        fmt::format("The universal scalability law: {} (contention), {} (coherency)",
                    number_words("α", fit->alpha, fit->alpha_range),
                    number_words("β", fit->beta, fit->beta_range));
    if (std::isfinite(fit->peak_workers))
        words += fmt::format("; the most speedup at {} workers", std::lround(fit->peak_workers));
    return words + ".";
}

} // namespace

std::vector<std::string> fit_sentences(const Run& run) {
    std::vector<std::string> sentences;
    if (run.quantity != "speedup" || run.x != "p")
        return sentences;
    for (const Series& series : run.series) {
        if (series.provenance != Provenance::Measured && series.provenance != Provenance::Recorded)
            continue;
        const Marks marks = marks_of(series);
        if (marks.workers.empty())
            continue;
        const std::string name = run.series.size() > 1 ? series.variant + ": " : "";
        sentences.push_back(name + amdahl_words(marks));
        sentences.push_back(name + usl_words(marks));
    }
    return sentences;
}

} // namespace lockstep
