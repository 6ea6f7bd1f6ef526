// SPDX-License-Identifier: MIT
#include "app/pages/lesson/save.hpp"

#include <chrono>
#include <cstdlib>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <system_error>

namespace lockstep::lab {

std::filesystem::path save_folder() {
    std::error_code error;
    const auto folder_of = [&](const char* variable, const char* below) -> std::filesystem::path {
        const char* value = std::getenv(variable);
        if (!value || !*value)
            return {};
        const std::filesystem::path folder = std::filesystem::path(value) / below;
        return std::filesystem::is_directory(folder, error) ? folder : std::filesystem::path{};
    };
    if (auto downloads = folder_of("XDG_DOWNLOAD_DIR", ""); !downloads.empty())
        return downloads;
    if (auto downloads = folder_of("HOME", "Downloads"); !downloads.empty())
        return downloads;
    if (auto home = folder_of("HOME", ""); !home.empty())
        return home;
    return ".";
}

std::filesystem::path save_path(const std::filesystem::path& folder, const std::string& lesson,
                                const std::string& experiment, const std::string& date,
                                const std::string& ending,
                                const std::function<bool(const std::filesystem::path&)>& taken) {
    const std::string stem = fmt::format("lockstep-{}-{}-{}", lesson, experiment, date);
    std::filesystem::path path = folder / (stem + "." + ending);
    for (int i = 2; taken(path); ++i)
        path = folder / fmt::format("{}-{}.{}", stem, i, ending);
    return path;
}

std::string today() {
    const auto now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    return fmt::format("{:%Y-%m-%d}", fmt::gmtime(now));
}

} // namespace lockstep::lab
