// SPDX-License-Identifier: MIT
// `lockstep passport`: what this machine is and can show.
#include "app/cli/bench_client.hpp"
#include "app/cli/commands.hpp"
#include "app/cli/json_output.hpp"
#include "app/cli/outputs.hpp"
#include "app/cli/passport_pages.hpp"
#include "app/cli/progress_line.hpp"
#include "app/cli/terminal.hpp"
#include "app/experiment/lessons_here.hpp"
#include "app/experiment/passport_file.hpp"
#include "app/ledger/folders.hpp"
#include "sim/base/units.hpp"

#include <algorithm>
#include <cstdio>
#include <fmt/format.h>

namespace lockstep::cli {

namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows facts(const protocol::Machine& machine) {
    Rows rows{{"processor", machine.cpu}};
    rows.push_back({"cores", fmt::format("{} of {} may be used, {} threads", machine.cores,
                                         machine.cores_present, machine.threads)});
    if (machine.quota_cores > 0)
        rows.push_back({"quota", fmt::format("{} cores", format_number(machine.quota_cores, 3))});
    rows.push_back({"vector unit",
                    fmt::format("{}, {} lanes of 32 bits", machine.simd, machine.simd_lanes_f32)});
    rows.push_back({"cache line", fmt::format("{} bytes", machine.line_bytes)});
    rows.push_back({"memory", fmt::format("{} GiB", format_number(machine.memory_gib, 3))});
    rows.push_back({"graphics card", machine.has_gpu ? machine.gpu : "none: " + machine.gpu});
    if (machine.atomic_add_ns > 0)
        rows.push_back({"atomic addition",
                        fmt::format("{} by one thread", format_time_ns(machine.atomic_add_ns))});
    if (machine.noise > 0)
        rows.push_back(
            {"noise", fmt::format("{} between equal runs", format_percent(machine.noise))});
    if (machine.tbb_cold_start_ns > 0)
        rows.push_back({"cold start", fmt::format("{} until oneTBB's threads had joined",
                                                  format_time_ns(machine.tbb_cold_start_ns))});
    for (const std::string& note : machine.notes)
        rows.push_back({"note", note});
    return rows;
}

/// A lesson that misses nothing is shown in full.
Rows lesson_rows(const Session& session) {
    Rows rows;
    for (const LessonHere& lesson : lessons_here(session))
        rows.push_back({lesson.number, lesson.title,
                        lesson.missing.empty() ? "can be shown" : lesson.missing});
    return rows;
}

struct Taken {
    protocol::Passport passport;
    bool kept = false; ///< it was measured some other time
};

/// The one that was kept of this machine, or a new one, which is kept. One that other programs
/// disturbed is better than none, but not better than another try.
tl::expected<Taken, Trouble> take_passport(BenchClient& bench, bool again) {
    const auto folder = ledger::cache_folder();
    if (!again)
        if (auto kept = kept_passport(folder, bench.machine()); kept && kept->disturbed == 0)
            return Taken{*std::move(kept), true};
    protocol::PassportAnswer answer;
    ProgressLine line;
    const auto take = [&](const protocol::FromBench& message) {
        if (const auto* progress = std::get_if<protocol::Progress>(&message))
            line.show(*progress, "Measuring");
        if (const auto* taken = std::get_if<protocol::PassportAnswer>(&message))
            answer = *taken;
    };
    if (auto trouble = bench.carry_out(protocol::PassportRequest{"full", true}, "full", take))
        return tl::unexpected(*std::move(trouble));
    line.clear();
    // A bench that is a script may have nothing to say; that is asked again each time.
    if (answer.passport.edition > 0)
        if (const auto written = keep_passport(folder, answer); !written)
            fmt::print(stderr, "lockstep: the passport could not be kept: {}\n",
                       written.error().text());
    return Taken{std::move(answer.passport), false};
}

std::string how_taken(const Taken& taken) {
    const protocol::Passport& passport = taken.passport;
    if (passport.edition == 0)
        return "This bench measures no passport.\n";
    if (!taken.kept)
        return fmt::format(
            "Measured just now, in {} s; kept until {}.\n", format_number(passport.seconds, 2),
            passport.disturbed == 0 ? "the machine changes" : "it is asked for again");
    return fmt::format("Measured {} and kept since; lockstep passport --again measures anew.\n",
                       passport.taken);
}

} // namespace

int passport(const PassportOptions& options) {
    auto bench = BenchClient::create();
    if (!bench) {
        if (bench.error().code != interrupted)
            tell({bench.error().sentence, bench.error().log, ""});
        return bench.error().code;
    }
    const auto taken = take_passport(**bench, options.again);
    if (!taken) {
        if (taken.error().code != interrupted)
            tell({taken.error().sentence, taken.error().log, "lockstep passport"});
        return taken.error().code;
    }
    const protocol::Machine& machine = (*bench)->machine();
    if (options.json) {
        fmt::print("{}", passport_json(machine, taken->passport));
        return done;
    }
    fmt::print("{}\n{}", machine.name, listing(facts(machine)));
    fmt::print("{}\n{}", passport_pages(taken->passport), how_taken(*taken));
    const auto installed = find_installed();
    if (!installed)
        return done;
    Session session;
    session.course = installed->course;
    session.catalogue = (*bench)->catalogue();
    session.machine = machine;
    session.passport.taken = taken->passport;
    fmt::print("\nLessons here\n{}", listing(lesson_rows(session)));
    return done;
}

} // namespace lockstep::cli
