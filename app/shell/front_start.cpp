// SPDX-License-Identifier: MIT
// How the front begins and ends: course, catalogue, bench, and the watch over the lessons.
#include "app/content/devices.hpp"
#include "app/experiment/handlers.hpp"
#include "app/experiment/known_runs.hpp"
#include "app/experiment/lesson_check.hpp"
#include "app/experiment/paths.hpp"
#include "app/experiment/restore.hpp"
#include "app/experiment/run_file.hpp"
#include "app/ledger/folders.hpp"
#include "app/ledger/run_store.hpp"
#include "app/ledger/settings_file.hpp"
#include "app/shell/front.hpp"

#include <fstream>
#include <iterator>

namespace lockstep::shell {

namespace {

/// The build writes it beside the bench, so that lists and sliders are there before the bench is.
std::optional<protocol::Catalogue> read_catalogue_file() {
    std::ifstream in(catalogue_file());
    if (!in)
        return std::nullopt;
    const std::string text(std::istreambuf_iterator<char>(in), {});
    auto read = protocol::read_catalogue(text);
    if (!read)
        return std::nullopt;
    return *std::move(read);
}

std::string first_lesson(const content::Course& course, const std::string& wanted) {
    if (course.lesson(wanted))
        return wanted;
    return course.lessons.empty() ? std::string{} : course.lessons.front().id;
}

} // namespace

Front::Front(FrontOptions options)
    : m_options(std::move(options)), m_lesson(m_options.lesson),
      m_data_folder(ledger::data_folder()), m_config_folder(ledger::config_folder()),
      m_frame_log(m_options.frame_log), m_simulator(bench_options()),
      m_disk(std::make_unique<Disk>([this] { m_doorbell.ring(); })) {
    start_bench(); // it starts while the lessons are read
    m_session.course = content::read_course(m_options.root / "lessons");
    if (auto catalogue = read_catalogue_file())
        m_session.catalogue = *std::move(catalogue);
    read_cards();
    open_ledger();
    m_commands.push_back(command::OpenLesson{first_lesson(m_session.course, m_lesson)});
    if (!m_options.file.empty())
        m_commands.push_back(command::OpenRun{m_options.file});
    watch_lessons();
}

Front::~Front() {
    // Who closes the window by its cross has quit, too.
    handlers::keep_kernels(handlers::context_of(m_session, *this));
    m_disk->add([this] { (void)m_ledger->flush(); });
}

void Front::read_cards() {
    content::DevicesRead read = content::read_devices(m_options.root / "assets" / "devices");
    m_session.cards = std::move(read.devices);
    for (const content::Problem& problem : read.problems)
        notice(problem.text());
}

void Front::open_ledger() {
    auto settings = ledger::read_settings(m_config_folder);
    m_session.settings = settings.settings;
    for (std::string& sentence : settings.notices)
        notice(std::move(sentence));
    m_ledger = ledger::Ledger::open(m_data_folder);
    for (const std::string& sentence : m_ledger->notices())
        notice(sentence);
    m_session.ledger_read_only = m_ledger->read_only();
    const auto events = m_ledger->events();
    if (!events) {
        find_runs({}); // recordings are there all the same
        return notice(events.error().text());
    }
    m_session.first_start = events->empty();
    m_session.welcome = m_session.first_start && m_options.lesson.empty() && m_options.file.empty();
    find_runs(*events);
    const auto kept = ledger::kept_runs(*events);
    m_session.lessons = restore(*events, m_session.course, [&](const std::string& id) {
        const auto hash = kept.find(id);
        const auto text =
            ledger::read_run(m_data_folder, id, hash == kept.end() ? std::string() : hash->second);
        if (!text && hash != kept.end())
            notice(text.error().text());
        auto run = text ? read_run(*text, id) : Result<Run>(Failure(text.error()));
        return run ? std::optional<Run>(*std::move(run)) : std::nullopt;
    });
    m_session.own_kernels = restore_kernels(*events);
    if (m_lesson.empty())
        m_lesson = last_lesson(*events, m_session.course);
}

/// What the index of the recordings lacks is left out: lockstep check tells of it.
void Front::find_runs(const std::vector<ledger::Event>& events) {
    m_session.known_runs = own_runs(events);
    const std::filesystem::path folder = m_options.recordings.empty()
                                             ? m_options.root / "assets" / "recordings"
                                             : m_options.recordings;
    for (KnownRun& run : recorded_runs(content::read_recordings(folder)))
        m_session.known_runs.push_back(std::move(run));
}

void Front::start_bench() {
    auto bench = BenchProcess::create(bench_options());
    m_session.bench.phase = BenchPhase::Starting;
    if (bench) {
        m_bench = *std::move(bench);
        return;
    }
    m_session.bench.phase = BenchPhase::Failed;
    m_session.bench.sentence = bench.error().text();
    notice(m_session.bench.sentence);
}

/// A lesson that is being written says in the window, too, what is wrong with it: for that the
/// bench has to have said what there is.
void Front::check_lessons() {
    auto catalogue = std::make_shared<const protocol::Catalogue>(m_session.catalogue);
    m_disk->add([this, catalogue, course = m_session.course] {
        m_checked_against = catalogue;
        bring_lessons(course);
    });
}

void Front::bring_lessons(content::Course read) {
    if (m_checked_against)
        find_problems(read, *m_checked_against);
    auto course = std::make_shared<content::Course>(std::move(read));
    m_disk->answer([course](Session& session) {
        session.course = std::move(*course);
        if (!session.lesson() && !session.course.lessons.empty())
            session.lesson_id = session.course.lessons.front().id;
    });
}

void Front::watch_lessons() {
    const std::filesystem::path folder = m_options.root / "lessons";
    m_disk->watch(folder, [this, folder] { bring_lessons(content::read_course(folder)); });
}

} // namespace lockstep::shell
