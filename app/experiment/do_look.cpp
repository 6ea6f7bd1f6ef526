// SPDX-License-Identifier: MIT
// Commands that look closer at what is there: they change no guess, run or answer.
#include "app/experiment/handlers.hpp"

#include <algorithm>

namespace lockstep::handlers {

namespace {

bool has(const Context& at, const std::string& experiment) {
    return at.lesson && at.lesson->experiment(experiment);
}

} // namespace

void handle(const Context& at, const command::ZoomPlot& zoom) {
    if (!has(at, zoom.experiment))
        return;
    Zoom& now = at.lab(zoom.experiment).zoom;
    now = zoomed(now, zoom.at, zoom.factor);
}

void handle(const Context& at, const command::PanPlot& pan) {
    if (!has(at, pan.experiment))
        return;
    Zoom& now = at.lab(pan.experiment).zoom;
    now = panned(now, pan.by);
}

void handle(const Context& at, const command::ShowWholePlot& whole) {
    if (has(at, whole.experiment))
        at.lab(whole.experiment).zoom = {};
}

void handle(const Context& at, const command::PlayPicture& play) {
    if (!at.lesson)
        return;
    Replay& replay = at.state().replay;
    replay = {play.of, 0, replay.plays + 1, true};
}

void handle(const Context& at, const command::ShowMoment& moment) {
    if (!at.lesson)
        return;
    Replay& replay = at.state().replay;
    replay = {moment.of, std::clamp(moment.share, 0.0, 1.0), replay.plays, false};
}

void handle(const Context& at, const command::LookAtCode& look) {
    if (has(at, look.experiment))
        at.lab(look.experiment).code_variant = look.variant;
}

void handle(const Context& at, const command::ChooseCell& chosen) {
    at.session.cells[chosen.picture] = chosen.cell;
}

} // namespace lockstep::handlers
