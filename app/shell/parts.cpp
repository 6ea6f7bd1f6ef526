// SPDX-License-Identifier: MIT
// Finding a part by its name. The lists are short: a search is cheaper than an index.
#include "app/shell/parts.hpp"

#include <algorithm>
#include <string_view>

namespace lockstep::shell {

namespace {

template <class Part>
const Part* named(std::span<const Part* const> parts, std::string_view name) {
    for (const Part* part : parts)
        if (name == part->name) return part;
    return nullptr;
}

} // namespace

std::vector<const View*> views_now(const Session& session) {
    const bool of_trace = session.page == "trace";
    std::vector<const View*> views;
    for (const View* view : all_views())
        if ((!of_trace || view->of_trace) && (!view->available || view->available(session)))
            views.push_back(view);
    std::ranges::stable_sort(views, {}, &View::order);
    return views;
}

const View* open_view(const Session& session) {
    const LessonState* state = session.state();
    const std::string name = session.page == "trace" ? session.trace_view
                             : state                 ? state->view
                                                     : std::string();
    const auto views = views_now(session);
    for (const View* view : views)
        if (name == view->name)
            return view;
    return views.empty() ? nullptr : views.front();
}

const BlockDrawer* block_drawer(std::string_view kind) {
    for (const BlockDrawer* drawer : all_block_drawers())
        if (kind == drawer->kind) return drawer;
    return nullptr;
}

const Figure* figure(std::string_view name) { return named(all_figures(), name); }
const View* view(std::string_view name) { return named(all_views(), name); }
const Page* page(std::string_view name) { return named(all_pages(), name); }

} // namespace lockstep::shell
