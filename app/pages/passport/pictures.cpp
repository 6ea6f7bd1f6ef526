// SPDX-License-Identifier: MIT
// The cards at the right.
#include "app/pages/passport/parts.hpp"
#include "app/pages/passport/probes.hpp"

#include "app/experiment/passport_rows.hpp"
#include "app/experiment/passport_words.hpp"
#include "app/experiment/roofline.hpp"
#include "app/shell/core_map.hpp"
#include "app/shell/latency_matrix.hpp"
#include "app/shell/roofline_plot.hpp"
#include "app/shell/widgets.hpp"
#include "app/shell/word_rows.hpp"

#include <algorithm>

namespace lockstep::passport_page {

namespace {

using shell::em;
using shell::TextStyle;

constexpr Probe all_probes[] = {
    {"What doing nothing costs",
     "Reading the clock, starting a thread, a barrier, an empty task, and how far two equal runs "
     "lie apart."},
    {"Peak flop/s",
     "Multiplications and additions in registers: every vector width that this processor has, "
     "single and double precision, one core and all of them."},
    {"Bandwidth", "a = b + s c on arrays that fit into each cache, and on some that fit into none, "
                  "by every number of workers, or as many as there is time for."},
    {"From core to core", "How long a cache line takes from each core to each other."},
};

/// A card with its heading; what a heading alone cannot say stands small beside or below it.
void begin_picture(const char* title, const std::string& words) {
    const auto& p = shell::palette();
    shell::begin_card(title);
    shell::text(TextStyle::InterfaceStrong, p.ink, title);
    shell::vertical_space(2);
    shell::text_wrapped(TextStyle::Label, p.soft, words);
    shell::vertical_space(12);
}

void end_picture() {
    shell::end_card();
    shell::vertical_space(14);
}

void draw_cores(const Session& session, Commands& commands) {
    const protocol::Passport& passport = *session.passport.taken;
    if (passport.layout.cores.empty())
        return;
    begin_picture("Cores, and what they share", "Looked up, not measured. A bar is shared by the "
                                                "cores above it.");
    shell::draw_core_map({"cores", session, commands}, passport.layout);
    shell::vertical_space(12);
    shell::draw_table(cache_rows(passport.layout));
    end_picture();
}

void draw_latencies(const Session& session, Commands& commands, Provenance provenance) {
    const protocol::Passport& passport = *session.passport.taken;
    if (passport.latencies.measured == 0)
        return;
    begin_picture("From core to core",
                  "Half of a cache line's round trip between two cores that change it in turn, in "
                  "ns.");
    shell::draw_latency_matrix({"latencies", session, commands}, passport.layout,
                               passport.latencies, provenance);
    end_picture();
}

void draw_roofs(const Session& session, Commands& commands, Provenance provenance) {
    const protocol::Passport& passport = *session.passport.taken;
    if (!roofline_of_one(passport) && !roofline_of_all(passport))
        return;
    begin_picture("Roofline", "No kernel is faster than the arithmetic units allow, or than "
                              "memory delivers its data. The two roofs meet at the ridge.");
    const float height = std::clamp(0.62f * ImGui::GetContentRegionAvail().x, em(220), em(400));
    shell::draw_roofline({"roofline", session, commands}, height, passport,
                         {.provenance = provenance});
    end_picture();
}

void draw_rates(const protocol::Passport& passport) {
    if (!passport.peaks.empty()) {
        begin_picture("Peak", "Multiplications and additions in registers: 10⁹ a second, by one "
                              "worker and by all.");
        shell::draw_table(peak_rows(passport));
        end_picture();
    }
    if (passport.triads.empty())
        return;
    begin_picture("Bandwidth",
                  "The triad a = b + s c of doubles, 24 bytes counted for an element. " +
                      bandwidth_words(passport));
    shell::draw_table(bandwidth_rows(passport));
    end_picture();
}

} // namespace

std::span<const Probe> probes() {
    return all_probes;
}

void draw_pictures(const Session& session, Commands& commands) {
    const Provenance provenance = provenance_of(session.passport);
    draw_cores(session, commands);
    draw_latencies(session, commands, provenance);
    draw_roofs(session, commands, provenance);
    draw_rates(*session.passport.taken);
}

void draw_what_will_be_measured() {
    const auto& p = shell::palette();
    begin_picture("What will be looked up",
                  "Cores, their hardware threads and classes, caches and who shares them, memory "
                  "and its nodes; what the system lets Lockstep use; the graphics card.");
    end_picture();
    begin_picture("What will be measured",
                  "Each result is checked. One that is wrong has no number.");
    for (const Probe& probe : probes()) {
        shell::text(TextStyle::LabelStrong, p.ink, probe.title);
        shell::text_wrapped(TextStyle::Label, p.soft, probe.words);
        shell::vertical_space(10);
    }
    end_picture();
}

} // namespace lockstep::passport_page
