// SPDX-License-Identifier: MIT
#include "app/pages/lesson/numbers_text.hpp"

#include <fmt/format.h>

namespace lockstep::lab {

namespace {

bool has_time(const Estimate& estimate) {
    return estimate.status == PointStatus::Ok || estimate.status == PointStatus::Disturbed;
}

std::string line_of(const Series& series, const Estimate& estimate,
                    const std::vector<Series>& models) {
    std::string line = fmt::format("{}\t{}", series.key(), estimate.x);
    if (has_time(estimate))
        line += fmt::format("\t{:.6g}\t{:.6g}\t{:.6g}\t{}\t{}", estimate.value, estimate.low,
                            estimate.high, estimate.n, estimate.disturbed);
    else
        line += "\t\t\t\t\t";
    for (const Series& model : models) {
        const Estimate* at = model.at(estimate.x);
        line += at ? fmt::format("\t{:.6g}", at->value) : "\t";
    }
    return line + "\n";
}

} // namespace

std::string numbers_text(const Run& run, const std::vector<Series>& models) {
    std::string text =
        fmt::format("variant\t{}\t{}\tlow\thigh\trounds\tleft out", run.x, run.quantity);
    for (const Series& model : models)
        text += "\tmodel " + model.variant;
    text += "\n";
    for (const Series& series : run.series)
        for (const Estimate& estimate : series.points)
            text += line_of(series, estimate, models);
    return text;
}

} // namespace lockstep::lab
