// SPDX-License-Identifier: MIT
// A passport as rows of words, for the window and for a terminal. A table's first row is its
// heading and its columns stand right but for the first; a listing has a name and what is said of
// it. What there is nothing to say about has no rows.
#pragma once

#include "kernels/protocol/passport.hpp"

#include <string>
#include <vector>

namespace lockstep {

using WordRows = std::vector<std::vector<std::string>>;

// ---- tables
WordRows cache_rows(const protocol::Layout& layout);
/// Gflop/s by instruction set: one worker, and all where there are several.
WordRows peak_rows(const protocol::Passport& passport);
/// GB/s: a row for each number of workers, a column for each level.
WordRows bandwidth_rows(const protocol::Passport& passport);
/// By which numbers of workers, in a sentence; empty where nothing was measured.
std::string bandwidth_words(const protocol::Passport& passport);
/// ns: a row for each kind of pair.
WordRows latency_rows(const protocol::Passport& passport);

// ---- listings
/// Hypervisor, governor, affinity, counters.
WordRows surroundings_rows(const protocol::Surroundings& around);
/// What doing nothing costs, and how far equal runs lie apart.
/// The cold start is the machine's (protocol::Machine); 0 leaves it out.
WordRows overhead_rows(const protocol::Overheads& cost, double tbb_cold_start_ns = 0);
WordRows card_rows(const protocol::GpuInfo& gpu);

} // namespace lockstep
