// SPDX-License-Identifier: MIT
// Keeping run files and reading them back.
#include "app/ledger/run_store.hpp"

#include "app/ledger/file_write.hpp"
#include "app/ledger/sha256.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fstream>
#include <sstream>

namespace lockstep::ledger {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t most_bytes = 100'000'000;

/// An id comes out of a file that anybody may have edited: it must not lead elsewhere.
bool is_id(std::string_view id) {
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-';
    };
    return !id.empty() && id.size() <= 64 && std::ranges::all_of(id, fits);
}

fs::path file_of(const fs::path& data_folder, const std::string& id) {
    return data_folder / "runs" / (id + ".json");
}

constexpr std::string_view kept_kind = "kept";
constexpr std::string_view json_begin = "{\"sha256\":\"", json_end = "\"}";

} // namespace

Event kept_event(const std::string& lesson, const std::string& id, const std::string& sha256) {
    Event event;
    event.kind = kept_kind;
    event.lesson = lesson;
    event.block = id;
    event.json = fmt::format("{}{}{}", json_begin, sha256, json_end);
    return event;
}

std::map<std::string, std::string> kept_runs(std::span<const Event> events) {
    std::map<std::string, std::string> kept;
    for (const Event& event : events) {
        const std::string_view json = event.json;
        const std::size_t around = json_begin.size() + json_end.size();
        if (event.kind == kept_kind && json.size() > around && json.starts_with(json_begin) &&
            json.ends_with(json_end))
            kept[event.block] = json.substr(json_begin.size(), json.size() - around);
    }
    return kept;
}

Result<std::string> keep_run(const fs::path& data_folder, const std::string& id,
                             std::string_view json) {
    if (!is_id(id))
        return fail(id, "this is no name of a run.", "It has letters, digits and hyphens.");
    LOCKSTEP_CHECK(write_whole(file_of(data_folder, id), json));
    return sha256(json);
}

Result<std::string> read_run(const fs::path& data_folder, const std::string& id,
                             std::string_view expected_sha256) {
    if (!is_id(id))
        return fail(id, "this is no name of a run.", "It has letters, digits and hyphens.");
    const fs::path path = file_of(data_folder, id);
    std::error_code error;
    const auto size = fs::file_size(path, error);
    if (error)
        return fail(path.string(), "this run is not here any more.", "Run it again.");
    if (size > most_bytes)
        return fail(path.string(), fmt::format("it has {} bytes, which no run has.", size),
                    "Run it again.");
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    if (!file)
        return fail(path.string(), "this run cannot be read.", "Run it again.");
    std::string json = std::move(text).str();
    if (!expected_sha256.empty() && sha256(json) != expected_sha256)
        return fail(path.string(), "this run is not the one that was kept: it was changed.",
                    "Run it again.");
    return json;
}

} // namespace lockstep::ledger
