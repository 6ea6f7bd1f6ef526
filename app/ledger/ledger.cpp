// SPDX-License-Identifier: MIT
// Opening a ledger whatever state it is in, and adding to it.
#include "app/ledger/ledger.hpp"

#include "app/ledger/file_write.hpp"

#include <chrono>
#include <fcntl.h>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

namespace lockstep::ledger {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view columns = "id, time, kind, lesson, lesson_hash, block, json";

/// The triggers keep other programs to it as well: an event is what happened.
constexpr std::string_view schema = R"(
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS event(
  id INTEGER PRIMARY KEY, time TEXT NOT NULL, kind TEXT NOT NULL, lesson TEXT NOT NULL,
  lesson_hash TEXT NOT NULL, block TEXT NOT NULL, json TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS event_of_lesson ON event(lesson, id);
CREATE TRIGGER IF NOT EXISTS event_never_changes BEFORE UPDATE ON event
  BEGIN SELECT RAISE(ABORT, 'the ledger is only added to'); END;
CREATE TRIGGER IF NOT EXISTS event_never_goes BEFORE DELETE ON event
  BEGIN SELECT RAISE(ABORT, 'the ledger is only added to'); END;
PRAGMA user_version = 1;
COMMIT;
)";

std::string now_words() {
    const auto now =
        std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
    const auto ms = now.time_since_epoch().count() % 1000;
    return fmt::format("{:%Y-%m-%dT%H:%M:%S}.{:03}Z",
                       fmt::gmtime(std::chrono::system_clock::to_time_t(now)), ms);
}

/// While one program opens the ledger, and perhaps sets it aside, another waits. Where a file
/// system has no locks both go on, as without it.
class OpeningLock {
  public:
    explicit OpeningLock(const fs::path& folder)
        : m_descriptor(
              ::open((folder / "ledger.lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644)) {
        if (m_descriptor >= 0)
            ::flock(m_descriptor, LOCK_EX);
    }
    ~OpeningLock() {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    OpeningLock(const OpeningLock&) = delete;
    OpeningLock& operator=(const OpeningLock&) = delete;

  private:
    int m_descriptor;
};

Event event_of(const std::vector<std::string>& row) {
    return {
        std::strtoll(row[0].c_str(), nullptr, 10), row[1], row[2], row[3], row[4], row[5], row[6]};
}

/// ledger-damaged-2026-11-21T09-30-00.db, and -2, -3 where there is one already.
fs::path free_name(const fs::path& path) {
    const std::string stem = fmt::format(
        "ledger-damaged-{:%Y-%m-%dT%H-%M-%S}",
        fmt::gmtime(std::chrono::system_clock::to_time_t(std::chrono::system_clock::now())));
    fs::path name = path.parent_path() / (stem + ".db");
    for (int i = 2; fs::exists(name); ++i)
        name = path.parent_path() / fmt::format("{}-{}.db", stem, i);
    return name;
}

/// The version of a file that is sound; an Error when it cannot be read, or is damaged.
Result<std::int64_t> sound_version(const Database& database) {
    LOCKSTEP_TRY(const std::int64_t found, database.number("PRAGMA user_version"));
    LOCKSTEP_TRY(const auto answer, database.query("PRAGMA quick_check(1)"));
    if (answer.empty() || answer[0][0] != "ok")
        return fail("ledger.db", "it is damaged.");
    return found;
}

} // namespace

Ledger Ledger::open(const fs::path& folder) {
    Ledger ledger;
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
        ledger.only_read(fmt::format(
            "{} cannot be made, so nothing that you do in this window is kept.", folder.string()));
    else
        ledger.open_file(folder);
    return ledger;
}

void Ledger::only_read(std::string notice) {
    m_read_only = true;
    m_notices.push_back(std::move(notice));
}

void Ledger::open_file(const fs::path& folder) {
    const OpeningLock lock(folder);
    const fs::path path = folder / "ledger.db";
    auto database = Database::open(path, Access::ReadWrite);
    if (!database)
        database = Database::open(path, Access::ReadOnly);
    if (!database) {
        only_read(database.error().text() + " Nothing that you do in this window is kept.");
        return;
    }
    if (use(*std::move(database), path))
        return;
    set_aside(path);
}

/// False when the file is damaged.
bool Ledger::use(Database database, const fs::path& path) {
    const auto found = sound_version(database);
    if (!found && (database.is_damaged() || found.error().where == "ledger.db"))
        return false;
    if (!found) {
        only_read(found.error().text() + " Nothing that you do in this window is kept.");
        return true;
    }
    if (*found > version) {
        only_read(fmt::format("{} was written by a newer Lockstep. It is read and not changed, so "
                              "nothing that you do in this window is kept.",
                              path.string()));
    } else if (database.may_not_write()) {
        only_read(
            fmt::format("{} may not be written to, so nothing that you do in this window is kept.",
                        path.string()));
    } else {
        auto made = database.execute("PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL;");
        if (made && *found < version)
            made = database.execute(schema);
        // A full disk may have room later; add() says so until then.
        if (!made && database.may_not_write())
            only_read(made.error().text() + " Nothing that you do in this window is kept.");
        else if (!made)
            m_notices.push_back(made.error().text());
    }
    m_database = std::move(database);
    return true;
}

void Ledger::set_aside(const fs::path& path) {
    const fs::path aside = free_name(path);
    std::error_code error;
    fs::rename(path, aside, error);
    if (error) {
        only_read(fmt::format("{} is damaged and cannot be set aside. Nothing that you do in this "
                              "window is kept.",
                              path.string()));
        return;
    }
    // A journal belongs to the damaged file and would be played into the new one.
    fs::rename(path.string() + "-journal", aside.string() + "-journal", error);
    auto fresh = Database::open(path, Access::ReadWrite);
    if (!fresh || !use(*std::move(fresh), path))
        only_read(path.string() + " cannot be made. Nothing that you do in this window is kept.");
    m_notices.push_back(
        fmt::format("The record of what you did was damaged. It was set aside as {}, "
                    "and a new one begun.",
                    aside.string()));
}

Result<void> Ledger::add(Event event) {
    if (event.time.empty())
        event.time = now_words();
    m_unwritten.push_back(std::move(event));
    return flush();
}

Result<void> Ledger::flush() {
    if (m_read_only || m_unwritten.empty())
        return {};
    auto written = write_all();
    if (written)
        m_unwritten.clear();
    else // leaves no transaction open; fails harmlessly where there is none
        static_cast<void>(m_database->execute("ROLLBACK"));
    return written;
}

Result<void> Ledger::write_all() {
    LOCKSTEP_TRY(const std::int64_t found, m_database->number("PRAGMA user_version"));
    if (found < version) // a full disk when it was opened
        LOCKSTEP_CHECK(m_database->execute(schema));
    LOCKSTEP_CHECK(m_database->execute("BEGIN IMMEDIATE"));
    for (const Event& event : m_unwritten) {
        const auto added = m_database->query(
            "INSERT INTO event(time, kind, lesson, lesson_hash, block, json) VALUES(?,?,?,?,?,?)",
            {event.time, event.kind, event.lesson, event.lesson_hash, event.block, event.json});
        if (!added)
            return Failure(added.error());
    }
    return m_database->execute("COMMIT");
}

Result<std::vector<Event>> Ledger::events(std::string_view lesson) const {
    std::vector<Event> events;
    if (m_database && m_database->number("PRAGMA user_version").value_or(0) > 0) {
        const std::string all = fmt::format("SELECT {} FROM event", columns);
        const auto rows = lesson.empty() ? m_database->query(all + " ORDER BY id")
                                         : m_database->query(all + " WHERE lesson = ? ORDER BY id",
                                                             {std::string(lesson)});
        if (!rows)
            return Failure(rows.error());
        for (const auto& row : *rows)
            events.push_back(event_of(row));
    }
    for (const Event& event : m_unwritten)
        if (lesson.empty() || event.lesson == lesson)
            events.push_back(event);
    return events;
}

} // namespace lockstep::ledger
