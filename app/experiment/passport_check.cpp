// SPDX-License-Identifier: MIT
// Passports that are well formed and still cannot be true.
#include "app/experiment/passport_check.hpp"

#include <algorithm>
#include <cmath>
#include <initializer_list>

namespace lockstep {

namespace {

using namespace protocol;

constexpr std::size_t most_entries = 4096;

Failure no_passport(std::string what) {
    return fail("passport", std::move(what), "Measure it again: lockstep passport --again");
}

bool are_amounts(std::initializer_list<double> values) {
    return std::ranges::all_of(values,
                               [](double value) { return std::isfinite(value) && value >= 0; });
}

Result<void> check(const Layout& layout) {
    if (layout.cores.size() > most_entries || layout.nodes.size() > most_entries ||
        layout.caches.size() > most_entries)
        return no_passport("it has more cores, nodes or caches than there can be.");
    for (const CoreInfo& core : layout.cores)
        if (core.kind < 0 || core.kind >= static_cast<int>(layout.kinds.size()))
            return no_passport("a core is of a class that it does not name.");
    for (const CacheInfo& cache : layout.caches)
        if (!are_amounts({cache.size_bytes}) || cache.level < 1 || cache.count < 1 ||
            cache.shared_by < 1 || cache.line_bytes < 0)
            return no_passport("a cache has no size, or nobody uses it.");
    for (const NodeInfo& node : layout.nodes)
        if (!are_amounts({node.memory_gib}))
            return no_passport("a node's memory is no amount.");
    for (const CoreKind& kind : layout.kinds)
        if (!are_amounts({kind.max_ghz}) || kind.cores < 0)
            return no_passport("a class of cores has no number or frequency.");
    return {};
}

Result<void> check(const CoreLatencies& latencies) {
    if (latencies.ns.size() != latencies.cpus.size())
        return no_passport("its latencies are not a row for each CPU.");
    for (std::size_t i = 0; i < latencies.ns.size(); ++i) {
        if (latencies.ns[i].size() != i)
            return no_passport("its latencies are not half of a square.");
        for (const double ns : latencies.ns[i])
            if (!std::isnan(ns) && (std::isinf(ns) || ns <= 0))
                return no_passport("a latency is not a positive number.");
    }
    return {};
}

Result<void> check(const GpuInfo& gpu) {
    if (!are_amounts({gpu.shared_bytes_per_block, gpu.shared_bytes_per_multiprocessor,
                      gpu.memory_gib, gpu.l2_bytes, gpu.clock_ghz, gpu.to_card_gb_s,
                      gpu.from_card_gb_s, gpu.memory_gb_s, gpu.launch_ns}))
        return no_passport("a limit of the card is no amount.");
    return {};
}

} // namespace

Result<void> check_passport(const Passport& passport) {
    LOCKSTEP_CHECK(check(passport.layout));
    LOCKSTEP_CHECK(check(passport.latencies));
    LOCKSTEP_CHECK(check(passport.gpu));
    if (passport.peaks.size() > most_entries || passport.triads.size() > most_entries)
        return no_passport("it has more peaks or bandwidths than there can be.");
    for (const PeakFlops& peak : passport.peaks)
        if (!are_amounts({peak.f32_one, peak.f64_one, peak.f32_all, peak.f64_all}) ||
            peak.lanes_f32 < 1 || peak.workers < 1)
            return no_passport("a peak is no amount, or nobody reached it.");
    for (const TriadRate& rate : passport.triads)
        if (!are_amounts({rate.set_bytes, rate.gb_s}) || rate.workers < 1)
            return no_passport("a bandwidth is no amount, or nobody reached it.");
    const Overheads& cost = passport.overheads;
    if (!are_amounts({cost.timer_ns, cost.timer_tick_ns, cost.thread_start_ns, cost.barrier_ns,
                      cost.task_ns, cost.noise, cost.usual_switches, cost.usual_off_core_ns,
                      cost.usual_gap_ns, passport.seconds}) ||
        passport.disturbed < 0)
        return no_passport("what doing nothing costs is no amount.");
    return {};
}

} // namespace lockstep
