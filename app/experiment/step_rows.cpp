// SPDX-License-Identifier: MIT
// Paths are told from masks alone: between a branch that parts lanes and the step at which they are
// together again, each mask that holds no smaller one is a path.
#include "app/experiment/step_rows.hpp"

#include "sim/simt/banks.hpp"

#include <algorithm>
#include <bit>
#include <fmt/format.h>
#include <set>
#include <span>

namespace lockstep {

namespace {

constexpr std::int64_t sector_bytes = 32, banks = 32, word_bytes = 4;

bool holds_more(std::uint32_t mask, std::uint32_t other) {
    return mask != other && (mask & other) == other;
}

/// Letters for rows [begin, end), in which the lanes of a group are parted.
void name_paths(std::vector<StepRow>& rows, std::size_t begin, std::size_t end) {
    std::vector<std::uint32_t> paths; // in the order in which they are walked
    for (std::size_t i = begin; i < end; ++i) {
        const std::uint32_t mask = rows[i].lanes;
        const bool leads_on =
            std::any_of(rows.begin() + static_cast<std::ptrdiff_t>(begin),
                        rows.begin() + static_cast<std::ptrdiff_t>(end),
                        [&](const StepRow& other) { return holds_more(mask, other.lanes); });
        if (!leads_on && std::ranges::find(paths, mask) == paths.end())
            paths.push_back(mask);
    }
    for (std::size_t i = begin; i < end; ++i) {
        const auto found = std::ranges::find(paths, rows[i].lanes);
        if (found != paths.end())
            rows[i].path = static_cast<int>(found - paths.begin());
    }
}

/// Where lanes are parted: from behind a divergent branch to the step that has all its lanes again.
void find_paths(std::vector<StepRow>& rows) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!rows[i].divergent)
            continue;
        std::size_t end = i + 1;
        while (end < rows.size() && (rows[end].lanes & rows[i].lanes) != rows[i].lanes)
            ++end;
        name_paths(rows, i + 1, end);
        i = end - 1;
    }
}

bool is_word_end(char c) {
    return c == ' ' || c == '\t' || c == ';';
}

/// The next word of the text, which is taken off.
std::string_view next_word(std::string_view& text) {
    const auto begin = std::ranges::find_if_not(text, is_word_end);
    const auto end = std::find_if(begin, text.end(), is_word_end);
    const std::string_view word(begin, end);
    text = std::string_view(end, text.end());
    return word;
}

/// The lines of a chain that are the file's own; what was inlined from a header has another file.
void find_lines(StepRow& row, const protocol::Steps& window, int file) {
    const int chain = window.chain[row.place];
    if (chain < 0 || static_cast<std::size_t>(chain) >= window.chains.size())
        return;
    const std::vector<int>& places = window.chains[static_cast<std::size_t>(chain)];
    if (file < 0 && places.size() >= 2)
        file = places[places.size() - 2];
    for (std::size_t i = 0; i + 1 < places.size(); i += 2) {
        if (places[i] != file || places[i + 1] <= 0)
            continue;
        if (row.line == 0)
            row.line = places[i + 1];
        else
            row.called_from.push_back(places[i + 1]);
    }
}

std::string words_at(const protocol::Steps& window, std::size_t place,
                     const std::vector<std::string>& ptx) {
    const int line = window.ptx_line[place];
    if (line >= 1 && static_cast<std::size_t>(line) <= ptx.size())
        if (std::string words = instruction_words(ptx[static_cast<std::size_t>(line) - 1]);
            !words.empty())
            return words;
    const auto kind = static_cast<std::size_t>(window.kind[place]);
    return kind < std::size(protocol::step_kinds) ? std::string(protocol::step_kinds[kind]) : "";
}

/// Numbers of the units of `size` bytes that the lanes' bytes lie in.
std::set<std::int64_t> units(const std::array<std::int64_t, 32>& addresses, std::uint32_t on,
                             std::int64_t bytes, std::int64_t size) {
    std::set<std::int64_t> found;
    for (std::size_t lane = 0; lane < addresses.size(); ++lane)
        if (on >> lane & 1)
            for (std::int64_t unit = addresses[lane] / size;
                 unit <= (addresses[lane] + bytes - 1) / size; ++unit)
                found.insert(unit);
    return found;
}

