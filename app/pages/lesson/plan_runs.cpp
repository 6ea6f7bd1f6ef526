// SPDX-License-Identifier: MIT
#include "app/pages/lesson/plan_runs.hpp"

#include "app/experiment/compare_runs.hpp"
#include "app/experiment/laid_over.hpp"
#include "app/pages/lesson/words.hpp"

#include <fmt/format.h>

namespace lockstep::lab {

namespace {

constexpr float old_strength = 0.45f, ghost_strength = 0.28f;

/// What the series of one run have in common.
struct Look {
    Provenance provenance = Provenance::Measured;
    float strength = 1;
    std::string setting; ///< in which it differs from the sliders as they stand
    bool ghost = false;
    int laid_over = 0; ///< counted from 1; 0: it is the lab's own
    std::string legend;
};

/// A ghost's setting stands once: which is which variant, its marks' shapes say.
std::string label_of(const Run& run, const Series& series, const Look& look, bool first) {
    if (run.series.size() < 2)
        return look.setting;
    if (look.ghost)
        return first ? look.setting : std::string();
    const std::string variant = series.key();
    return look.setting.empty() ? variant : fmt::format("{}, {}", variant, look.setting);
}

void add_run(PlotPlan& plan, const Run& run, const Look& look) {
    // The first run laid over has squares, the second triangles: the lab's own has discs.
    int shape = look.laid_over;
    bool first = true;
    for (const Series& series : run.series) {
        if (series.provenance == Provenance::Model || series.provenance == Provenance::Predicted)
            continue;
        SeriesShown shown;
        shown.series = &series;
        shown.run = &run;
        shown.provenance = series.is_simulated() ? Provenance::Simulated : look.provenance;
        shown.shape = shape;
        shown.strength = look.strength;
        shown.ghost = look.ghost;
        shown.laid_over = look.laid_over > 0;
        shown.dash = look.laid_over;
        shown.label = label_of(run, series, look, first);
        first = false;
        if (!look.ghost)
            shown.legend =
                series.is_simulated() ? provenance_words(Provenance::Simulated, "") : look.legend;
        // All of one run laid over are alike: which is which variant, its name beside it says.
        shape += look.laid_over > 0 ? 0 : 1;
        plan.series.push_back(std::move(shown));
    }
}

/// Another day's measurement is a recording, however it came onto the screen.
Provenance provenance_of(const Run& run) {
    return run.from_file ? Provenance::Recorded : Provenance::Measured;
}

void add_laid_over(PlotPlan& plan, const Session& session, const Stage& stage, const Values& now,
                   const std::vector<SliderShown>& sliders) {
    int number = 0;
    for (const LaidOver& laid : stage.lab->laid_over) {
        Look look;
        look.provenance = Provenance::Recorded;
        look.laid_over = ++number;
        look.legend = provenance_words(look.provenance, laid_over_words(session, *stage.lab, laid));
        if (const auto setting = setting_words(sliders, laid.run.parameters, now); !setting.empty())
            look.legend += " (" + setting + ")";
        add_run(plan, laid.run, look);
    }
}

} // namespace

bool shows_laid_over(const Stage& stage) {
    return stage.lab && stage.compare && !stage.predicting && !stage.lab->laid_over.empty();
}

void add_runs(PlotPlan& plan, const Session& session, const Stage& stage, const Values& now,
              const std::vector<SliderShown>& sliders) {
    if (!stage.lab)
        return;
    for (auto ghost = stage.lab->ghosts.rbegin(); ghost != stage.lab->ghosts.rend(); ++ghost) {
        const std::string words = setting_words(sliders, ghost->parameters, now);
        Look look{provenance_of(*ghost), ghost_strength, "before", true, 0, {}};
        if (!words.empty())
            look.setting += ": " + words;
        add_run(plan, *ghost, look);
    }
    if (shows_laid_over(stage))
        add_laid_over(plan, session, stage, now, sliders);
    if (const Run* run = stage.run()) {
        const bool old = !same_setting(stage.lab->run_sliders, now);
        Look look;
        look.provenance = provenance_of(*run);
        look.strength = old ? old_strength : 1;
        if (old)
            look.setting = setting_words(sliders, stage.lab->run_sliders, now);
        look.legend = provenance_words(look.provenance, run->origin);
        add_run(plan, *run, look);
    }
}

std::vector<std::string> compared_words(const Session& session, const Stage& stage,
                                        const Series& series, const Estimate& estimate) {
    std::vector<std::string> words;
    if (!stage.run() || !shows_laid_over(stage))
        return words;
    for (const LaidOver& laid : stage.lab->laid_over)
        if (const Estimate* there = same_mark(laid.run, series, estimate.x))
            words.push_back(fmt::format(
                "{}: {}", laid_over_words(session, *stage.lab, laid),
                unpaired_sentence(estimate, *there,
                                  compare_unpaired(*stage.run(), estimate, laid.run, *there))));
    return words;
}

} // namespace lockstep::lab
