// SPDX-License-Identifier: MIT
// The contract of a kind of fenced block. A kind is one file of this folder, <name>.cpp, that ends
// with its constant <name>_block; its body is declared in bodies.hpp or in a header of its own.
#pragma once

#include "app/content/blocks/bodies.hpp"
#include "app/content/keys.hpp"

namespace lockstep::content {

struct CheckContext;

/// What a reader may look at besides its own table.
struct BlockContext {
    std::filesystem::path root;   ///< where kernels/ lies
    std::filesystem::path folder; ///< the lesson's
};

/// A text of a block that the learner may read. Live values, links and bare numbers are looked for
/// in it; `always` says that everybody reads it, so that its words count.
struct ShownText {
    std::string key; ///< as in BlockBody::lines: "reading.0.says"
    std::string text;
    bool always = false;
    bool states_results =
        true; ///< false: a question or its arithmetic, where bare numbers are fine
};

struct BlockKind {
    std::string_view name;     ///< the word after the fence
    std::string_view sentence; ///< what the block is, for lessons/README.md and for messages
    /// The body. What is wrong is reported through `keys`; null leaves the block out of the lesson.
    std::shared_ptr<BlockBody> (*read)(Keys& keys, const BlockContext& context);
    /// What `lockstep check` has to say, besides what is checked of every block.
    void (*check)(const Block& block, CheckContext& context);
    std::vector<ShownText> (*texts)(const BlockBody& body);
    /// For a kind that is no part of the page but moves the lesson on to a later step; else null.
    Step (*begins)(const BlockBody& body);
};

/// Every kind, sorted by name. The list is written by the build from the names of the files.
std::span<const BlockKind* const> all_block_kinds();
const BlockKind* find_block_kind(std::string_view name);

} // namespace lockstep::content
