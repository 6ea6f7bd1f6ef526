// SPDX-License-Identifier: MIT
// Asks hwloc, the kernel and Highway; measures only what takes a fraction of a millisecond.
#include "kernels/measure/machine.hpp"

#include "kernels/measure/clock.hpp"
#include "kernels/measure/facts/cpuinfo.hpp"
#include "kernels/measure/facts/hypervisor.hpp"
#include "kernels/measure/recorder.hpp"
#include "kernels/measure/vector_lanes.hpp"
#include "kernels/measure/vector_targets.hpp"
#include "kernels/measure/work.hpp"
#include "sim/base/units.hpp"
#include "sim/stats/interval.hpp"

#include <algorithm>
#include <atomic>
#include <bit>
#include <cmath>
#include <dlfcn.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <limits>
#include <unistd.h>

namespace lockstep {
namespace {

double memory_gib() {
    const double bytes =
        static_cast<double>(sysconf(_SC_PHYS_PAGES)) * static_cast<double>(sysconf(_SC_PAGE_SIZE));
    return std::round(bytes / (1u << 30) * 10) / 10;
}

/// FNV-1a (Fowler, Noll, Vo), 64 bits: it only has to tell machines apart.
std::string hash_of(std::string_view text) {
    std::uint64_t hash = 0xcbf29ce484222325u;
    for (const char letter : text)
        hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001b3u;
    return fmt::format("{:016x}", hash);
}

std::string words_for(const protocol::Machine& machine) {
    return fmt::format(
        "{} core{}{}, {}, {:.0f} GiB", machine.cores, machine.cores == 1 ? "" : "s",
        machine.threads > machine.cores ? fmt::format(" ({} threads)", machine.threads) : "",
        machine.simd, machine.memory_gib);
}

} // namespace

double measure_atomic_add_ns() {
    constexpr int tries = 12, additions = 2000;
    alignas(256) std::atomic<std::uint64_t> counter = 0;
    double least = std::numeric_limits<double>::infinity();
    for (int i = 0; i < tries; ++i) {
        const std::int64_t begin_ns = Recorder::now_ns();
        for (int k = 0; k < additions; ++k)
            counter.fetch_add(1, std::memory_order_relaxed);
        const auto took = static_cast<double>(Recorder::now_ns() - begin_ns);
        least = std::min(least, took / additions);
    }
    return least;
}

std::string simd_name() {
    const std::string name = vector_target_name(usable_vector_targets().front());
    return name == "one lane" ? "no SIMD" : name;
}

bool has_nvidia_driver() {
    void* const driver = dlopen("libcuda.so.1", RTLD_LAZY | RTLD_LOCAL);
    if (driver == nullptr) return false;
    dlclose(driver);
    return true;
}

std::vector<std::string> machine_notes(const Cores& cores) {
    std::vector<std::string> notes;
    if (cores.quota_cores > 0 && cores.quota_cores < cores.present)
        notes.push_back(fmt::format("This container may use {} of {} cores.",
                                    format_number(cores.quota_cores, 2), cores.present));
    else if (cores.physical < cores.present)
        notes.push_back(fmt::format("Lockstep was started on {} of this machine's {} cores.",
                                    cores.physical, cores.present));
    if (!cores.known_layout && cores.cpus.size() > 1)
        notes.emplace_back("hwloc sees nothing of these processors: which of them share a core is "
                           "not known, and each is taken for one.");
    if (cores.workers() == 1) notes.emplace_back("One core cannot run two things at once.");
    return notes;
}

protocol::Machine machine_facts() {
    const Cores& cores = usable_cores();
    protocol::Machine machine;
    machine.cpu = cpu_name();
    machine.threads = cores.workers();
    machine.cores = std::min(cores.fast, machine.threads);
    machine.cores_present = cores.present;
    machine.quota_cores = cores.quota_cores;
    machine.simd = simd_name();
    machine.simd_lanes_f32 = vector_lanes_f32();
    machine.line_bytes = cores.line_bytes;
    machine.memory_gib = memory_gib();
    machine.virtual_machine = !hypervisor_name(hypervisor_signature()).empty();
    machine.gpu = has_nvidia_driver() ? "not asked yet" : "no NVIDIA driver found";
    machine.timer_ns = timer().cost_ns;
    machine.atomic_add_ns = measure_atomic_add_ns();
    machine.notes = machine_notes(cores);
    machine.name = words_for(machine);
    // Whatever changes what is measured here makes it another machine: the CPUs that may be used,
    // too, and a driver that was installed meanwhile.
    machine.hash = hash_of(fmt::format(
        "{}|{}|{}|{}|{}|{}|{}|{}|{}|{}", machine.cpu, machine.cores, fmt::join(cores.cpus, ","),
        machine.cores_present, machine.quota_cores, machine.simd, machine.memory_gib,
        first_line_of("/etc/machine-id"), machine.gpu,
        first_line_of("/proc/driver/nvidia/version")));
    return machine;
}

double measure_noise() {
    constexpr int rounds = 41;
    constexpr std::int64_t side_us = 400;
    pin_thread(usable_cores().cpus.front());
    const auto steps = static_cast<std::int64_t>(side_us * chain_steps_per_us());
    std::uint64_t x = 1;
    const auto timed = [&] {
        const std::int64_t begin_ns = Recorder::now_ns();
        x = chain(x, steps);
        return static_cast<double>(Recorder::now_ns() - begin_ns);
    };
    std::vector<double> a(rounds), b(rounds);
    for (std::size_t round = 0; round < rounds; ++round)
        if (round % 2 == 0) {
            a[round] = timed();
            b[round] = timed();
        } else {
            b[round] = timed();
            a[round] = timed();
        }
    const stats::Interval ratio = stats::ratio_interval(a, b);
    // x is used, so that the chains are work that somebody asked for.
    return std::abs(ratio.value - 1) + (ratio.high - ratio.low) / 2 + (x == 0 ? 1e-12 : 0);
}

} // namespace lockstep
