// SPDX-License-Identifier: MIT
// Reads a card figure by figure, in the order in which its file must have them all.
#include "app/content/devices.hpp"

#include "app/content/figures.hpp"
#include "app/content/paths.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace lockstep::content {

namespace fs = std::filesystem;

namespace {

using simt::Device;

void read_capability(Keys& keys, Device& device) {
    const std::string said = keys.needed_text("compute_capability");
    const char* end = said.data() + said.size();
    const auto major = std::from_chars(said.data(), end, device.capability_major);
    const bool dot = major.ec == std::errc() && major.ptr != end && *major.ptr == '.';
    const auto minor = std::from_chars(dot ? major.ptr + 1 : end, end, device.capability_minor);
    if (!said.empty() && (!dot || minor.ec != std::errc() || minor.ptr != end))
        keys.report(keys.line("compute_capability"),
                    fmt::format("'{}' is no compute capability.", said),
                    "Write it in quotes: '7.5'.");
}

void read_figures(Keys& keys, const Sources& sources, Device& device) {
    Figures figures(keys, "figures", sources);
    const std::pair<const char*, int Device::*> wholes[] = {
        {"sms", &Device::sms},
        {"schedulers_per_sm", &Device::schedulers_per_sm},
        {"warps_per_sm", &Device::warps_per_sm},
        {"blocks_per_sm", &Device::blocks_per_sm},
        {"threads_per_sm", &Device::threads_per_sm},
        {"threads_per_block", &Device::threads_per_block},
        {"registers_per_sm", &Device::registers_per_sm},
        {"registers_per_block", &Device::registers_per_block},
        {"registers_per_thread", &Device::registers_per_thread},
        {"register_unit", &Device::register_unit},
        {"warp_granularity", &Device::warp_granularity},
        {"shared_bytes_per_sm", &Device::shared_bytes_per_sm},
        {"shared_bytes_per_block", &Device::shared_bytes_per_block},
        {"shared_bytes_per_block_opt_in", &Device::shared_bytes_per_block_opt_in},
        {"shared_bytes_reserved", &Device::shared_bytes_reserved},
        {"shared_unit_bytes", &Device::shared_unit_bytes},
        {"sector_bytes", &Device::sector_bytes},
        {"line_bytes", &Device::line_bytes},
        {"banks", &Device::banks},
    };
    for (const auto& [figure, member] : wholes)
        device.*member = static_cast<int>(figures.whole(figure).value);
    device.boost_clock_mhz = figures.number("boost_clock_mhz").value;
    device.dram_bandwidth_gb_s = figures.number("dram_bandwidth_gb_s").value;
    device.l2_bytes = 1024 * static_cast<std::int64_t>(figures.whole("l2_kib").value);
    figures.done();
    for (const CitedFigure& cited : figures.taken())
        device.citations.push_back({cited.name, cited.value, cited.source});
}

void read_latencies(Keys& keys, const Sources& sources, Device& device) {
    Figures figures(keys, "latency_cycles", sources);
    const std::pair<const char*, simt::Latency Device::*> latencies[] = {
        {"arithmetic", &Device::arithmetic},
        {"shared", &Device::shared},
        {"l1_hit", &Device::l1_hit},
        {"l2_hit", &Device::l2_hit},
        {"dram", &Device::dram},
    };
    for (const auto& [figure, member] : latencies) {
        const CitedFigure cited = figures.whole(figure);
        device.*member = {static_cast<int>(cited.value), cited.source};
    }
    figures.done();
}

/// Asked only when each figure is what it should be: one mistake, one problem.
void check_whole(const Tree& tree, const fs::path& file, const Device& device,
                 std::vector<Problem>& problems) {
    const auto checked = simt::check_device(device);
    if (checked)
        return;
    int line = tree.line;
    for (const char* table : {"figures", "latency_cycles"})
        if (const Tree* found = tree.find(table))
            if (const Tree* figure = found->find(checked.error().where))
                line = figure->line;
    problems.push_back({file, line, "'" + checked.error().where + "' " + checked.error().what,
                        checked.error().remedy});
}

Problem unreadable(const fs::path& file, const Error& error) {
    const auto colon = error.where.rfind(':');
    const int line = colon == error.where.npos ? 0 : std::atoi(error.where.c_str() + colon + 1);
    return {file, line, error.what, error.remedy, true};
}

std::optional<Device> read_file(const fs::path& file, std::vector<Problem>& problems) {
    const auto text = read_text(file);
    const auto tree = text ? read_toml(*text, file.string()) : Failure(text.error());
    if (!tree) {
        problems.push_back(unreadable(file, tree.error()));
        return std::nullopt;
    }
    const std::size_t before = problems.size();
    Device device;
    device.id = file.stem().string();
    Keys keys(*tree, "this card", file, problems);
    device.name = keys.needed_text("name");
    device.architecture = keys.needed_text("architecture");
    read_capability(keys, device);
    const Sources sources = read_sources(keys);
    read_figures(keys, sources, device);
    read_latencies(keys, sources, device);
    keys.done();
    if (problems.size() == before)
        check_whole(*tree, file, device, problems);
    for (std::size_t i = before; i < problems.size(); ++i)
        problems[i].fatal = true;
    return problems.size() == before ? std::optional(std::move(device)) : std::nullopt;
}

} // namespace

const Device* DevicesRead::device(std::string_view id) const {
    const auto found = std::ranges::find(devices, id, &Device::id);
    return found == devices.end() ? nullptr : &*found;
}

DevicesRead read_devices(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
        if (at->path().extension() == ".toml")
            files.push_back(at->path());
    std::ranges::sort(files);
    DevicesRead read;
    for (const fs::path& file : files)
        if (auto device = read_file(file, read.problems))
            read.devices.push_back(*std::move(device));
    return read;
}

Result<Device> read_device(const fs::path& file) {
    std::vector<Problem> problems;
    if (auto device = read_file(file, problems))
        return *std::move(device);
    const Problem& first = problems.front();
    return fail(fmt::format("{}:{}", first.file.string(), first.line), first.what, first.remedy);
}

} // namespace lockstep::content