/// By the simulator's own rule: 64-bit accesses go by half-warps, 128-bit ones by quarter-warps.
void find_passes(AccessShape& shape, const std::array<std::int64_t, 32>& from, std::uint32_t on,
                 std::int64_t bytes) {
    if (on == 0)
        return;
    std::array<std::uint64_t, 32> addresses{};
    simt::Survey survey{~std::uint64_t{0}, 0, 0, false};
    for (std::size_t lane = 0; lane < addresses.size(); ++lane) {
        if ((on >> lane & 1) == 0)
            continue;
        addresses[lane] = static_cast<std::uint64_t>(from[lane]);
        survey.first = std::min(survey.first, addresses[lane]);
        survey.last = std::max(survey.last, addresses[lane]);
    }
    const simt::Passes counted =
        simt::count_passes(addresses.data(), on, survey, static_cast<std::uint32_t>(bytes));
    shape.passes = counted.passes;
    shape.passes_at_best = counted.without_conflict;
}

std::string name_at(std::span<const std::string_view> names, int index) {
    const auto at = static_cast<std::size_t>(index);
    return at < names.size() ? std::string(names[at]) : "";
}

} // namespace

std::string instruction_words(std::string_view line) {
    std::string_view word = next_word(line);
    if (word.starts_with('@'))
        word = next_word(line);
    const auto first = word.find('.');
    if (first == word.npos)
        return std::string(word);
    // The second part says where: ld.global, bar.sync, setp.lt; a type says nothing here.
    const auto second = word.find('.', first + 1);
    const std::string_view part = word.substr(first + 1, second - first - 1);
    static constexpr std::string_view types[] = {"u8",  "u16", "u32", "u64", "s8",  "s16",
                                                 "s32", "s64", "b8",  "b16", "b32", "b64",
                                                 "f16", "f32", "f64", "rn",  "lo",  "wide"};
    const bool says = std::ranges::find(types, part) == std::end(types);
    return std::string(says ? word.substr(0, second) : word.substr(0, first));
}

std::vector<StepRow> step_rows(const protocol::Steps& window, int warp,
                               const std::vector<std::string>& ptx, int file) {
    std::vector<StepRow> rows;
    for (std::size_t place = 0; place < window.warp.size(); ++place) {
        if (window.warp[place] != warp)
            continue;
        StepRow row;
        row.step = window.from + static_cast<std::int64_t>(place);
        row.place = place;
        find_lines(row, window, file);
        row.ptx_line = window.ptx_line[place];
        row.words = words_at(window, place, ptx);
        row.lanes = window.lanes[place];
        row.on = window.on[place];
        row.divergent = (window.flags[place] & protocol::step_divergent) != 0;
        row.waits = (window.flags[place] & protocol::step_waits) != 0;
        for (std::size_t i = 0; i < window.found_step.size(); ++i)
            if (window.found_step[i] == static_cast<int>(place) && row.found.empty())
                row.found = window.found[i];
        rows.push_back(std::move(row));
    }
    find_paths(rows);
    return rows;
}

std::optional<AccessShape> access_shape(const protocol::Steps& window, const StepRow& row) {
    const auto found = std::ranges::find(window.access_step, static_cast<int>(row.place));
    if (found == window.access_step.end())
        return std::nullopt;
    const auto access = static_cast<std::size_t>(found - window.access_step.begin());
    const std::string space = name_at(protocol::access_spaces, window.access_space[access]);
    if (space == "param" || space == "const")
        return std::nullopt; // one word for all lanes, from a cache of its own
    const auto addresses = protocol::lane_addresses(window, access);
    const std::uint32_t on = window.access_on[access];
    const std::int64_t bytes = window.access_bytes[access];
    AccessShape shape;
    shape.space = space;
    shape.kind = name_at(protocol::access_kinds, window.access_kind[access]);
    shape.lanes = std::popcount(on);
    shape.bytes_wanted = static_cast<int>(units(addresses, on, bytes, 1).size());
    if (shape.space == "shared") {
        shape.words_of_bank.assign(banks, 0);
        for (const std::int64_t word : units(addresses, on, bytes, word_bytes))
            ++shape.words_of_bank[static_cast<std::size_t>(word % banks)];
        find_passes(shape, addresses, on, bytes);
    } else {
        const auto sectors = units(addresses, on, bytes, sector_bytes);
        shape.sectors.assign(sectors.begin(), sectors.end());
    }
    return shape;
}

std::string access_words(const AccessShape& shape) {
    const std::string lanes = fmt::format("{} lane{}", shape.lanes, shape.lanes == 1 ? "" : "s");
    if (shape.space == "shared")
        return fmt::format("{} of shared memory: {}, {} pass{}", shape.kind, lanes, shape.passes,
                           shape.passes == 1 ? "" : "es");
    const std::size_t count = shape.sectors.size();
    return fmt::format("{} of {} memory: {}, {} {} {} bytes, of which {} are wanted", shape.kind,
                       shape.space, lanes, count, count == 1 ? "sector moves" : "sectors move",
                       count * sector_bytes, shape.bytes_wanted);
}

} // namespace lockstep
