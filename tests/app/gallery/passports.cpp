// SPDX-License-Identifier: MIT
// The page "This machine" before, while and after it is measured, on small and on large machines.
#include "demo_passport.hpp"
#include "demo_session.hpp"
#include "scenes.hpp"

namespace lockstep::gallery {

namespace {

Session page_of(const content::Course& course) {
    Session session = demo::session_with(course);
    session.page = "passport";
    session.passport.sought = true;
    return session;
}

Session page_of(const content::Course& course, const protocol::Passport& passport) {
    Session session = page_of(course);
    session.passport.taken = passport;
    int cores = 0;
    for (const protocol::CoreInfo& core : passport.layout.cores)
        cores += core.usable;
    session.machine.cores = session.machine.cores_present = cores;
    return session;
}

void add_looks(std::vector<Scene>& all, const std::string& name, Session session) {
    all.push_back({name, session});
    all.push_back({name + "_below", session, 1440, 900, true});
    session.passport.kept = true;
    session.settings.theme = Theme::Dark;
    all.push_back({name + "_dark", session, 1440, 1500});
    session.settings.theme = Theme::HighContrast;
    all.push_back({name + "_contrast", session});
    session.settings.theme = Theme::Light;
    session.settings.text_scale = 2;
    all.push_back({name + "_200", session});
    session.settings.text_scale = 3;
    all.push_back({name + "_300", session, 1440, 1400});
    session.settings.text_scale = 0.8;
    all.push_back({name + "_80", session, 1440, 1500});
    session.settings.text_scale = 1;
    all.push_back({name + "_narrow", session, 760, 1500});
    all.push_back({name + "_narrow_below", session, 760, 1500, true});
}

} // namespace

void add_passports(std::vector<Scene>& all, const content::Course& course) {
    Session empty = page_of(course);
    all.push_back({"60_machine_empty", empty});
    Session measuring = empty;
    measuring.bench.phase = BenchPhase::Running;
    measuring.bench.run_id = passport_id;
    measuring.bench.activity = "bandwidth";
    measuring.bench.rounds_done = 2;
    measuring.bench.rounds_planned = 4;
    all.push_back({"61_machine_measuring", measuring});
    empty.passport.problem = "This bench measures no passport.";
    all.push_back({"62_machine_problem", empty});
    add_looks(all, "63_machine_two", page_of(course, demo::two_cores()));
    add_looks(all, "64_machine_laptop", page_of(course, demo::laptop()));
    add_looks(all, "65_machine_server", page_of(course, demo::server(2, 64)));
    all.push_back({"66_machine_eight", page_of(course, demo::server(8, 64)), 1440, 1500});
}

} // namespace lockstep::gallery
