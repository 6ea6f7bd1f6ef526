// SPDX-License-Identifier: MIT
// Made-up figures that could be: what is further away takes longer, what is shared is not doubled.
#include "demo_passport.hpp"

#include "app/experiment/latency_groups.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <tuple>

namespace lockstep::demo {

namespace {

using namespace protocol;

/// What lies further apart takes longer; the same pair always as long.
void fill_latencies(Passport& passport) {
    CoreLatencies& latencies = passport.latencies;
    for (const CoreInfo& core : passport.layout.cores)
        if (core.usable)
            latencies.cpus.insert(latencies.cpus.end(), core.cpus.begin(), core.cpus.end());
    for (std::size_t i = 0; i < latencies.cpus.size(); ++i) {
        latencies.ns.emplace_back();
        for (std::size_t j = 0; j < i; ++j) {
            const int a = latencies.cpus[i], b = latencies.cpus[j];
            const std::string common = what_two_share(passport.layout, a, b);
            const double typical = common == "same core" || common == "same L1" ? 7
                                   : common == "same L2"                        ? 22
                                   : common == "same L3"                        ? 38
                                   : common == "another socket"                 ? 190
                                                                                : 95;
            latencies.ns[i].push_back(typical * (1 + 0.08 * std::sin(3.7 * a + 5.3 * b)));
            ++latencies.measured;
        }
    }
}

CacheInfo cache(int level, const char* kind, double kib, int shared_by) {
    return {level, kind, kib * 1024, 64, 8, 0, shared_by, {}};
}

void add_cache(CacheInfo& cache, std::vector<int> cpus) {
    cache.cpus.push_back(std::move(cpus));
    cache.count = static_cast<int>(cache.cpus.size());
}

std::vector<int> cpus_from(int first, int count) {
    std::vector<int> cpus;
    for (int i = 0; i < count; ++i)
        cpus.push_back(first + i);
    return cpus;
}

/// As if every core had the same units, and memory were enough for four of them.
void fill_rates(Passport& passport, int workers, double one_gflops, double one_gb_s) {
    const double all = one_gflops * workers * 0.97;
    passport.peaks = {
        {"AVX-512", 16, true, workers, 2 * one_gflops, one_gflops, 2 * all, all},
        {"AVX2", 8, true, workers, 1.05 * one_gflops, one_gflops * 0.52, 1.05 * all, all * 0.52},
        {"SSE4", 4, false, workers, one_gflops * 0.26, one_gflops * 0.13, all * 0.26, all * 0.13},
        {"one lane", 1, false, workers, one_gflops / 15, one_gflops / 15, all / 15, all / 15}};
    for (const auto& [level, factor, shared] : {std::tuple{"L1", 14.0, false},
                                                {"L2", 6.0, false},
                                                {"L3", 2.2, true},
                                                {"memory", 1.0, true}})
        for (int p = 1;; p = std::min(workers <= 16 ? p + 1 : 2 * p, workers)) {
            const double grows =
                shared ? std::min<double>(p, std::string(level) == "L3" ? 12 : 4) : p;
            passport.triads.push_back({level, p, 1e6, one_gb_s * factor * grows});
            if (p == workers)
                break;
        }
}

Passport begun(const char* hypervisor, const char* affinity) {
    Passport made;
    made.edition = passport_edition;
    made.taken = "2026-11-26T05:13:34Z";
    made.seconds = 3.4;
    made.surroundings = {hypervisor, "performance", affinity, false,
                         "none: perf_event_paranoid is 4, and 2 or less would be needed"};
    made.gpu.name = "no NVIDIA driver found";
    made.overheads = {21, 1, 15200, 210, 2, 38, 0.004};
    return made;
}

} // namespace

Passport two_cores() {
    Passport made = begun("KVM", "0-1");
    made.layout.kinds = {{"", 2, 0}};
    made.layout.cores = {{0, 0, 0, {0}, true}, {0, 0, 0, {1}, true}};
    made.layout.nodes = {{0, 23.5, {0, 1}}};
    CacheInfo l1 = cache(1, "data", 32, 1), l2 = cache(2, "unified", 1024, 1),
              l3 = cache(3, "unified", 32768, 2);
    for (const int cpu : {0, 1}) {
        add_cache(l1, {cpu});
        add_cache(l2, {cpu});
    }
    add_cache(l3, {0, 1});
    made.layout.caches = {l1, l2, l3};
    fill_rates(made, 2, 70.8, 14.8);
    fill_latencies(made);
    made.remarks = {"The system does not say how fast the cores may run."};
    return made;
}

Passport laptop() {
    Passport made = begun("", "0-18");
    Layout& layout = made.layout;
    layout.kinds = {{"P", 6, 5.1}, {"E", 8, 3.8}};
    CacheInfo p1 = cache(1, "data", 48, 2), e1 = cache(1, "data", 32, 1),
              p2 = cache(2, "unified", 1280, 2), e2 = cache(2, "unified", 2048, 4),
              l3 = cache(3, "unified", 24576, 20);
    for (int core = 0; core < 6; ++core) {
        layout.cores.push_back({0, 0, 0, {2 * core, 2 * core + 1}, true});
        add_cache(p1, cpus_from(2 * core, 2));
        add_cache(p2, cpus_from(2 * core, 2));
    }
    for (int cpu = 12; cpu < 20; ++cpu) {
        layout.cores.push_back({0, 0, 1, {cpu}, cpu != 19});
        add_cache(e1, {cpu});
        if (cpu % 4 == 0)
            add_cache(e2, cpus_from(cpu, 4));
    }
    add_cache(l3, cpus_from(0, 20));
    layout.nodes = {{0, 31.2, cpus_from(0, 20)}};
    layout.caches = {p1, e1, p2, e2, l3};
    fill_rates(made, 13, 61, 21);
    made.overheads.noise = 0.031;
    fill_latencies(made);
    return made;
}

Passport server(int sockets, int cores) {
    constexpr int group = 8;
    Passport made = begun("", "all");
    Layout& layout = made.layout;
    const int all = sockets * cores;
    layout.packages = sockets;
    layout.kinds = {{"", all, 3.7}};
    CacheInfo l1 = cache(1, "data", 32, 2), l2 = cache(2, "unified", 1024, 2),
              l3 = cache(3, "unified", 32768, 2 * group);
    for (int core = 0; core < all; ++core) {
        const int socket = core / cores;
        layout.cores.push_back({socket, socket, 0, {core, core + all}, true});
        add_cache(l1, {core, core + all});
        add_cache(l2, {core, core + all});
        if (core % group == 0)
            add_cache(l3, {});
        l3.cpus.back().insert(l3.cpus.back().end(), {core, core + all});
    }
    for (int socket = 0; socket < sockets; ++socket)
        layout.nodes.push_back({socket, 377, cpus_from(socket * cores, cores)});
    layout.caches = {l1, l2, l3};
    made.gpu = {.present = true,
                .name = "NVIDIA H100 80GB HBM3",
                .compute_capability = "9.0",
                .multiprocessors = 132,
                .warp_size = 32,
                .threads_per_block = 1024,
                .threads_per_multiprocessor = 2048,
                .blocks_per_multiprocessor = 32,
                .registers_per_multiprocessor = 65536,
                .shared_bytes_per_block = 232448,
                .shared_bytes_per_multiprocessor = 233472,
                .memory_gib = 79.2,
                .l2_bytes = 52428800,
                .clock_ghz = 1.98,
                .memory_bus_bits = 5120,
                .driver = "13.0",
                .to_card_gb_s = 55,
                .from_card_gb_s = 53,
                .memory_gb_s = 2850,
                .launch_ns = 6400};
    made.overheads.barrier_workers = all;
    made.overheads.barrier_ns = 4100;
    fill_rates(made, all, 58, 26);
    fill_latencies(made);
    made.disturbed = 2;
    made.remarks = {"Other programs never left the cores alone while 2 of the peaks and bandwidths "
                    "were measured: they are too low. Measure again when nothing else runs."};
    return made;
}

} // namespace lockstep::demo
