// SPDX-License-Identifier: MIT
// Looking into a Tree.
#include "app/content/tree.hpp"

namespace lockstep::content {

const Tree* Tree::find(std::string_view key) const {
    const Table* table = std::get_if<Table>(&value);
    if (!table)
        return nullptr;
    for (const auto& [name, child] : *table)
        if (name == key)
            return &child;
    return nullptr;
}

} // namespace lockstep::content
