// SPDX-License-Identifier: MIT
// Which run may be laid over which experiment, what it is called there, and whether its file says
// what its samples say. Pure.
#pragma once

#include "app/experiment/csv.hpp"
#include "app/experiment/session.hpp"
#include "sim/base/result.hpp"

#include <string>
#include <vector>

namespace lockstep {

/// More than three would be more than a legend and an eye can hold apart.
inline constexpr std::size_t most_laid_over = 3;

/// The run as it may be shown: its marks are those that its samples give now, never what an edited
/// file says, and `notice` tells of the difference. Fails where it holds nothing to make marks of.
Result<LaidOver> checked_run(Run run, std::string from);

/// The run of a file, or of a lesson's file the first of each experiment, the first experiment
/// last: whoever lays them over one after the other ends there.
Result<std::vector<LaidOver>> load_laid_over(const std::filesystem::path& file);

/// The same problem, swept over the same parameter, and the same quantity in the same unit.
bool fits(const Run& run, const content::Experiment& experiment);

struct LabPlace {
    std::string lesson, experiment;
};
/// Where it is laid over: the experiment that the lab shows, else the one that it was made for,
/// else the first of the open lesson, then of the course, that it fits. Fails, with what it is of,
/// where no lesson shows it.
Result<LabPlace> place_for(const Session& session, const Run& run);

/// "16 cores, AVX-512, 125 GiB", or the card that it was timed on; "this machine" where it is.
std::string machine_of_run(const Session& session, const Run& run);
/// "16 cores, AVX-512, 125 GiB, 2026-11-20"; for a run of this machine with the time of day, since
/// there may be several.
std::string laid_over_words(const Session& session, const Run& run);
/// The same for one of those that lie over a lab, with its file's name where another of them has
/// the same words: "2 cores, AVX2, 24 GiB, 2026-11-20, hers".
std::string laid_over_words(const Session& session, const LabState& lab, const LaidOver& laid);
/// The series of the runs that lie over a lab, each named by variant, machine and date: for a
/// picture of the plot.
std::vector<Series> laid_over_curves(const Session& session, const LabState& lab);
/// The runs that lie over a lab, named the same way: for a table.
std::vector<NamedRun> laid_over_runs(const Session& session, const LabState& lab);
/// "2026-11-26 09:12" in local time of an ISO 8601 time in UTC; a day alone stays as it is.
std::string local_time(const std::string& started);

} // namespace lockstep
