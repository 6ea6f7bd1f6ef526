// SPDX-License-Identifier: MIT
// What the learner did, as events in one append-only table. Everything else (progress, cards) is
// computed from them. Used from one thread at a time; two programs may have it open at once.
#pragma once

#include "app/ledger/database.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lockstep::ledger {

struct Event {
    std::int64_t id = 0; ///< given by the ledger
    std::string time;    ///< ISO 8601, UTC; empty: now
    std::string kind;    ///< "guess", "run", "step", "answer", ...: of who writes it
    std::string lesson;
    std::string lesson_hash; ///< of the lesson's wording
    std::string block;
    std::string json; ///< one line

    bool operator==(const Event&) const = default;
};

class Ledger {
  public:
    /// The version of the table that this program writes (user_version of the file).
    static constexpr int version = 1;

    /// Opens ledger.db in `folder`, which is made when there is none. Never fails: a file that
    /// cannot be used leaves a ledger that keeps its events in memory, and `notices` says so. A
    /// damaged file is set aside under a new name; one of a newer version is read and not written
    /// to.
    static Ledger open(const std::filesystem::path& folder);

    /// Writes an event, and with it all that could not be written before. After an Error it is kept
    /// in memory and written with the next one: nothing is lost while the program runs. In a ledger
    /// that is read only, which was said when it was opened, it stays in memory without an Error.
    Result<void> add(Event event);
    /// Tries again what could not be written; the last thing done with a ledger.
    Result<void> flush();

    /// In the order in which they were added, those in memory last; of one lesson, or of all.
    Result<std::vector<Event>> events(std::string_view lesson = {}) const;

    bool read_only() const { return m_read_only; }
    std::size_t unwritten() const { return m_unwritten.size(); }
    /// Sentences for the learner about how it was opened; empty when all is well.
    const std::vector<std::string>& notices() const { return m_notices; }

  private:
    void open_file(const std::filesystem::path& folder);
    bool use(Database database, const std::filesystem::path& path);
    void set_aside(const std::filesystem::path& path);
    void only_read(std::string notice);
    Result<void> write_all();

    std::optional<Database> m_database;
    std::vector<Event> m_unwritten;
    std::vector<std::string> m_notices;
    bool m_read_only = false;
};

} // namespace lockstep::ledger
