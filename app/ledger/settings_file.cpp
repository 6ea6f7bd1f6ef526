// SPDX-License-Identifier: MIT
// Settings as TOML.
#include "app/ledger/settings_file.hpp"

#include "app/content/keys.hpp"
#include "app/ledger/file_write.hpp"

#include <fmt/format.h>
#include <fstream>
#include <sstream>

namespace lockstep::ledger {

namespace fs = std::filesystem;

namespace {

constexpr std::pair<std::string_view, Theme> themes[] = {
    {"system", Theme::System},
    {"light", Theme::Light},
    {"dark", Theme::Dark},
    {"high-contrast", Theme::HighContrast},
};

std::string_view name_of(Theme theme) {
    for (const auto& [name, meaning] : themes)
        if (meaning == theme)
            return name;
    return "system";
}

/// A number in its range, else what it was.
double number_within(content::Keys& keys, std::string_view key, double fallback, double low,
                     double high) {
    const double value = keys.number(key, fallback);
    if (value >= low && value <= high)
        return value;
    keys.report(keys.line(key), fmt::format("'{}' cannot be {}.", key, value),
                fmt::format("It goes from {} to {}.", low, high));
    return fallback;
}

Settings settings_of(content::Keys& keys) {
    const Settings defaults;
    Settings settings;
    settings.theme = keys.one_of("theme", themes, defaults.theme);
    settings.text_scale = number_within(keys, "text_scale", defaults.text_scale, 0.8, 3.0);
    settings.rail_share = number_within(keys, "rail_share", defaults.rail_share, 0.05, 0.9);
    settings.lesson_share = number_within(keys, "lesson_share", defaults.lesson_share, 0.05, 0.9);
    settings.reduced_motion = keys.flag("reduced_motion", defaults.reduced_motion);
    settings.rail_folded = keys.flag("rail_folded", defaults.rail_folded);
    settings.uses_siblings = keys.flag("uses_siblings", defaults.uses_siblings);
    settings.card = keys.text("card", defaults.card);
    if (settings.card.find_first_of("'\n") != std::string::npos) // could not be written again
        settings.card = defaults.card;
    keys.done();
    return settings;
}

} // namespace

SettingsRead read_settings(const fs::path& config_folder) {
    const fs::path path = config_folder / "settings.toml";
    SettingsRead read;
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return read;
    std::ostringstream text;
    text << file.rdbuf();
    const auto tree = content::read_toml(text.str(), path.string());
    if (!tree) {
        read.notices.push_back(
            fmt::format("{} The settings are as at the first start.", tree.error().text()));
        return read;
    }
    std::vector<content::Problem> problems;
    content::Keys keys(*tree, "settings.toml", path, problems);
    read.settings = settings_of(keys);
    for (const content::Problem& problem : problems)
        read.notices.push_back(problem.text());
    return read;
}

Result<void> write_settings(const fs::path& config_folder, const Settings& settings) {
    return write_whole(
        config_folder / "settings.toml",
        fmt::format("# Written by Lockstep. theme: system, light, dark, high-contrast.\n"
                    "theme = '{}'\n"
                    "text_scale = {:.4f}\n"
                    "rail_share = {:.4f}\n"
                    "lesson_share = {:.4f}\n"
                    "reduced_motion = {}\n"
                    "rail_folded = {}\n"
                    "uses_siblings = {}\n"
                    "card = '{}'\n",
                    name_of(settings.theme), settings.text_scale, settings.rail_share,
                    settings.lesson_share, settings.reduced_motion, settings.rail_folded,
                    settings.uses_siblings, settings.card));
}

} // namespace lockstep::ledger
