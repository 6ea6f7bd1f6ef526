// SPDX-License-Identifier: MIT
// What `--json` prints, other than run files.
#pragma once

#include "app/cli/compare.hpp"
#include "app/cli/lesson_runner.hpp"
#include "sim/models/model.hpp"

#include <string>

namespace lockstep::cli {

/// {"format": "lockstep-lesson", "version": 1, "lesson", "findings": [{"block", "title", "holds",
/// "outcome", "ratio", "low", "high", "says"}], "runs": [run files]}. `holds` is null where the
/// lesson expects nothing or it cannot be shown.
std::string lesson_json(const std::string& lesson, const std::vector<BlockResult>& results);

/// The machine's facts by the names of the protocol, and under "passport" all the rest.
std::string passport_json(const protocol::Machine& machine, const protocol::Passport& passport);

/// A list of objects whose fields are text.
using Object = std::vector<std::pair<std::string, std::string>>;
std::string list_json(const std::vector<std::pair<std::string, std::vector<Object>>>& lists);

/// {"format": "lockstep-comparison", "version": 1, "unpaired": true, "confidence_together",
/// "differ_together", "runs": [{"experiment", "workload", "x", "quantity", "now": {"id", "machine",
/// "started"}, "then": {...}, "marks": [{"variant", "x", "now", "then", "ratio", "low", "high",
/// "outcome", "reason", "differs_together"}]}]}. `outcome` is more, less, same or undecided; what
/// is undecided has no ratio.
std::string comparison_json(const RunsCompared& compared);

/// {"format": "lockstep-model", "version": 1, "model", "title", "source", "quantity", "parameters",
/// "x", "points": [{"x", "value"}]}; no number is null.
std::string model_json(const models::Model& model, const Values& set, const std::string& x,
                       const std::vector<std::pair<double, double>>& points);

/// {"format": "lockstep-simulation", "version": 1, "kernel", "grid", "block", "device", "seconds",
/// "occupancy": [{"kernel", "registers_per_thread", "blocks_per_sm", "limiters", ...}], "counters",
/// "findings": [{"kind", "message", "line", "block", "lane"}], "buffers": {"0": [...]}}. Registers
/// that nobody knows are null; "blocks_per_sm" is the most that may be then.
std::string simulation_json(const protocol::Simulated& seen, const std::string& device, int shown);

} // namespace lockstep::cli
