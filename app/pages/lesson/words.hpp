// SPDX-License-Identifier: MIT
// The lab's words: axis titles, readouts, the callout of a point, names of settings and files.
// Pure.
#pragma once

#include "app/experiment/queries.hpp"
#include "app/pages/lesson/stage.hpp"

#include <string>
#include <vector>

namespace lockstep::lab {

/// "one", "two" ... "twelve", then digits: small counts are words in running text.
std::string count_words(int count);

/// "part of the job that can be shared, f", "distance, bytes", "workers".
std::string x_title(const Session& session, const content::Experiment& experiment);
/// "times as fast, two workers", "times as long", "time of one increment, ns".
std::string y_title(const Session& session, const content::Lesson& lesson,
                    const content::Experiment& experiment);

/// What the baseline's line says: "as fast as one worker", "as long as when none leaves",
/// "one thread alone: 5.9 ns".
std::string baseline_words(const content::Experiment& experiment, double height);
/// The variant that a speedup is shown against instead of the experiment's own baseline; else
/// empty.
std::string chosen_baseline(const content::Experiment& experiment, const Run* run);
/// The words of x where it is a choice, else empty.
std::vector<std::string> x_choices(const Session& session, const content::Experiment& experiment);

/// A slider's value with its unit: "20 µs", "2", "sorted", "50 %".
std::string slider_value_words(const SliderShown& slider, double value);

/// "62 % shared", "8 workers", "distance 64 bytes": x in the readout of a guess.
std::string x_phrase(const Session& session, const content::Experiment& experiment, double x);
/// "1.62 times", "4.5 ns": a height in the readout.
std::string y_phrase(const content::Experiment& experiment, double y);
/// "62 %: 1.62 times".
std::string readout(const Session& session, const content::Experiment& experiment, double x,
                    double y);

/// What stands beside the chosen mark.
struct Callout {
    std::string headline; ///< "1.331 [1.326, 1.337], measured"
    std::string details;  ///< "21 rounds, 1 left out · you: 1.50"; of a count kernel and launch
    std::vector<std::string> compared; ///< with each run laid over, unpaired
    std::string reason; ///< why it is disturbed, wrong or unavailable, or what is wrong with a
                        ///< kernel that was simulated; else empty
};
/// `point` is that of the mark, where there is one; `cache` is "warm" or "cold", as its run has it.
/// In brief, as a class's large letters want it: without the caches, and without the kind of an own
/// mark, which the legend says.
enum class CalloutWords { All, Brief };
Callout callout_of(const content::Experiment& experiment, const Estimate& estimate,
                   Provenance provenance, const std::string& origin, std::optional<double> guess,
                   const Point* point = nullptr, std::string_view cache = {},
                   CalloutWords length = CalloutWords::All);

/// Digits of a value as its interval knows it: "1.331", and the ends of the interval in the same
/// number of places.
struct ValueWords {
    std::string value, low, high;
};
ValueWords value_words_of(const Estimate& estimate);

/// The words of the legend for what was measured: "measured, now" or "recorded, <origin>".
std::string provenance_words(Provenance provenance, const std::string& origin);

/// "piece 50 ns": the sliders in which `setting` differs from `now`, in few words.
std::string setting_words(const std::vector<SliderShown>& sliders, const Values& setting,
                          const Values& now);

} // namespace lockstep::lab
