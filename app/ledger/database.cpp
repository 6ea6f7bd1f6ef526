// SPDX-License-Identifier: MIT
// The one file that talks to SQLite.
#include "app/ledger/database.hpp"

#include "sim/base/assert.hpp"

#include <cstdlib>
#include <fmt/format.h>
#include <sqlite3.h>

namespace lockstep::ledger {

namespace {

/// A second window writes for a few milliseconds; a network's home folder may take longer.
constexpr int busy_timeout_ms = 2000;

struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

std::string text_of(sqlite3_stmt* statement, int column) {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement, column));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, column));
    return bytes ? std::string(bytes, size) : std::string();
}

std::pair<std::string, std::string> words_of(int code, const char* message) {
    switch (code & 0xff) {
    case SQLITE_FULL:
        return {"the disk is full.", "Make room; it is tried again."};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {"another window has been writing for two seconds.", "It is tried again."};
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return {"it may not be written to.", "Is the home folder read-only?"};
    case SQLITE_CANTOPEN:
        return {"it cannot be opened.", "May the folder be written to?"};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {"it is damaged.", "It will be set aside at the next start."};
    default:
        return {fmt::format("{}.", message), "It is tried again."};
    }
}

} // namespace

void Database::Close::operator()(sqlite3* handle) const {
    sqlite3_close(handle);
}

Error Database::error() const {
    const int code = sqlite3_extended_errcode(m_handle.get());
    auto [what, remedy] = words_of(code, sqlite3_errmsg(m_handle.get()));
    return {m_name, std::move(what), std::move(remedy)};
}

Result<Database> Database::open(const std::filesystem::path& path, Access access) {
    const int flags = access == Access::ReadOnly ? SQLITE_OPEN_READONLY
                                                 : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &handle, flags, nullptr);
    Database database;
    database.m_handle.reset(handle);
    database.m_name = path.string();
    LOCKSTEP_ASSERT(handle, "SQLite gives a handle unless memory is at an end.");
    if (code != SQLITE_OK)
        return Failure(database.error());
    sqlite3_busy_timeout(handle, busy_timeout_ms);
    return database;
}

Result<void> Database::execute(std::string_view sql) {
    const std::string text(sql);
    if (sqlite3_exec(m_handle.get(), text.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return Failure(error());
    return {};
}

Result<std::vector<std::vector<std::string>>>
Database::query(std::string_view sql, const std::vector<std::string>& values) const {
    sqlite3_stmt* raw = nullptr;
    if (sqlite3_prepare_v2(m_handle.get(), sql.data(), static_cast<int>(sql.size()), &raw,
                           nullptr) != SQLITE_OK)
        return Failure(error());
    const Statement statement(raw);
    for (std::size_t i = 0; i < values.size(); ++i)
        if (sqlite3_bind_text64(raw, static_cast<int>(i + 1), values[i].data(), values[i].size(),
                                SQLITE_TRANSIENT, SQLITE_UTF8) != SQLITE_OK)
            return Failure(error());
    std::vector<std::vector<std::string>> rows;
    int code = sqlite3_step(raw);
    for (; code == SQLITE_ROW; code = sqlite3_step(raw)) {
        std::vector<std::string>& row = rows.emplace_back();
        for (int column = 0; column < sqlite3_column_count(raw); ++column)
            row.push_back(text_of(raw, column));
    }
    if (code != SQLITE_DONE)
        return Failure(error());
    return rows;
}

Result<std::int64_t> Database::number(std::string_view sql) const {
    LOCKSTEP_TRY(const auto rows, query(sql));
    if (rows.empty() || rows[0].empty())
        return fail(m_name, "a number was asked for and none came.");
    return std::strtoll(rows[0][0].c_str(), nullptr, 10);
}

bool Database::may_not_write() const {
    return sqlite3_db_readonly(m_handle.get(), "main") == 1;
}

bool Database::is_damaged() const {
    const int code = sqlite3_errcode(m_handle.get()) & 0xff;
    return code == SQLITE_CORRUPT || code == SQLITE_NOTADB;
}

} // namespace lockstep::ledger
