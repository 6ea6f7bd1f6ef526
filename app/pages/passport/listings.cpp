// SPDX-License-Identifier: MIT
// What is said of the machine in names and words, below the button.
#include "app/pages/passport/parts.hpp"

#include "app/experiment/lessons_here.hpp"
#include "app/experiment/passport_rows.hpp"
#include "app/shell/widgets.hpp"
#include "app/shell/word_rows.hpp"
#include "sim/base/units.hpp"

namespace lockstep::passport_page {

namespace {

using shell::TextStyle;

void draw_section(const char* title, const WordRows& rows) {
    if (rows.empty())
        return;
    shell::vertical_space(24);
    shell::text(TextStyle::InterfaceStrong, shell::palette().ink, title);
    shell::vertical_space(8);
    shell::draw_listing(rows);
}

void draw_remarks(const std::vector<std::string>& remarks) {
    if (remarks.empty())
        return;
    shell::vertical_space(24);
    shell::text(TextStyle::InterfaceStrong, shell::palette().ink, "Remarks");
    for (const std::string& remark : remarks) {
        shell::vertical_space(8);
        shell::text_wrapped(TextStyle::Label, shell::palette().soft, remark);
    }
}

WordRows around_rows(const Session& session) {
    WordRows rows = surroundings_rows(session.passport.taken->surroundings);
    const double quota = session.machine.quota_cores;
    rows.push_back({"quota", quota > 0 ? format_number(quota, 3) + " cores" : std::string("none")});
    return rows;
}

/// A card that is not there needs no list: its reason stands here in soft ink.
WordRows graphics_rows(const Session& session) {
    const protocol::GpuInfo& gpu = session.passport.taken->gpu;
    if (gpu.present || !gpu.name.empty())
        return card_rows(gpu);
    return session.machine.gpu.empty() ? WordRows{} : WordRows{{"none", session.machine.gpu}};
}

} // namespace

void draw_listings(const Session& session) {
    if (!session.passport.taken)
        return;
    const protocol::Passport& passport = *session.passport.taken;
    draw_section("Surroundings", around_rows(session));
    draw_section("What doing nothing costs",
                 overhead_rows(passport.overheads, session.machine.tbb_cold_start_ns));
    draw_section("Graphics card", graphics_rows(session));
    std::vector<std::string> remarks = session.machine.notes;
    remarks.insert(remarks.end(), passport.remarks.begin(), passport.remarks.end());
    draw_remarks(remarks);
}

void draw_lessons(const Session& session, Commands& commands) {
    if (!session.passport.taken)
        return;
    const auto& p = shell::palette();
    shell::vertical_space(24);
    shell::text(TextStyle::InterfaceStrong, p.ink, "Lessons here");
    bool all = true;
    for (const LessonHere& lesson : lessons_here(session)) {
        if (lesson.missing.empty())
            continue;
        all = false;
        shell::vertical_space(8);
        if (shell::link((lesson.title + "##" + lesson.id).c_str(), TextStyle::Label))
            commands.push_back(command::OpenLesson{lesson.id});
        shell::text_wrapped(TextStyle::Label, p.soft, lesson.missing);
    }
    shell::vertical_space(8);
    shell::text_wrapped(TextStyle::Label, p.soft,
                        all ? "This machine can show all of them."
                            : "The others it can show in full.");
    shell::vertical_space(20);
}

} // namespace lockstep::passport_page
