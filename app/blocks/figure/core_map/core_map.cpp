// SPDX-License-Identifier: MIT
// The cores of this machine, and what they share; and the button that has the rest of it measured.
#include "app/shell/core_map.hpp"
#include "app/blocks/figure/core_map/bare_layout.hpp"
#include "app/experiment/passport_words.hpp"
#include "app/shell/parts.hpp"
#include "app/shell/widgets.hpp"

namespace lockstep::shell {

namespace {

/// The figures of a passport take 20 s and a window that holds still: they are asked for.
void draw_passport_line(const Session& session, Commands& commands) {
    vertical_space(6);
    if (session.passport.taken) {
        text_wrapped(
            TextStyle::Label, palette().soft,
            "Its figures are on the page \"This machine\": " + taken_words(session.passport) + ".");
        return;
    }
    if (session.taking_passport()) {
        text_wrapped(TextStyle::Label, palette().soft, "Measuring " + session.bench.activity + ".");
        return;
    }
    if (session.bench.phase == BenchPhase::Ready && !session.running() &&
        link("Have its peaks and bandwidths measured, in at most 20 s", TextStyle::Interface))
        commands.push_back(command::TakePassport{});
}

void draw(const content::Lesson&, const content::FigureBody&, const Session& session,
          Commands& commands) {
    draw_core_map({"figure", session, commands}, session.passport.taken
                                                     ? session.passport.taken->layout
                                                     : core_map::bare_layout(session.machine));
    draw_passport_line(session, commands);
}

} // namespace

extern const Figure core_map_figure{"core_map", &draw};

} // namespace lockstep::shell
