// SPDX-License-Identifier: MIT
// The keys `file` and `function` of a block: a function of the project's kernels or of the lesson's
// own folder.
#pragma once

#include "app/content/blocks/bodies.hpp"
#include "app/content/blocks/kind.hpp"

#include <optional>

namespace lockstep::content {

/// Nothing where it cannot be found, which has then been reported.
std::optional<CodeBody> read_named_code(Keys& keys, const BlockContext& context);

} // namespace lockstep::content
