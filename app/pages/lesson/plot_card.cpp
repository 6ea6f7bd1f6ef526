// SPDX-License-Identifier: MIT
// The card with the plot: tabs and legend above, the plot, nothing below.
#include "app/pages/lesson/canvas.hpp"

#include "app/pages/lesson/words.hpp"
#include "app/shell/motion.hpp"
#include "app/shell/widgets.hpp"

#include <algorithm>
#include <cmath>

namespace lockstep::lab {

namespace {

using shell::em;
using shell::TextStyle;

/// Left free at the right of the tabs, for the menu.
float tabs_end() {
    return em(40);
}

/// None before there is a run, or where there is nothing to choose. In a class the plot has to be
/// seen whole: no line of tabs is missed there, for the runs of the text change the tab.
std::vector<std::string> tab_words(const LabView& view) {
    std::vector<std::string> words;
    const auto& experiments = view.stage.lesson->experiments;
    if (view.stage.compare && experiments.size() > 1 && !view.session.presenter.on)
        for (const content::Experiment& experiment : experiments)
            words.push_back(experiment.tab.empty() ? experiment.id : experiment.tab);
    return words;
}

/// The width of the tabs, beside which the legend may stand; all of `room` where they take lines.
float draw_tabs(const LabView& view, Commands& commands, float room) {
    const std::vector<std::string> words = tab_words(view);
    if (words.empty())
        return 0;
    const auto& experiments = view.stage.lesson->experiments;
    const auto open =
        std::ranges::find(experiments, view.stage.experiment->id, &content::Experiment::id);
    const int chosen = static_cast<int>(open - experiments.begin());
    const int next = shell::word_tabs("tabs", words, chosen, room);
    if (next != chosen)
        commands.push_back(command::ChooseTab{experiments[static_cast<std::size_t>(next)].id});
    return std::min(room, shell::word_tabs_width(words));
}

void draw_header(const LabView& view, Commands& commands) {
    const ImVec2 origin = ImGui::GetCursorScreenPos();
    const float right = origin.x + ImGui::GetContentRegionAvail().x;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    ImGui::BeginGroup();
    const float tabs = draw_tabs(view, commands, right - origin.x - tabs_end());
    ImGui::EndGroup();
    const float below = tabs > 0 ? ImGui::GetItemRectMax().y + em(4) : origin.y;
    float end = right;
    if (view.stage.predicting) {
        const char* how = "drag, or \xE2\x86\x90 \xE2\x86\x92 and \xE2\x86\x91 \xE2\x86\x93";
        const float wide = shell::text_extent(TextStyle::Small, how).x;
        if (wide + em(130) < right - origin.x) {
            shell::draw_text(list, TextStyle::Small, {right, origin.y + em(2)},
                             shell::palette().soft, how, 1);
            end = right - wide - em(16);
        }
    } else if (view.stage.marks) {
        ImGui::SetCursorScreenPos({right - em(26), origin.y - em(1)});
        draw_menu(view, commands);
        end = right - em(40);
    }
    ImGui::SetCursorScreenPos(origin);
    draw_legend(view, tabs > 0 ? origin.x + tabs + em(34) : origin.x, end, below);
    const float bottom = std::max(ImGui::GetCursorScreenPos().y, origin.y + em(24));
    ImGui::SetCursorScreenPos({origin.x, bottom});
}

/// The shorter of two lines in the middle of the longer one: ImPlot sets them flush left.
std::string centred(const std::string& words) {
    const std::size_t end = words.find('\n');
    if (end == std::string::npos)
        return words;
    std::string first = words.substr(0, end), second = words.substr(end + 1);
    const auto width_of = [](const std::string& line) {
        return shell::text_extent(TextStyle::Small, line).x;
    };
    const float lead = (width_of(second) - width_of(first)) / 2;
    std::string& shorter = lead > 0 ? first : second;
    shorter.insert(0, static_cast<std::size_t>(std::abs(lead) / width_of(" ") + 0.5f), ' ');
    return first + "\n" + second;
}

/// As many ticks along x as have room. Of choices all, with names on two lines where columns are
/// narrow, unless even then they would meet.
std::vector<Tick> x_ticks_of(const LabView& view, float width) {
    const Axis& x = view.plan.x;
    const float room = std::max(width - em(44), 1.0f);
    const float column = room / static_cast<float>(std::max<std::size_t>(1, x.choices.size()));
    const auto width_of = [](const std::string& words) {
        return shell::text_extent(TextStyle::Small, words).x;
    };
    const auto words_of = [&](double place) {
        std::string words = axis_text(x, place);
        const bool fits = x.choices.empty() || width_of(words) < column - em(8);
        return fits ? words : on_two_lines(std::move(words));
    };
    float widest = 0, before = 0;
    bool all_fit = !x.choices.empty();
    std::vector<double> in_sight;
    for (const double place : view.plan.places) {
        if (place >= x.low && place <= x.high)
            in_sight.push_back(place);
        const float wide = width_of(words_of(place));
        widest = std::max(widest, wide);
        all_fit = all_fit && (wide + before) / 2 + em(1) < column;
        before = wide;
    }
    if (in_sight.size() < 2)
        return round_ticks(x, 5);
    std::vector<Tick> ticks = ticks_among(x, in_sight, all_fit ? 0 : (widest + em(16)) / room);
    for (Tick& tick : ticks)
        tick.text = centred(words_of(tick.value));
    return ticks;
}

void setup_axes(const LabView& view, ImVec2 size) {
    const auto looks = [](const Axis& axis, const std::vector<Tick>& ticks, bool grid) {
        shell::AxisLook look;
        look.words = axis.title;
        look.low = axis.low;
        look.high = axis.high;
        look.scale = axis.scale == Scale::Log ? shell::Scale::Doubling : shell::Scale::Linear;
        look.grid = grid;
        for (const Tick& tick : ticks) {
            look.ticks.push_back(tick.value);
            look.tick_words.push_back(tick.text);
        }
        return look;
    };
    const Axis &x = view.plan.x, &y = view.plan.y;
    const int most = std::clamp(static_cast<int>((size.y - em(50)) / em(26)), 2, 8);
    shell::setup_axis(ImAxis_X1, looks(x, x_ticks_of(view, size.x), false));
    shell::AxisLook upright = looks(y, round_ticks(y, most), true);
    upright.words = " "; // room for the title, which is drawn upright below
    shell::setup_axis(ImAxis_Y1, upright);
}

void draw_canvas(Canvas& canvas) {
    draw_zones(canvas);
    draw_diagonal(canvas);
    draw_baseline(canvas);
    draw_models(canvas);
    draw_guesses(canvas);
    draw_offered(canvas); // below the marks, once there are some
    draw_series(canvas);
    draw_drop(canvas);
    draw_given(canvas);
    draw_draft(canvas);
    draw_callout(canvas);
    draw_baseline_words(canvas);
    draw_labels(canvas);
    draw_pencil(canvas);
    draw_readout(canvas);
}

void draw_plot(const LabView& view, Commands& commands) {
    ImVec2 size = ImGui::GetContentRegionAvail();
    size.y += em(8); // the plot's own padding below its title is part of the card's
    const ImVec2 after = ImGui::GetCursorScreenPos();
    if (!shell::begin_plot("##plot", size))
        return;
    setup_axes(view, size);
    ImPlot::SetupFinish();
    const ImVec2 low = ImPlot::GetPlotPos(), inside = ImPlot::GetPlotSize();
    const ImVec2 high{low.x + inside.x, low.y + inside.y};
    Canvas canvas{view, *ImPlot::GetPlotDrawList(), low, high, shell::LabelPlacer(low, high)};
    // Whole marks at the edges; of what lies beyond a part that is looked at closer, nothing.
    ImPlot::PushPlotClipRect(em(zoom_of(view).is_whole() ? 24 : 6));
    draw_canvas(canvas);
    ImPlot::PopPlotClipRect();
    shell::end_plot();
    shell::draw_upright_title(*ImGui::GetWindowDrawList(), view.plan.y.title,
                              {after.x + em(2), (low.y + high.y) / 2}, inside.y + em(20));
    handle_plot_input(view, low, high, commands);
    ImGui::SetCursorScreenPos({after.x, after.y + size.y - em(8)});
    ImGui::Dummy({0, 0});
}

} // namespace

Zoom zoom_of(const LabView& view) {
    return view.stage.lab ? view.stage.lab->zoom : Zoom{};
}

LabView look_at(const Session& session) {
    LabView view{session, stage_of(session), {}, {}, {}};
    view.plan = plan_of(session, view.stage);
    view.button = button_of(session, view.stage);
    if (view.stage.ready())
        view.chosen = shell::shown_point(session, view.stage.experiment->id);
    const Zoom zoom = zoom_of(view);
    if (!zoom.is_whole() && !view.stage.predicting) {
        view.plan.x = part_of(view.plan.x, zoom.x_low, zoom.x_high);
        view.plan.y = part_of(view.plan.y, zoom.y_low, zoom.y_high);
    }
    return view;
}

float further_tabs_height(const LabView& view) {
    if (!view.stage.ready())
        return 0;
    const float room = ImGui::GetContentRegionAvail().x - 2 * em(18) - tabs_end();
    const int further = shell::word_tabs_lines(tab_words(view), room) - 1;
    if (further < 1)
        return 0;
    const float line = shell::text_height(TextStyle::Label) + em(8) + em(4);
    return (static_cast<float>(further) + 1) * line; // and the legend, which lies below them then
}

void draw_plot_card(const LabView& view, Commands& commands, float height) {
    if (!view.stage.ready())
        return;
    shell::begin_card("plot card", {0, height});
    draw_header(view, commands);
    draw_plot(view, commands);
    shell::end_card();
    take_picture(ImGui::GetItemRectMin(), ImGui::GetItemRectMax(), commands);
}

} // namespace lockstep::lab
