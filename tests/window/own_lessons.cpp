// SPDX-License-Identifier: MIT
#include "tests/window/own_lessons.hpp"

#include "app/experiment/paths.hpp"
#include "app/experiment/run_file.hpp"

#include <cstdlib>
#include <fstream>

namespace lockstep::window_tests {

namespace fs = std::filesystem;

void use_own_lessons(const fs::path& home) {
    const auto root = find_root();
    if (!root)
        return;
    fs::create_directories(home / "root");
    fs::copy(*root / "lessons", home / "root/lessons", fs::copy_options::recursive);
    for (const char* folder : {"kernels", "assets"})
        fs::create_directory_symlink(*root / folder, home / "root" / folder);
    ::setenv("LOCKSTEP_ROOT", (home / "root").c_str(), 1);
}

void replace_all(const fs::path& file, const std::string& from, const std::string& to) {
    std::string text = read_whole(file, 1u << 20).value_or("");
    for (std::size_t at = text.find(from); at != text.npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    std::ofstream(file) << text;
}

} // namespace lockstep::window_tests
