// SPDX-License-Identifier: MIT
// {{cores}}, {{peak}}, {{timer}} and the like: what is known of this machine, as live values.
#pragma once

#include "app/experiment/live_number.hpp"

namespace lockstep {

/// Nothing for another name, and for what nobody has measured here: most of it stands in the
/// passport. The roofs, `peak`, `memory` and `ridge`, are those that the experiment's model draws:
/// of the passport, else of the run that the block speaks of.
std::optional<LiveNumber> machine_number(const Session& session, const content::Lesson& lesson,
                                         const content::Experiment& experiment,
                                         std::string_view name, std::string_view block);

/// {{caches}}: "48 KiB, 2 MiB and 32 MiB", the data caches from the nearest; empty where they are
/// not known.
std::string caches_text(const Session& session);

} // namespace lockstep
