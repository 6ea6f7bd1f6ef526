// SPDX-License-Identifier: MIT
// The XDG folders.
#include "app/ledger/folders.hpp"

#include <cstdlib>
#include <pwd.h>
#include <unistd.h>

namespace lockstep::ledger {

namespace {

std::filesystem::path home() {
    if (const char* set = std::getenv("HOME"); set && *set == '/')
        return set;
    const passwd* user = ::getpwuid(::getuid());
    return user && user->pw_dir ? user->pw_dir : "/";
}

std::filesystem::path folder(const char* variable, const char* below_home) {
    const char* set = std::getenv(variable);
    const std::filesystem::path base =
        set && *set == '/' ? std::filesystem::path(set) : home() / below_home;
    return base / "lockstep";
}

} // namespace

std::filesystem::path data_folder() {
    return folder("XDG_DATA_HOME", ".local/share");
}

std::filesystem::path config_folder() {
    return folder("XDG_CONFIG_HOME", ".config");
}

std::filesystem::path cache_folder() {
    return folder("XDG_CACHE_HOME", ".cache");
}

} // namespace lockstep::ledger
