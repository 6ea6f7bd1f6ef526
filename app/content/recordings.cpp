// SPDX-License-Identifier: MIT
// Entries of index.toml, each held against the files that lie beside it.
#include "app/content/recordings.hpp"

#include "app/content/keys.hpp"
#include "app/content/paths.hpp"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <fmt/format.h>

namespace lockstep::content {

namespace fs = std::filesystem;

namespace {

/// "2026-11-20"; whether that day exists is no question of the index.
bool is_date(std::string_view text) {
    constexpr std::string_view form = "dddd-dd-dd";
    return text.size() == form.size() &&
           std::equal(text.begin(), text.end(), form.begin(), [](char c, char kind) {
               return kind == 'd' ? std::isdigit(static_cast<unsigned char>(c)) != 0 : c == kind;
           });
}

bool is_sha256(std::string_view text) {
    return text.size() == 64 && std::ranges::all_of(text, [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

void check_fields(Keys& keys, const Recording& recording) {
    if (!recording.date.empty() && !is_date(recording.date))
        keys.report(keys.line("date"), fmt::format("'{}' is no date.", recording.date),
                    "Write it in quotes: '2026-11-20'.");
    if (!recording.sha256.empty() && !is_sha256(recording.sha256))
        keys.report(keys.line("sha256"), "this is no SHA-256.",
                    "Write the 64 digits that sha256sum prints, in quotes.");
    if (recording.cores < 1)
        keys.report(keys.line("cores"), "a recording says how many cores its run could use.",
                    "Add cores = 16, or what it was.");
}

/// Nothing when the entry has a problem, which is then in the list.
std::optional<Recording> read_entry(const Tree& tree, const fs::path& folder, const fs::path& index,
                                    std::vector<Problem>& problems) {
    const std::size_t before = problems.size();
    Recording recording;
    Keys keys(tree, "this [[recording]]", index, problems);
    recording.line = keys.line();
    recording.file = keys.needed_text("file");
    recording.sha256 = keys.needed_text("sha256");
    recording.lesson = keys.needed_text("lesson");
    recording.experiment = keys.needed_text("experiment");
    recording.machine = keys.needed_text("machine");
    recording.gpu = keys.text("gpu");
    recording.cores = keys.whole("cores", 0);
    recording.date = keys.needed_text("date");
    keys.done();
    check_fields(keys, recording);
    if (problems.size() > before)
        return std::nullopt;
    const auto path = file_inside(folder, recording.file);
    if (!path) {
        keys.report(keys.line("file"), fmt::format("'{}': {}", recording.file, path.error().what),
                    "Put the run file beside the index, or take this entry out.");
        return std::nullopt;
    }
    recording.path = *path;
    return recording;
}

/// What lies in the folder and stands in no entry would never be shown.
void report_unlisted(const fs::path& folder, const std::vector<std::string>& listed,
                     std::vector<Problem>& problems) {
    std::vector<std::string> unlisted;
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        const std::string name = at->path().filename().string();
        if (at->path().extension() == ".json" && std::ranges::find(listed, name) == listed.end())
            unlisted.push_back(name);
    }
    std::ranges::sort(unlisted);
    for (const std::string& name : unlisted)
        problems.push_back({folder / name, 0, "no entry of index.toml names this file.",
                            "Add its [[recording]], or take the file away."});
}

std::vector<const Tree*> entries_of(const Tree& tree, const fs::path& index,
                                    std::vector<Problem>& problems) {
    Keys keys(tree, "the index", index, problems);
    std::vector<const Tree*> entries = keys.tables("recording");
    keys.done();
    return entries;
}

} // namespace

RecordingsRead read_recordings(const fs::path& folder) {
    RecordingsRead read;
    const fs::path index = folder / recordings_index;
    std::vector<std::string> listed;
    std::error_code error;
    if (fs::exists(index, error)) {
        const auto text = read_text(index);
        const auto tree = text ? read_toml(*text, index.string()) : Failure(text.error());
        if (!tree) {
            const std::string& where = tree.error().where;
            const auto colon = where.rfind(':');
            const int line = colon == where.npos ? 0 : std::atoi(where.c_str() + colon + 1);
            read.problems.push_back({index, line, tree.error().what, tree.error().remedy, true});
            return read;
        }
        for (const Tree* entry : entries_of(*tree, index, read.problems)) {
            auto recording = read_entry(*entry, folder, index, read.problems);
            if (const Tree* file = entry->find("file"); file && file->is_text())
                listed.push_back(std::get<std::string>(file->value));
            if (!recording)
                continue;
            if (std::ranges::count(listed, recording->file) > 1)
                read.problems.push_back({index, recording->line,
                                         fmt::format("'{}' stands here twice.", recording->file),
                                         "Take one of the two entries out."});
            else
                read.recordings.push_back(*std::move(recording));
        }
    }
    report_unlisted(folder, listed, read.problems);
    return read;
}

namespace {

/// A text in double quotes: names of machines hold signs that single quotes could not.
std::string toml_text(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (static_cast<unsigned char>(c) < 0x20)
            continue; // no name has a line break in it
        if (c == '"' || c == '\\')
            out += '\\';
        out += c;
    }
    return out + '"';
}

} // namespace

std::string recording_entry(const Recording& recording) {
    std::string text = "\n[[recording]]\n";
    const auto add = [&text](const char* key, const std::string& value) {
        text += fmt::format("{:<10} = {}\n", key, toml_text(value));
    };
    add("file", recording.file);
    add("sha256", recording.sha256);
    add("lesson", recording.lesson);
    add("experiment", recording.experiment);
    add("machine", recording.machine);
    if (!recording.gpu.empty())
        add("gpu", recording.gpu);
    text += fmt::format("{:<10} = {}\n", "cores", recording.cores);
    add("date", recording.date);
    return text;
}

} // namespace lockstep::content
