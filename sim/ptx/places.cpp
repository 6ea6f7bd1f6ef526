// SPDX-License-Identifier: MIT
// Where instructions come from: .loc and .file (PTX ISA 11.5).
#include "sim/ptx/body.hpp"

#include <fmt/format.h>
#include <limits>

namespace lockstep::ptx {

static constexpr auto most = static_cast<std::uint64_t>(std::numeric_limits<int>::max());

/// `.file 1 "kernel.cu", 1700000000, 512`: time and size may be left out.
Result<void> read_file(Parser& parser) {
    Cursor& cursor = parser.cursor;
    LOCKSTEP_TRY(const std::uint64_t number,
                 cursor.expect_count("The number of a file", limits::files));
    if (cursor.peek().kind != TokenKind::String)
        return cursor.unexpected("the name of a file");
    auto& files = parser.module.files;
    if (files.size() <= number)
        files.resize(number + 1);
    files[number] = cursor.take().text;
    while (cursor.accept(','))
        LOCKSTEP_CHECK(cursor.expect_literal());
    return {};
}

/// File, line and column.
Result<Place> Body::read_numbers() {
    Place place;
    LOCKSTEP_TRY(const std::uint64_t file,
                 m_cursor.expect_count("The number of a file", limits::files));
    LOCKSTEP_TRY(const std::uint64_t line, m_cursor.expect_count("A line", most));
    LOCKSTEP_TRY(const std::uint64_t column, m_cursor.expect_count("A column", most));
    place.file = static_cast<int>(file);
    place.line = static_cast<int>(line);
    place.column = static_cast<int>(column);
    return place;
}

/// The place last named with these numbers, else a new one. What is inlined is said once: after
/// `.loc 1 6 5, function_name f, inlined_at 1 87 9` a bare `.loc 1 6 5` means the same place.
int Body::place_of(const Place& place) {
    const auto index = static_cast<int>(m_function.places.size());
    const auto [known, added] = m_places.try_emplace({place.file, place.line, place.column}, index);
    if (added)
        m_function.places.push_back(place);
    return known->second;
}

Result<void> Body::read_place() {
    LOCKSTEP_TRY(Place place, read_numbers());
    if (!m_cursor.accept(',')) {
        m_place = place_of(place);
        return {};
    }
    LOCKSTEP_TRY(const std::string_view word, m_cursor.expect_word("'function_name'"));
    LOCKSTEP_TRY(const std::string_view label, m_cursor.expect_word("the label of a name"));
    place.function = label;
    if (m_cursor.accept('+')) {
        LOCKSTEP_TRY(const std::uint64_t bytes, m_cursor.expect_count("An offset", most));
        place.function += fmt::format("+{}", bytes);
    }
    LOCKSTEP_CHECK(m_cursor.expect(','));
    LOCKSTEP_TRY(const std::string_view at, m_cursor.expect_word("'inlined_at'"));
    if (word != "function_name" || at != "inlined_at")
        return m_cursor.error(m_cursor.line(), fmt::format("A .loc with '{}' and '{}'.", word, at),
                              "Write function_name and inlined_at.");
    LOCKSTEP_TRY(const Place call, read_numbers());
    place.inlined_at = place_of(call);
    const std::tuple numbers{place.file, place.line, place.column};
    if (const auto known = m_places.find(numbers); known != m_places.end()) {
        const Place& same = m_function.places[static_cast<std::size_t>(known->second)];
        if (same.inlined_at == place.inlined_at && same.function == place.function) {
            m_place = known->second;
            return {};
        }
    }
    m_place = static_cast<int>(m_function.places.size());
    m_places[numbers] = m_place;
    m_function.places.push_back(std::move(place));
    return {};
}

} // namespace lockstep::ptx
