// SPDX-License-Identifier: MIT
// A TOML table taken key by key. What has the wrong type is reported with its line, and so is, at
// the end, every key that nobody asked for: with the nearest of those that were.
#pragma once

#include "app/content/lesson.hpp"
#include "app/content/tree.hpp"

#include <span>
#include <string>
#include <utility>
#include <vector>

namespace lockstep::content {

class Keys {
  public:
    /// `place` is how a message calls the table: "[experiment.main]", "this predict block". All
    /// references must outlive the reader.
    Keys(const Tree& table, std::string place, std::filesystem::path file,
         std::vector<Problem>& problems);

    bool has(std::string_view key) const;
    int line() const { return m_table.line; }
    int line(std::string_view key) const; ///< the table's own when it has no such key

    std::string text(std::string_view key, std::string fallback = {});
    std::string needed_text(std::string_view key); ///< its absence is a problem
    double number(std::string_view key, double fallback);
    int whole(std::string_view key, int fallback);
    bool flag(std::string_view key, bool fallback);
    std::vector<std::string> texts(std::string_view key); ///< one text counts as a list of one
    std::vector<double> numbers(std::string_view key);
    Values values(std::string_view key); ///< a table of numbers
    Values rest();                       ///< every key not asked for yet: numbers
    const Tree* peek(std::string_view key) const { return m_table.find(key); }
    const Tree* table(std::string_view key);               ///< null when there is none
    std::vector<const Tree*> tables(std::string_view key); ///< [[key]]

    /// One of a few words, each standing for a value.
    template <class T, std::size_t n>
    T one_of(std::string_view key, const std::pair<std::string_view, T> (&words)[n], T fallback) {
        const std::string said = text(key);
        std::vector<std::string> names;
        for (const auto& [word, meaning] : words) {
            if (said == word)
                return meaning;
            names.emplace_back(word);
        }
        if (!said.empty())
            report_unknown(line(key), key, said, names);
        return fallback;
    }

    /// Another reader of a table below this one, with the same file and list of problems.
    Keys inside(const Tree& table, std::string place) const;

    void report(int line, std::string what, std::string remedy);
    /// Reports the keys that were not asked for. The last thing done with a table.
    void done();
    /// Lines of all keys of this table, of the tables in it as "sliders.p", of lists as "choice.0".
    Lines lines() const;

    const std::filesystem::path& file() const { return m_file; }

  private:
    const Tree* take(std::string_view key);
    void wrong_type(const Tree& tree, std::string_view key, std::string_view expected);
    void report_unknown(int line, std::string_view key, const std::string& said,
                        const std::vector<std::string>& names);

    const Tree& m_table;
    std::string m_place;
    std::filesystem::path m_file;
    std::vector<Problem>& m_problems;
    std::vector<std::string> m_asked;
};

/// "Did you mean 'amdahl'?", or all of them where none is near: "There are: amdahl, chains."
std::string suggestion(std::string_view word, const std::vector<std::string>& names);

} // namespace lockstep::content
