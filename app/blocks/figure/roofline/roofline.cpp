// SPDX-License-Identifier: MIT
// The roofs of this machine's passport, and the marks of the run under them.
#include "app/blocks/figure/roofline/kernels.hpp"
#include "app/experiment/passport_words.hpp"
#include "app/shell/parts.hpp"
#include "app/shell/roofline_plot.hpp"
#include "app/shell/shown_point.hpp"
#include "app/shell/widgets.hpp"

namespace lockstep::shell {

namespace {

constexpr float height = 250;

void draw(const content::Lesson&, const content::FigureBody& body, const Session& session,
          Commands& commands) {
    if (!session.passport.taken) {
        text_wrapped(
            TextStyle::Label, palette().soft,
            "The roofs of this machine have not been measured yet. Until they are, the grey "
            "line takes its two numbers from the ends of your own run.");
        if (session.bench.phase == BenchPhase::Ready && !session.running() &&
            link("Have it measured, in at most 20 s", TextStyle::Interface))
            commands.push_back(command::TakePassport{});
        return;
    }
    std::vector<RooflineKernel> marks;
    if (const Run* run = shown_point(session, body.experiment).run)
        for (const roofline::Kernel& kernel : roofline::kernels_of(*run))
            marks.push_back({kernel.flops_per_byte, kernel.gflops, kernel.words,
                             run->from_file ? Provenance::Recorded : Provenance::Measured});
    draw_roofline({"figure", session, commands}, height, *session.passport.taken,
                  {.provenance = provenance_of(session.passport), .kernels = marks});
}

bool is_there(const Session& session) {
    return session.passport.taken.has_value();
}

} // namespace

extern const Figure roofline_figure{"roofline", &draw, &is_there};

} // namespace lockstep::shell
