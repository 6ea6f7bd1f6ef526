// SPDX-License-Identifier: MIT
// The words of each number of a passport.
#include "app/experiment/passport_rows.hpp"

#include "app/experiment/core_map.hpp"
#include "app/experiment/latency_groups.hpp"
#include "sim/base/units.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace lockstep {

using namespace protocol;

namespace {

std::string number_or_none(double value) {
    return value > 0 ? format_number(value, 3) : "–";
}

std::string workers_words(int workers) {
    return fmt::format("{} worker{}", workers, workers == 1 ? "" : "s");
}

double rate_of(const Passport& passport, const std::string& level, int workers) {
    const auto rate = std::ranges::find_if(passport.triads, [&](const TriadRate& triad) {
        return triad.level == level && triad.workers == workers;
    });
    return rate == passport.triads.end() ? 0 : rate->gb_s;
}

} // namespace

WordRows cache_rows(const Layout& layout) {
    if (layout.caches.empty())
        return {};
    WordRows rows{{"cache", "size", "line", "ways", "there are", "shared by"}};
    for (const CacheInfo& cache : layout.caches) {
        const bool known = !cache.cpus.empty();
        rows.push_back(
            {fmt::format("L{} {}", cache.level, cache.kind), cache_size_words(cache.size_bytes),
             cache.line_bytes > 0 ? fmt::format("{} B", cache.line_bytes) : "–",
             cache.ways > 0 ? fmt::format("{}", cache.ways) : "–",
             known ? fmt::format("{}", cache.count) : "–",
             known ? fmt::format("{} CPU{}", cache.shared_by, cache.shared_by == 1 ? "" : "s")
                   : "–"});
    }
    return rows;
}

WordRows peak_rows(const Passport& passport) {
    if (passport.peaks.empty())
        return {};
    const std::string all = fmt::format("{}", passport.peaks.front().workers);
    WordRows rows{
        {"Gflop/s", "lanes", "fused", "f32 by 1", "f64 by 1", "f32 by " + all, "f64 by " + all}};
    if (passport.peaks.front().workers == 1)
        rows.front().resize(5);
    for (const PeakFlops& peak : passport.peaks) {
        std::vector<std::string> row{peak.target, fmt::format("{}", peak.lanes_f32),
                                     peak.fused ? "yes" : "no"};
        for (const double value : {peak.f32_one, peak.f64_one, peak.f32_all, peak.f64_all})
            row.push_back(number_or_none(value));
        row.resize(rows.front().size());
        rows.push_back(std::move(row));
    }
    return rows;
}

WordRows bandwidth_rows(const Passport& passport) {
    if (passport.triads.empty())
        return {};
    std::set<int> workers;
    std::vector<std::string> levels;
    for (const TriadRate& rate : passport.triads) {
        workers.insert(rate.workers);
        if (std::ranges::find(levels, rate.level) == levels.end())
            levels.push_back(rate.level);
    }
    WordRows rows{{"GB/s"}};
    rows.front().insert(rows.front().end(), levels.begin(), levels.end());
    for (const int p : workers) {
        std::vector<std::string> row{workers_words(p)};
        for (const std::string& level : levels)
            row.push_back(number_or_none(rate_of(passport, level, p)));
        rows.push_back(std::move(row));
    }
    return rows;
}

std::string bandwidth_words(const Passport& passport) {
    std::set<int> workers;
    for (const TriadRate& rate : passport.triads)
        workers.insert(rate.workers);
    if (workers.empty())
        return {};
    const int most = *workers.rbegin();
    if (most == 1)
        return "By the one worker that there can be.";
    if (static_cast<int>(workers.size()) == most)
        return fmt::format("By every number of workers from 1 to {}.", most);
    return fmt::format("By {} numbers of workers, since every one up to {} would take too long: "
                       "first those with which the cores, a class of them, a node or a shared "
                       "cache are full, then as many between as there was time for.",
                       workers.size(), most);
}

WordRows latency_rows(const Passport& passport) {
    if (passport.latencies.measured == 0)
        return {};
    WordRows rows{{"ns", "pairs", "least", "median", "most"}};
    for (const LatencyGroup& group : latency_groups(passport.layout, passport.latencies))
        rows.push_back({group.words, fmt::format("{}", group.pairs), format_number(group.low_ns, 3),
                        format_number(group.median_ns, 3), format_number(group.high_ns, 3)});
    return rows;
}

WordRows surroundings_rows(const Surroundings& around) {
    return {{"virtual machine", around.hypervisor.empty() ? "no" : around.hypervisor},
            {"governor", around.governor},
            {"affinity", "CPU " + around.affinity},
            {"counters", around.counters}};
}

WordRows overhead_rows(const Overheads& cost, double tbb_cold_start_ns) {
    WordRows rows;
    const auto add = [&](const char* name, double ns, const std::string& words) {
        if (ns > 0)
            rows.push_back({name, format_time_ns(ns) + words});
    };
    add("timer", cost.timer_ns,
        fmt::format(" a reading, in steps of {}", format_time_ns(cost.timer_tick_ns)));
    add("thread start", cost.thread_start_ns, " until its first instruction");
    add("barrier", cost.barrier_ns, fmt::format(" for {} spinning threads", cost.barrier_workers));
    add("oneTBB task", cost.task_ns, " for an empty one, by one thread");
    add("oneTBB, cold", tbb_cold_start_ns, " until its threads had joined for the first time");
    if (cost.noise > 0)
        rows.push_back({"noise", format_percent(cost.noise) + " between equal runs"});
    if (cost.usual_gap_ns > 0)
        rows.push_back({"usual", fmt::format("{} off the core in 1 ms, gaps of {} in the clock: "
                                             "what is three times as much disturbs a round",
                                             format_time_ns(cost.usual_off_core_ns),
                                             format_time_ns(cost.usual_gap_ns))});
    return rows;
}

WordRows card_rows(const GpuInfo& gpu) {
    if (!gpu.present)
        return gpu.name.empty() ? WordRows{} : WordRows{{"none", gpu.name}};
    WordRows rows{{"card", gpu.name}};
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
    return rows;
}

} // namespace lockstep
