// SPDX-License-Identifier: MIT
// What becomes of the session when a run ends, or the bench does.
#pragma once

#include "app/experiment/bench_process.hpp"
#include "app/experiment/commands.hpp"

namespace lockstep {

/// The run of that id has ended, by itself or because it was stopped: it is kept, its block may
/// speak, the reveal begins. Nothing for an unknown id.
void finish_run(Session& session, const std::string& run_id, bool cancelled, Effects& effects);

/// The bench died, stalled, lied or flooded: a notice with the last lines of its log and the
/// command that repeats the run. Samples that were received stay.
void bench_failed(Session& session, const BenchFailure& failure, Effects& effects);

/// The run of that id and where it lies; null when there is none.
struct RunPlace {
    std::string lesson;
    LessonState* state = nullptr;
    std::string experiment;
    LabState* lab = nullptr;
};
std::optional<RunPlace> find_run(Session& session, const std::string& run_id);

} // namespace lockstep
