// SPDX-License-Identifier: MIT
// What a passport says of a machine beyond `Machine`: what was looked up, and what was measured.
// Included by messages.hpp. A number that is 0 (in a column: NaN) could not be had, and a sentence
// of `remarks` says why. CPU numbers are the operating system's; GB = 1e9 bytes.
#pragma once

#include <string>
#include <vector>

namespace lockstep::protocol {

// ---- looked up ----------------------------------------------------------------------------------

/// A class of cores: on most machines there is one.
struct CoreKind {
    std::string name;   ///< "P" and "E", "fast" and "slow"; empty where all are equal
    int cores = 0;      ///< on the machine
    double max_ghz = 0; ///< that the system lets it reach
};

/// A physical core.
struct CoreInfo {
    int package = 0;       ///< socket
    int node = 0;          ///< NUMA node, by the system's number
    int kind = 0;          ///< index into Layout::kinds
    std::vector<int> cpus; ///< its hardware threads
    bool usable = true;    ///< Lockstep may use at least one of them
};

struct NodeInfo {
    int node = 0;
    double memory_gib = 0;
    std::vector<int> cpus;
};

/// Caches that are alike; hybrid machines have several rows for one level.
struct CacheInfo {
    int level = 1;
    std::string kind; ///< "data", "instruction", "unified"
    double size_bytes = 0;
    int line_bytes = 0;
    int ways = 0;                       ///< 0: not known, -1: fully associative
    int count = 1;                      ///< on the machine
    int shared_by = 1;                  ///< CPUs that share one
    std::vector<std::vector<int>> cpus; ///< of each; empty where it is not known
};

struct Layout {
    int packages = 1;
    std::vector<CoreKind> kinds; ///< from the fastest to the slowest
    std::vector<CoreInfo> cores;
    std::vector<NodeInfo> nodes;
    std::vector<CacheInfo> caches; ///< from the nearest to the furthest
};

/// What decides how fast the cores may run, and who else decides.
struct Surroundings {
    std::string hypervisor; ///< "KVM"; empty: none was noticed
    std::string governor;   ///< "performance", or why it is not known
    std::string affinity;   ///< CPUs that Lockstep may use: "0-3,8"
    bool has_counters = false;
    std::string counters; ///< which hardware counters can be read, or why none
};

/// The limits of the graphics card, as the CUDA runtime says them, and what was measured of it.
struct GpuInfo {
    bool present = false;
    std::string name; ///< or why there is none
    std::string compute_capability;
    int multiprocessors = 0, warp_size = 0;
    int threads_per_block = 0, threads_per_multiprocessor = 0, blocks_per_multiprocessor = 0;
    int registers_per_multiprocessor = 0;
    double shared_bytes_per_block = 0; ///< the most that a kernel can ask for
    double shared_bytes_per_multiprocessor = 0;
    double memory_gib = 0, l2_bytes = 0, clock_ghz = 0;
    int memory_bus_bits = 0;
    std::string driver;                          ///< the newest CUDA that its driver knows: "13.0"
    double to_card_gb_s = 0, from_card_gb_s = 0; ///< from and to pinned memory
    double memory_gb_s = 0;                      ///< a copy within the card, read and written
    double launch_ns = 0; ///< until the CPU has seen the end of the least that a card can do
};

// ---- measured -----------------------------------------------------------------------------------

/// Chains of multiply and add in one instruction set, 1e9 floating-point operations a second.
struct PeakFlops {
    std::string target; ///< "AVX-512", "one lane"
    int lanes_f32 = 1;
    bool fused = false;              ///< a multiplication and an addition are one instruction
    int workers = 1;                 ///< of the two numbers `all`
    double f32_one = 0, f64_one = 0; ///< one core
    double f32_all = 0, f64_all = 0; ///< all that may be used
};

/// a[i] = b[i] + s c[i] with doubles, 24 bytes an element counted, as in STREAM (McCalpin): a line
/// that is fetched only to be overwritten is not counted.
struct TriadRate {
    std::string level; ///< "L1", "L2", "memory"
    int workers = 1;
    double set_bytes = 0; ///< of each worker, all three arrays
    double gb_s = 0;      ///< of all workers together
};

/// Half of the round trip of a cache line that two cores hand to each other by compare-and-swap.
struct CoreLatencies {
    std::vector<int> cpus;
    std::vector<std::vector<double>> ns; ///< row i has the entries 0 .. i - 1; NaN: not measured
    int measured = 0;                    ///< pairs
};

/// What it costs to do nothing. 0: not measured.
struct Overheads {
    double timer_ns = 0;        ///< one reading of the clock
    double timer_tick_ns = 0;   ///< smallest step between two readings
    double thread_start_ns = 0; ///< from asking for a thread to its first instruction
    double barrier_ns = 0;      ///< of barrier_workers pinned threads that spin
    int barrier_workers = 0;
    double task_ns = 0; ///< an empty oneTBB task, made and carried out by one thread
    double noise = 0;   ///< A/A spread, relative
    /// What the watcher calls usual here, when nothing is going on: in a millisecond of work, and
    /// of the spin before a round.
    double usual_switches = 0, usual_off_core_ns = 0, usual_gap_ns = 0;
};

/// Which probes a passport has; a kept one of another edition is measured anew.
inline constexpr int passport_edition = 3;

struct Passport {
    int edition = 0;   ///< 0: nothing was measured
    std::string taken; ///< UTC, "2026-11-26T05:13:34Z"
    double seconds = 0;
    int disturbed = 0; ///< numbers that are too low: other programs never left the cores alone
    Layout layout;
    Surroundings surroundings;
    GpuInfo gpu;
    std::vector<PeakFlops> peaks;  ///< from the widest target to the narrowest
    std::vector<TriadRate> triads; ///< by level, from the nearest; within it by workers, rising
    CoreLatencies latencies;
    Overheads overheads;
    std::vector<std::string> remarks; ///< sentences: what could not be had, and why
};

} // namespace lockstep::protocol
