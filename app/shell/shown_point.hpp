// SPDX-License-Identifier: MIT
// The point of a run that pictures speak of: the one chosen in the plot, else one in the middle. No
// drawing.
#pragma once

#include "app/experiment/session.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace lockstep::shell {

/// All null when the experiment has no run, or the run no mark yet.
struct ShownPoint {
    const Run* run = nullptr;
    const Series* series = nullptr;
    const Estimate* estimate = nullptr;
    const Point* point = nullptr;

    /// Its spans, when the bench sent some.
    const protocol::Spans* spans() const {
        return point && point->spans ? &*point->spans : nullptr;
    }
};

ShownPoint shown_point(const Session& session, std::string_view experiment);

/// The chosen point of the experiment that the lab shows.
ShownPoint shown_point(const Session& session);

/// What the chosen point was counted as; null where it was timed.
const Counted* shown_counts(const Session& session);

/// The CUDA kernel that the chosen point stands for.
struct ShownKernel {
    protocol::PointRequest point; ///< as the simulator is asked for it
    std::string name;             ///< "gather/cuda_1"
    std::string file;             ///< "kernels/gather/cuda_1.cu"
    const Point* shown = nullptr;
};
/// Nothing where the point is of a variant that is no kernel.
std::optional<ShownKernel> shown_kernel(const Session& session);

/// The value of a parameter as the picture shows it: the point's own, else for what is swept the
/// chosen mark's, else the slider's, else the experiment's, else the workload's default.
double shown_value(const Session& session, const content::Lesson& lesson,
                   std::string_view experiment, std::string_view parameter);

} // namespace lockstep::shell
