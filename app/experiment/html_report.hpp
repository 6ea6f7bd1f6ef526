// SPDX-License-Identifier: MIT
// One self-contained HTML page about one or more runs: plot, table, findings, machine. No script,
// no external resource; readable on a phone and on paper.
#pragma once

#include "app/experiment/plot_svg.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lockstep {

/// What a comparison of a lesson came to here.
struct Finding {
    std::string title; ///< the run block's words: "Share it out"
    std::string says;  ///< the sentence, live values filled in; Markdown
    enum class Verdict { Holds, DoesNotHold, CannotBeShown, Noted } verdict = Verdict::Noted;
};
/// "holds", "does not hold here", "cannot be shown here"; "noted" for one that expects nothing.
std::string_view verdict_words(Finding::Verdict verdict);

/// One run with its plot. `run` outlives the report.
struct ReportPart {
    std::string title; ///< "more workers"; empty for a single run
    const Run* run = nullptr;
    PlotContext context;
    std::vector<Finding> findings;
};

struct Report {
    std::string title;        ///< "Amdahl's law"
    std::string introduction; ///< a sentence or two below it; may be empty
    std::vector<ReportPart> parts;
};

std::string html_of(const Report& report);
/// The report of a single run.
std::string html_of(const Run& run, const PlotContext& context = {});

} // namespace lockstep
