// SPDX-License-Identifier: MIT
// The front's effects on files and on the web. Nothing here waits for a disk: jobs go to its
// thread, in the order in which things happened, and what went wrong comes back as a notice.
#include "app/experiment/bench_news.hpp"
#include "app/experiment/chosen.hpp"
#include "app/experiment/laid_over.hpp"
#include "app/experiment/queries.hpp"
#include "app/experiment/run_export.hpp"
#include "app/experiment/run_file.hpp"
#include "app/ledger/run_store.hpp"
#include "app/ledger/settings_file.hpp"
#include "app/shell/capture.hpp"
#include "app/shell/front.hpp"

#include <algorithm>
#include <memory>
#include <spawn.h>
#include <unistd.h>

namespace lockstep::shell {

namespace {

/// The desktop's own way; a child that nobody waits for is adopted by init.
bool open_in_browser(const std::string& uri) {
    std::string program = "xdg-open", argument = uri;
    char* arguments[] = {program.data(), argument.data(), nullptr};
    pid_t child = 0;
    return ::posix_spawnp(&child, program.c_str(), nullptr, nullptr, arguments, environ) == 0;
}

} // namespace

void Front::tell(std::string sentence, bool of_file) {
    m_disk->answer([sentence = std::move(sentence), of_file](Session& session) {
        // A disk that is full says so once, not with every event.
        const bool said = std::ranges::any_of(
            session.notices, [&](const Notice& notice) { return notice.sentence == sentence; });
        if (!said)
            session.notices.push_back({sentence, {}, {}, of_file});
    });
}

void Front::remember(const std::string& kind, const std::string& lesson, const std::string& block,
                     const std::string& json) {
    const content::Lesson* open = m_session.course.lesson(lesson);
    ledger::Event event;
    event.kind = kind;
    event.lesson = lesson;
    event.lesson_hash = open ? open->hash : "";
    event.block = block;
    event.json = json;
    m_disk->add([this, event = std::move(event)] {
        if (const auto added = m_ledger->add(event); !added)
            tell(added.error().text() + " What you do is kept until you quit, and is tried again.");
    });
}

void Front::keep_run(const Run& run) {
    if (m_session.ledger_read_only)
        return;
    m_disk->add([this, run = std::make_shared<const Run>(run)] {
        const auto kept = ledger::keep_run(m_data_folder, run->id, write_run(*run));
        if (!kept)
            return tell(kept.error().text() + " This run will not be there at the next start.");
        (void)m_ledger->add(
            ledger::kept_event(run->lesson, run->id, *kept)); // the next event tells
    });
}

/// A plot as it stood in the window: its pixels were read in the frame before.
void Front::save_pixels(const std::string& path) {
    auto pixels = take_pixels();
    if (!pixels)
        return notice("There was no plot to save.");
    m_disk->add([this, path, pixels = std::make_shared<const Pixels>(*std::move(pixels))] {
        const auto saved = write_png(*pixels, path);
        tell(saved ? "Saved as " + path + "." : saved.error().text());
    });
}

void Front::save_run(const Run& run, const std::string& path) {
    if (path.ends_with(".png"))
        return save_pixels(path);
    // Copies, because the session goes on while the disk works.
    const content::Experiment* shown = open_experiment(m_session);
    auto experiment = shown ? std::make_shared<const content::Experiment>(*shown) : nullptr;
    auto catalogue = std::make_shared<const protocol::Catalogue>(m_session.catalogue);
    // The model goes with the plot once it is in sight, as on the screen.
    const LessonState* state = m_session.state();
    std::vector<Series> curves;
    if (shown && state && state->reveal >= Reveal::Model)
        curves = model_curves(m_session, *m_session.lesson(), *shown);
    std::vector<NamedRun> beside;
    const LabState* lab = shown ? m_session.lab(shown->id) : nullptr;
    if (lab && path.ends_with(".svg"))
        for (Series& curve : laid_over_curves(m_session, *lab))
            curves.push_back(std::move(curve));
    else if (lab)
        beside = laid_over_runs(m_session, *lab);
    m_disk->add([this, path, experiment, catalogue, curves = std::move(curves),
                 beside = std::move(beside), run = std::make_shared<const Run>(run)] {
        PlotContext context;
        context.curves = curves;
        context.experiment = experiment.get();
        context.catalogue = catalogue.get();
        const auto saved = export_run(*run, path, context, beside);
        tell(saved ? "Saved as " + path + "." : saved.error().text());
    });
}

void Front::open_trace(const std::string& path) {
    m_disk->add([this, path] {
        auto trace = load_trace_file(path);
        if (!trace)
            return tell(trace.error().text(), true);
        auto opened = std::make_shared<OpenedTrace>(OpenedTrace{path, *std::move(trace)});
        m_disk->answer([opened](Session& session) {
            session.opened_trace = std::move(*opened);
            session.tracing = {}; // the file may have been opened before, and be another now
            session.page = "trace";
        });
    });
}

void Front::save_settings(const Settings& settings) {
    m_disk->add([this, settings] {
        if (const auto written = ledger::write_settings(m_config_folder, settings); !written)
            tell(written.error().text() + " The settings hold until you quit.");
    });
}

/// A lesson's link asks before it leaves the program: the first time it makes a notice with the
/// address, and only the link in that notice opens it.
void Front::open_web(const std::string& uri) {
    auto& notices = m_session.notices;
    const auto asked =
        std::ranges::find_if(notices, [&](const Notice& notice) { return notice.link == uri; });
    if (asked == notices.end()) {
        notices.push_back({"This link leaves Lockstep for the web: " + uri, {}, uri});
        return;
    }
    notices.erase(asked);
    if (!open_in_browser(uri))
        notice("No browser could be started for " + uri + ".");
}

bool Front::take_failure() {
    const auto failure = m_bench ? m_bench->failure() : std::nullopt;
    if (!failure)
        return false;
    const bool had_greeted = m_session.bench.phase != BenchPhase::Starting;
    m_timing = m_breath = false;
    m_request.reset();
    bench_failed(m_session, *failure, *this);
    m_bench.reset();
    // One that worked before gets a successor; one that never spoke would only fail again.
    if (had_greeted)
        start_bench();
    return true;
}

} // namespace lockstep::shell
