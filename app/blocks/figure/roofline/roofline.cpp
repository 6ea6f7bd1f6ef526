// SPDX-License-Identifier: MIT
// The roofs of this machine's passport, and the marks of the run under them.
#include "app/blocks/figure/roofline/kernels.hpp"
#include "app/shell/parts.hpp"
#include "app/shell/roofline_plot.hpp"
#include "app/shell/shown_point.hpp"
#include "app/shell/widgets.hpp"

namespace lockstep::shell {

namespace {

constexpr float height = 250;

void draw(const content::Lesson&, const content::FigureBody& body, const Session& session,
          Commands&) {
    if (session.machine.peak_gflops == 0) {
        text_wrapped(TextStyle::Label, palette().soft,
                     "The roofs are drawn from this machine's passport, which is not there yet.");
        return;
    }
    protocol::Passport passport;
    const protocol::Machine& m = session.machine;
    passport.peaks = {{"", 1, true, m.cores, 0, m.peak_gflops, 0, m.peak_gflops_all}};
    passport.triads = {{"memory", 1, 0, m.memory_gb_s}, {"memory", m.cores, 0, m.memory_gb_s_all}};
    std::vector<RooflineKernel> marks;
    if (const Run* run = shown_point(session, body.experiment).run)
        for (const roofline::Kernel& kernel : roofline::kernels_of(*run))
            marks.push_back({kernel.flops_per_byte, kernel.gflops, kernel.words,
                             run->from_file ? Provenance::Recorded : Provenance::Measured});
    draw_roofline("figure", height, passport,
                  {.provenance = Provenance::Recorded, .kernels = marks});
}

} // namespace

extern const Figure roofline_figure{"roofline", &draw};

} // namespace lockstep::shell
