// SPDX-License-Identifier: MIT
// Finding the program's own files.
#include "app/experiment/paths.hpp"

#include <cstdlib>
#include <system_error>
#include <utility>

namespace lockstep {

namespace fs = std::filesystem;

fs::path program_folder() {
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    return error ? fs::current_path(error) : program.parent_path();
}

Result<fs::path> find_root() {
    std::vector<fs::path> places;
    if (const char* named = std::getenv("LOCKSTEP_ROOT"); named && *named)
        places.emplace_back(named);
    const fs::path here = program_folder();
    for (const char* nearby : {".", "..", "../share/lockstep"})
        places.push_back((here / nearby).lexically_normal());
    places.emplace_back(LOCKSTEP_SOURCE_FOLDER);
    std::string looked;
    for (const fs::path& place : places) {
        std::error_code error;
        if (fs::is_directory(place / "lessons", error))
            return fs::weakly_canonical(place, error);
        looked += (looked.empty() ? "" : ", ") + place.string();
    }
    return fail("lessons", "no folder lessons/ was found in " + looked + ".",
                "Set LOCKSTEP_ROOT to the folder that holds lessons/ and assets/.");
}

std::vector<std::string> bench_arguments() {
    if (const char* named = std::getenv("LOCKSTEP_BENCH"); named && *named)
        return split_words(named);
    return {(program_folder() / "lockstep-bench").string()};
}

fs::path catalogue_file() {
    return program_folder() / "catalogue.json";
}

std::vector<std::string> split_words(std::string_view line) {
    std::vector<std::string> words;
    std::string word;
    bool begun = false;
    char quote = 0;
    for (const char c : line) {
        if (quote) {
            if (c == quote)
                quote = 0;
            else
                word += c;
        } else if (c == '\'' || c == '"') {
            quote = c;
            begun = true;
        } else if (c == ' ' || c == '\t') {
            if (begun)
                words.push_back(std::exchange(word, {}));
            begun = false;
        } else {
            word += c;
            begun = true;
        }
    }
    if (begun)
        words.push_back(word);
    return words;
}

std::string join_words(const std::vector<std::string>& words) {
    constexpr std::string_view plain =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./=,:@+";
    std::string line;
    for (const std::string& word : words) {
        if (!line.empty())
            line += ' ';
        if (!word.empty() && word.find_first_not_of(plain) == std::string::npos)
            line += word;
        else
            line += word.find('\'') == std::string::npos ? "'" + word + "'" : "\"" + word + "\"";
    }
    return line;
}

std::string_view program_version() {
    return LOCKSTEP_VERSION;
}

} // namespace lockstep
