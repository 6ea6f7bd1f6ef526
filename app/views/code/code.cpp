// SPDX-License-Identifier: MIT
// The function that ran, from its file, with line numbers; another variant beside it where there is
// room, because the difference between the two is the lesson.
#include "app/content/blocks/bodies.hpp"
#include "app/experiment/chosen.hpp"
#include "app/experiment/paths.hpp"
#include "app/shell/code_listing.hpp"
#include "app/shell/parts.hpp"
#include "app/shell/shown_point.hpp"
#include "app/shell/widgets.hpp"

#include <algorithm>
#include <map>

namespace lockstep::code_view {

namespace {

using shell::em;
using shell::TextStyle;

constexpr float side_by_side = 760;

/// Sources do not change under a running program: each is read once.
const Result<content::CodeBody>& source_of(const protocol::VariantInfo& variant) {
    static std::map<std::string, Result<content::CodeBody>> sources;
    const std::string key = variant.file + ":" + variant.function;
    const auto known = sources.find(key);
    if (known != sources.end()) return known->second;
    const auto root = find_root();
    Result<content::CodeBody> source = fail(variant.file, "The source is not beside the program.");
    if (root) source = content::read_code(*root, variant.file, variant.function);
    return sources.emplace(key, std::move(source)).first->second;
}

const protocol::WorkloadInfo* workload_of(const Session& session) {
    const content::Experiment* experiment = open_experiment(session);
    return experiment ? session.catalogue.workload(experiment->workload) : nullptr;
}

int index_of(const protocol::WorkloadInfo& workload, const std::string& name) {
    for (std::size_t i = 0; i < workload.variants.size(); ++i)
        if (workload.variants[i].name == name) return static_cast<int>(i);
    return -1;
}

void draw_source(const protocol::VariantInfo& variant, float width) {
    ImGui::PushID(variant.name.c_str());
    ImGui::BeginChild("source", {width, 0}, ImGuiChildFlags_AutoResizeY);
    shell::text_wrapped(TextStyle::Label, shell::palette().soft, variant.sentence);
    const auto& source = source_of(variant);
    if (!source) {
        shell::text_wrapped(TextStyle::Label, shell::palette().soft, source.error().text());
    } else {
        shell::vertical_space(4);
        shell::text(TextStyle::Small, shell::palette().faint, variant.file);
        shell::code_listing("listing", source->text, source->first_line);
    }
    ImGui::EndChild();
    ImGui::PopID();
}

/// What stands at the left of a variant: the baseline, unless it is the baseline itself.
int beside(const protocol::WorkloadInfo& workload, int chosen, const std::string& baseline) {
    const int base = index_of(workload, baseline);
    return base == chosen ? -1 : base;
}

void draw_variants(const Session& session, const protocol::WorkloadInfo& workload,
                   Commands& commands) {
    std::vector<std::string> names;
    for (const protocol::VariantInfo& variant : workload.variants)
        names.push_back(variant.name);
    const content::Experiment& experiment = *open_experiment(session);
    const LabState* lab = session.lab(experiment.id);
    int chosen = lab ? index_of(workload, lab->code_variant) : -1;
    if (chosen < 0) {
        const shell::ShownPoint point = shell::shown_point(session);
        chosen = std::max(0, index_of(workload, point.series ? point.series->variant : ""));
    }
    const int next = shell::word_tabs("variants", names, chosen);
    const auto& shown = workload.variants[static_cast<std::size_t>(next)];
    if (next != chosen) commands.push_back(command::LookAtCode{experiment.id, shown.name});
    shell::vertical_space(6);
    const float width = ImGui::GetContentRegionAvail().x;
    const int left = width >= em(side_by_side)
                         ? beside(workload, next, experiment.baseline)
                         : -1;
    if (left < 0) {
        draw_source(shown, width);
        return;
    }
    const float half = (width - em(16)) / 2;
    draw_source(workload.variants[static_cast<std::size_t>(left)], half);
    ImGui::SameLine(0, em(16));
    draw_source(shown, half);
}

void draw(const Session& session, Commands& commands) {
    const protocol::WorkloadInfo* workload = workload_of(session);
    if (workload && !workload->variants.empty()) draw_variants(session, *workload, commands);
}

bool available(const Session& session) {
    const protocol::WorkloadInfo* workload = workload_of(session);
    return workload && !workload->variants.empty();
}

} // namespace

} // namespace lockstep::code_view

namespace lockstep::shell {

extern const View code_view{"code", "Code", 30, &lockstep::code_view::available,
                            &lockstep::code_view::draw};

} // namespace lockstep::shell
