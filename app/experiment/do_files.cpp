// SPDX-License-Identifier: MIT
// Commands about files and settings.
#include "app/experiment/chosen.hpp"
#include "app/experiment/handlers.hpp"

#include <algorithm>

namespace lockstep::handlers {

namespace {

LabState* shown_lab(const Context& at) {
    const content::Experiment* experiment = open_experiment(at.session);
    return experiment ? &at.lab(experiment->id) : nullptr;
}

} // namespace

void handle(const Context& at, const command::SaveRun& save) {
    const LabState* lab = shown_lab(at);
    if (!lab || !lab->run)
        return at.notice("There is no run to save yet.");
    at.effects.save_run(*lab->run, save.path);
}

void handle(const Context& at, const command::OpenRun& open) {
    std::erase_if(at.session.notices, [](const Notice& notice) { return notice.of_file; });
    if (open.path.ends_with(trace_file_ending))
        return at.effects.open_trace(open.path);
    at.effects.open_run(open.path);
}

void handle(const Context& at, const command::ChangeSettings& change) {
    Settings settings = change.settings;
    settings.text_scale = std::clamp(settings.text_scale, 0.8, 3.0);
    settings.rail_share = std::clamp(settings.rail_share, 0.08, 0.4);
    settings.lesson_share = std::clamp(settings.lesson_share, 0.15, 0.7);
    at.session.settings = settings;
    at.effects.save_settings(settings);
}

void handle(const Context& at, const command::FoldRail& fold) {
    at.session.settings.rail_folded = fold.folded;
    at.effects.save_settings(at.session.settings);
}

void handle(const Context& at, const command::CloseNotice& close) {
    auto& notices = at.session.notices;
    if (close.index >= 0 && close.index < static_cast<int>(notices.size()))
        notices.erase(notices.begin() + close.index);
}

} // namespace lockstep::handlers
