// SPDX-License-Identifier: MIT
// The passport's page about the graphics card.
#include "app/cli/passport_pages.hpp"
#include "app/cli/terminal.hpp"
#include "sim/base/units.hpp"

#include <fmt/format.h>

namespace lockstep::cli {

std::string card_page(const protocol::GpuInfo& gpu) {
    if (!gpu.present)
        return gpu.name.empty() ? "" : "none: " + gpu.name + "\n";
    std::vector<std::vector<std::string>> rows{{"card", gpu.name}};
    const auto add = [&](const char* name, double value, std::string words) {
        if (value > 0)
            rows.push_back({name, std::move(words)});
    };
    const auto number = [](double value) { return format_number(value, 3); };
    add("CUDA", gpu.multiprocessors,
        fmt::format("compute capability {}, driver for {}", gpu.compute_capability, gpu.driver));
    add("multiprocessors", gpu.multiprocessors,
        fmt::format("{}, each with {} threads in {} blocks at most and {} registers",
                    gpu.multiprocessors, gpu.threads_per_multiprocessor,
                    gpu.blocks_per_multiprocessor, gpu.registers_per_multiprocessor));
    add("block", gpu.threads_per_block,
        fmt::format("{} threads and {} KiB of shared memory at most", gpu.threads_per_block,
                    number(gpu.shared_bytes_per_block / 1024)));
    add("warp", gpu.warp_size, fmt::format("{} lanes", gpu.warp_size));
    add("clock", gpu.clock_ghz, number(gpu.clock_ghz) + " GHz");
    add("memory", gpu.memory_gib,
        fmt::format("{} GiB behind {} bits and {} MiB of L2", number(gpu.memory_gib),
                    gpu.memory_bus_bits, number(gpu.l2_bytes / (1 << 20))));
    add("memory, measured", gpu.memory_gb_s,
        number(gpu.memory_gb_s) + " GB/s, a copy within the card read and written");
    add("to the card", gpu.to_card_gb_s, number(gpu.to_card_gb_s) + " GB/s from pinned memory");
    add("from the card", gpu.from_card_gb_s, number(gpu.from_card_gb_s) + " GB/s to pinned memory");
    add("launch", gpu.launch_ns,
        format_time_ns(gpu.launch_ns) + " for the least that it can do, and to hear of its end");
    return listing(rows);
}

} // namespace lockstep::cli
