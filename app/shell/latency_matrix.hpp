// SPDX-License-Identifier: MIT
// How long a cache line takes from core to core: a square of cells, the darker the longer, and a
// row for each kind of pair ("same L3", "another socket").
#pragma once

#include "app/experiment/run.hpp"
#include "app/shell/cells.hpp"
#include "kernels/protocol/passport.hpp"

namespace lockstep::shell {

/// At the cursor, as wide as the column, with its scale and a line about the pair that the pointer
/// or the arrow keys chose. Cells have their numbers where there is room; where a cell would be
/// smaller than can be pointed at, the rows alone are drawn. Nothing where nothing was measured.
/// `provenance` is Recorded for a passport of another day or machine.
void draw_latency_matrix(const CellItem& item, const protocol::Layout& layout,
                         const protocol::CoreLatencies& latencies, Provenance provenance);

/// The rows alone.
void draw_latency_groups(const protocol::Layout& layout, const protocol::CoreLatencies& latencies,
                         Provenance provenance);

} // namespace lockstep::shell
