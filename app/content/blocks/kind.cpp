// SPDX-License-Identifier: MIT
// Finding a kind of block by its name.
#include "app/content/blocks/kind.hpp"

#include <algorithm>

namespace lockstep::content {

const BlockKind* find_block_kind(std::string_view name) {
    const auto kinds = all_block_kinds();
    const auto found = std::ranges::find(kinds, name, &BlockKind::name);
    return found == kinds.end() ? nullptr : *found;
}

} // namespace lockstep::content
