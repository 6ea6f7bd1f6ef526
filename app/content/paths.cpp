// SPDX-License-Identifier: MIT
// Canonical paths, and reading whole files.
#include "app/content/paths.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace lockstep::content {

namespace fs = std::filesystem;

Result<fs::path> file_inside(const fs::path& folder, const std::string& name) {
    std::error_code error;
    const fs::path home = fs::weakly_canonical(folder, error);
    const fs::path path = fs::weakly_canonical(folder / name, error);
    const auto parted = std::ranges::mismatch(home, path);
    if (error || parted.in1 != home.end() || fs::path(name).is_absolute())
        return fail(name, "this path leads outside its folder.",
                    "Name a file inside " + folder.filename().string() + "/.");
    if (!fs::is_regular_file(path, error))
        return fail(name, "there is no such file.", "Put it into " + folder.string() + ".");
    return path;
}

Result<std::string> read_text(const fs::path& path, std::uintmax_t most_bytes) {
    std::error_code error;
    const auto size = fs::file_size(path, error);
    if (error)
        return fail(path.string(), "this file cannot be read: " + error.message() + ".");
    if (size > most_bytes)
        return fail(path.string(), "this file has " + std::to_string(size) + " bytes.",
                    "At most " + std::to_string(most_bytes) + " are read.");
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    if (!file)
        return fail(path.string(), "this file cannot be read.", "May it be opened?");
    return std::move(text).str();
}

} // namespace lockstep::content
