// SPDX-License-Identifier: MIT
// What the kernel says of the processor in words.
#pragma once

#include <filesystem>
#include <string>

namespace lockstep {

/// What stands behind the first "name :" of /proc/cpuinfo; empty where there is no such line.
/// `root` is where proc is looked for.
std::string cpuinfo_value(std::string_view name, const std::filesystem::path& root = "/");

/// The model's name, under whichever heading this architecture has it.
std::string cpu_name(const std::filesystem::path& root = "/");

/// The first line of a file without its newline; empty where it cannot be read.
std::string first_line_of(const std::filesystem::path& file);

} // namespace lockstep
