// SPDX-License-Identifier: MIT
// What a run file says against what its samples give.
#include "app/experiment/run_file.hpp"

#include "app/experiment/estimates.hpp"
#include "sim/base/units.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace lockstep {

Result<void> save_run_file(const Run& run, const std::filesystem::path& file) {
    return write_whole(file, write_run(run));
}

Result<Run> load_run_file(const std::filesystem::path& file) {
    LOCKSTEP_TRY(const std::string text, read_whole(file, most_run_file_bytes));
    return read_run(text, file.string());
}

Result<std::vector<Run>> load_runs(const std::filesystem::path& file) {
    LOCKSTEP_TRY(const std::string text, read_whole(file, most_run_file_bytes));
    return read_runs(text, file.string());
}

namespace {

/// Timed, or counted with its counters kept: a file of another program may have series without.
bool has_evidence(const Run& run, const Series& series) {
    if (series.is_simulated())
        return run.count && std::ranges::all_of(series.points, [&](const Estimate& mark) {
                   return run.point(mark.point) != nullptr;
               });
    return series.provenance == Provenance::Measured || series.provenance == Provenance::Recorded;
}

/// Rounding of decimal digits, and of another compiler's log and exp; nothing that could be seen.
bool agree(double a, double b) {
    if (std::isnan(a) || std::isnan(b))
        return std::isnan(a) && std::isnan(b);
    return std::abs(a - b) <= 1e-6 * std::max(std::abs(a), std::abs(b));
}

std::string_view status_words(PointStatus status) {
    switch (status) {
    case PointStatus::Ok:
        return "ok";
    case PointStatus::Wrong:
        return "wrong";
    case PointStatus::Unavailable:
        return "unavailable";
    case PointStatus::Disturbed:
        return "disturbed";
    }
    return "";
}

/// What the file says of a card against what its samples give; empty where they agree. One that was
/// written before a card's clock was asked says nothing.
std::string card_difference(const Estimate& said, const Estimate& found) {
    const auto differ = [](const char* name, double here, double there) {
        return agree(here, there) ? std::string()
                                  : fmt::format("the file says {} {}, its samples give {}", name,
                                                format_number(here, 6), format_number(there, 6));
    };
    const stats::GpuFactors none{0, 0, 0};
    std::string words;
    if (said.card) {
        const stats::GpuFactors there = found.card.value_or(none);
        words = differ("kernel", said.card->kernel, there.kernel);
        if (words.empty())
            words = differ("launch", said.card->launch, there.launch);
    }
    if (words.empty() && said.copies) {
        const stats::Copies there = found.copies.value_or(stats::Copies{0, 0, 0});
        words = differ("copies (ns)", said.copies->time_ns, there.time_ns);
        if (words.empty())
            words = differ("speedup with copies", said.copies->speedup, there.speedup);
    }
    return words;
}

std::string difference(const Run& run, const Series& series, const Estimate& said,
                       const Estimate& found) {
    const std::string place =
        fmt::format("{}, {} = {}", series.label, run.x, format_number(said.x, 6));
    const std::string_view evidence = series.is_simulated() ? "counters" : "samples";
    if (said.n > 0 && found.n == 0)
        return fmt::format("{}: the file says {}, but its points hold no {} for it.", place,
                           format_number(said.value, 6), evidence);
    if (said.status != found.status)
        return fmt::format("{}: the file says {}, its {} say {}.", place, status_words(said.status),
                           evidence, status_words(found.status));
    if (!agree(said.value, found.value))
        return fmt::format("{}: the file says {}, its {} give {}.", place,
                           format_number(said.value, 6), evidence, format_number(found.value, 6));
    if (!agree(said.low, found.low) || !agree(said.high, found.high))
        return fmt::format("{}: the file says {} to {}, its samples give {} to {}.", place,
                           format_number(said.low, 6), format_number(said.high, 6),
                           format_number(found.low, 6), format_number(found.high, 6));
    if (said.n != found.n)
        return fmt::format("{}: the file says {} rounds, its samples give {}.", place, said.n,
                           found.n);
    if (const std::string card = card_difference(said, found); !card.empty())
        return fmt::format("{}: {}.", place, card);
    return {};
}

} // namespace

std::vector<Series> recompute_series(const Run& run) {
    std::vector<Series> made = run.series;
    for (Series& series : made)
        if (has_evidence(run, series))
            for (Estimate& mark : series.points)
                mark = estimate(run, mark);
    return made;
}

std::vector<std::string> series_differences(const Run& run) {
    std::vector<std::string> said;
    const std::vector<Series> made = recompute_series(run);
    for (std::size_t i = 0; i < made.size(); ++i)
        for (std::size_t k = 0; k < made[i].points.size() && has_evidence(run, made[i]); ++k) {
            std::string sentence =
                difference(run, made[i], run.series[i].points[k], made[i].points[k]);
            if (!sentence.empty())
                said.push_back(std::move(sentence));
        }
    return said;
}

} // namespace lockstep
