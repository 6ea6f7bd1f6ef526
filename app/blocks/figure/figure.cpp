// SPDX-License-Identifier: MIT
// A picture by name, with its caption. The pictures are the folders beside this file; each is
// driven by this run and these sliders.
#include "app/experiment/queries.hpp"
#include "app/shell/parts.hpp"
#include "app/shell/prose.hpp"
#include "app/shell/widgets.hpp"

namespace lockstep::shell {

namespace {

void draw(const content::Lesson& lesson, const content::Block& block, const Session& session,
          Commands& commands) {
    const auto* body = lesson.body<content::FigureBody>(block.id);
    const Figure* picture = body ? figure(body->name) : nullptr;
    if (!picture)
        return;
    ImGui::PushID(block.id.c_str());
    picture->draw(lesson, *body, session, commands);
    ImGui::PopID();
    if (body->caption.empty() || (picture->is_there && !picture->is_there(session)))
        return;
    vertical_space(4);
    prose((block.id + "/caption").c_str(), fill(session, lesson, body->caption, block.id),
          palette().soft);
}

} // namespace

extern const BlockDrawer figure_block{"figure", &draw};

} // namespace lockstep::shell
