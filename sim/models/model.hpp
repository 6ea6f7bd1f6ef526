// SPDX-License-Identifier: MIT
// A model is one formula with its source: one file of this folder. Wrong readings that learners
// have
// ("the average counts") are models too, so that a lesson can name the one a guess lies nearest to.
#pragma once

#include "sim/base/values.hpp"

#include <span>
#include <string_view>

namespace lockstep::models {

/// Named like the parameter of the workload that it stands for, so that one slider moves both.
struct ModelParameter {
    std::string_view name;      ///< "f"
    std::string_view words;     ///< the learner's words: "part that can be shared out"
    std::string_view unit;      ///< "ms", "bytes", "" for a count or a share
    double low, high, fallback; ///< inclusive range in which the formula means something; default
};

struct Model {
    std::string_view name;     ///< "amdahl", also the file's name
    std::string_view title;    ///< "Amdahl's law"
    std::string_view formula;  ///< LaTeX, without the dollar signs
    std::string_view source;   ///< citation; for a wrong reading, whose reasoning it is
    std::string_view sentence; ///< what it says, for the learner
    /// speedup | relative_time | time_ms | serial_fraction | rate | claimed | count
    std::string_view quantity;
    std::span<const ModelParameter> parameters;
    double (*value)(
        const Values& values); ///< missing parameters take their fallback, others are ignored
    double (*limit)(
        const Values& values); ///< as the workers p go to infinity; null where p is none
};

/// What a model's value() reads its parameters with: the value given, else the parameter's
/// fallback.
double read(std::span<const ModelParameter> parameters, const Values& values,
            std::string_view name);

/// Every model. The build writes the list from the names of the files.
std::span<const Model* const> all_models();

/// Null when there is none of that name.
const Model* find_model(std::string_view name);

} // namespace lockstep::models
