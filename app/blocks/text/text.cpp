// SPDX-License-Identifier: MIT
// Running text with its live values. A paragraph whose value does not exist here is not shown.
#include "app/experiment/queries.hpp"
#include "app/shell/parts.hpp"
#include "app/shell/prose.hpp"

namespace lockstep::shell {

namespace {

void draw(const content::Lesson& lesson, const content::Block& block, const Session& session,
          Commands&) {
    const auto* body = lesson.body<content::TextBody>(block.id);
    if (!body) return;
    prose(block.id.c_str(), fill(session, lesson, body->markdown, block.id));
}

} // namespace

extern const BlockDrawer text_block{"text", &draw};

} // namespace lockstep::shell
