// SPDX-License-Identifier: MIT
// A plot as SVG: for the HTML report and for "save as SVG". Light colours of the window, no
// external resource, legible without colour (series differ in mark and dash too).
#pragma once

#include "app/content/lesson.hpp"
#include "app/experiment/run.hpp"

#include <optional>
#include <string>
#include <vector>

namespace lockstep {

struct PlotAxis {
    std::string words;                   ///< "workers", "times as fast as one worker"
    double low = 0, high = 1;            ///< shown range; > 0 where `doubling`
    bool doubling = false;               ///< each grid line is twice the one before
    bool percent = false;                ///< ticks as per cent
    std::vector<double> ticks;           ///< empty: chosen by the drawing
    std::vector<std::string> tick_words; ///< empty: made from the values
};

struct PlotMark {
    double x = 0, y = 0, low = 0, high = 0; ///< NaN in y: nothing to draw, `status` says why
    bool provisional = false;               ///< no interval yet: no whisker
    PointStatus status = PointStatus::Ok;
};

struct PlotSeries {
    std::string label;
    Provenance provenance = Provenance::Measured;
    std::vector<PlotMark> marks; ///< by rising x; a model's are the corners of its line
};

struct PlotPicture {
    std::string title; ///< also what a screen reader says
    PlotAxis x, y;
    std::vector<PlotSeries> series;
    std::optional<double> baseline; ///< height of the line that everything is compared with
    double beyond_x = 0;      ///< from here on nothing can be measured here; 0: no such zone
    double width = 760, height = 460; ///< of the view box; the picture scales
};

/// Pure: the same picture gives the same bytes. A complete <svg> element.
std::string plot_svg(const PlotPicture& picture);

/// What a run's picture is made of beside the run itself; all may be missing.
struct PlotContext {
    const content::Experiment* experiment = nullptr; ///< axes: words, per cent, doubling, range
    const protocol::Catalogue* catalogue = nullptr;  ///< words of parameters and choices
    std::vector<Series> curves;                      ///< models, guesses, a recording laid over
};

PlotPicture plot_picture(const Run& run, const PlotContext& context = {});
std::string svg_of(const Run& run, const PlotContext& context = {});

} // namespace lockstep
