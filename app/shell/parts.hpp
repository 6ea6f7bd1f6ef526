// SPDX-License-Identifier: MIT
// What plugs into the empty window. Each part is a constant on the last line of its file; CMake
// lists them from the folders' names (app/blocks/<kind>, app/blocks/figure/<name>,
// app/views/<name>, app/pages/<name>), so that adding one is adding a folder.
#pragma once

#include "app/content/blocks/bodies.hpp"
#include "app/experiment/commands.hpp"
#include "app/experiment/session.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace lockstep::shell {

/// Draws one block of a lesson's text: `extern const BlockDrawer quiz_block{"quiz", &draw};`
struct BlockDrawer {
    const char* kind;
    void (*draw)(const content::Lesson&, const content::Block&, const Session&, Commands&);
};

/// A picture driven by a run and its sliders: `extern const Figure queue_figure{...};`
struct Figure {
    const char* name;
    void (*draw)(const content::Lesson&, const content::FigureBody&, const Session&, Commands&);
    /// Whether there is a picture that a caption can speak of; null: always.
    bool (*is_there)(const Session&) = nullptr;
};

/// A tab of the lab's lower card: `extern const View timeline_view{...};`
struct View {
    const char* name;
    const char* title;                 ///< word of the tab
    int order;                         ///< of the tabs, left to right; Alt+1 is the first
    bool (*available)(const Session&); ///< only what works is drawn
    void (*draw)(const Session&, Commands&);
    bool of_trace = false; ///< steps through a kernel: it is a tab of a trace file's page, too
    bool of_point = false; ///< shows the plot's chosen point, and the card says which that is
};

/// A whole page: the lesson with its lab, the page of keys, the course.
/// `extern const Page keys_page{"keys", "Keys", &draw_text, nullptr};`
struct Page {
    const char* name;
    const char* title;
    void (*draw)(const Session&, Commands&); ///< the left column, inside a scrolling child
    /// The right column; null for a page that takes the whole width.
    void (*draw_lab)(const Session&, Commands&);
    float widest = 640; ///< of such a page's content: lines of text are no longer than this
    const char* lab_word =
        "Plot"; ///< what the right column holds, on the way to it when it is below
};

std::span<const BlockDrawer* const> all_block_drawers();
std::span<const Figure* const> all_figures();
std::span<const View* const> all_views();
std::span<const Page* const> all_pages();

/// The tabs that there are now, as they stand from left to right: of the lab's lower card, or of
/// the page of a trace file.
std::vector<const View*> views_now(const Session& session);
/// The one of them that is open: the one that was chosen, if it is there, else the first. Null
/// where there is none.
const View* open_view(const Session& session);

const BlockDrawer* block_drawer(std::string_view kind); ///< null when there is none
const Figure* figure(std::string_view name);
const View* view(std::string_view name);
const Page* page(std::string_view name);

} // namespace lockstep::shell
