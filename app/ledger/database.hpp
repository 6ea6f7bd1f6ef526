// SPDX-License-Identifier: MIT
// SQLite with results instead of codes; only this file's .cpp talks to it.
#pragma once

#include "sim/base/result.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3;

namespace lockstep::ledger {

enum class Access { ReadWrite, ReadOnly };

class Database {
  public:
    /// Opens a file, for ReadWrite makes it. The file itself is looked at with the first statement.
    static Result<Database> open(const std::filesystem::path& path, Access access);

    /// Statements without values or answers.
    Result<void> execute(std::string_view sql);
    /// One statement with texts for its question marks; gives every row as texts.
    Result<std::vector<std::vector<std::string>>>
    query(std::string_view sql, const std::vector<std::string>& values = {}) const;
    /// The same for one number, such as a PRAGMA's.
    Result<std::int64_t> number(std::string_view sql) const;

    /// The file was opened but may not be written, which SQLite does not count as an error.
    bool may_not_write() const;
    /// True when the last Error said that the file is no database, or a damaged one.
    bool is_damaged() const;

  private:
    struct Close {
        void operator()(sqlite3* handle) const;
    };
    Error error() const;

    std::unique_ptr<sqlite3, Close> m_handle;
    std::string m_name;
};

} // namespace lockstep::ledger
