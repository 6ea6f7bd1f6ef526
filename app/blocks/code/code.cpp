// SPDX-License-Identifier: MIT
// The function that ran, from the comment above it to its closing brace, as it stands in the
// source.
#include "app/experiment/queries.hpp"
#include "app/shell/code_listing.hpp"
#include "app/shell/parts.hpp"
#include "app/shell/prose.hpp"
#include "app/shell/widgets.hpp"

namespace lockstep::shell {

namespace {

void draw(const content::Lesson& lesson, const content::Block& block, const Session& session,
          Commands&) {
    const auto* body = lesson.body<content::CodeBody>(block.id);
    if (!body || body->text.empty())
        return;
    begin_panel((block.id + "/panel").c_str());
    text(TextStyle::CodeSmall, palette().soft, body->file);
    vertical_space(6);
    code_listing(block.id.c_str(), body->text, body->first_line);
    end_panel();
    if (!body->caption.empty())
        prose((block.id + "/caption").c_str(), fill(session, lesson, body->caption, block.id),
              palette().soft);
}

} // namespace

extern const BlockDrawer code_block{"code", &draw};

} // namespace lockstep::shell
