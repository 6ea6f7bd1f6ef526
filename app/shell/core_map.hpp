// SPDX-License-Identifier: MIT
// The picture of a machine's cores: a cell for each hardware thread, those of one core one above
// the other, and below them as bars what neighbours share: caches, sockets, memory.
#pragma once

#include "app/shell/cells.hpp"
#include "kernels/protocol/passport.hpp"

namespace lockstep::shell {

/// At the cursor, as wide as the column, with its legend and a line about the core that the pointer
/// or the arrow keys chose. Returns that core, an index into layout.cores; -1 where there is none.
int draw_core_map(const CellItem& item, const protocol::Layout& layout);

} // namespace lockstep::shell
