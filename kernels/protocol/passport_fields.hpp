// SPDX-License-Identifier: MIT
// The fields of a passport. Included by fields.hpp, whose words hold here too.
#pragma once

#include "kernels/protocol/trace_fields.hpp"

namespace lockstep::protocol {

void fields(auto& visit, Is<CoreKind> auto& kind) {
    visit("name", kind.name);
    visit("cores", kind.cores);
    visit("max_ghz", kind.max_ghz);
}

void fields(auto& visit, Is<CoreInfo> auto& core) {
    visit("package", core.package);
    visit("node", core.node);
    visit("kind", core.kind);
    visit("cpus", core.cpus);
    visit("usable", core.usable);
}

void fields(auto& visit, Is<NodeInfo> auto& node) {
    visit("node", node.node);
    visit("memory_gib", node.memory_gib);
    visit("cpus", node.cpus);
}

void fields(auto& visit, Is<CacheInfo> auto& cache) {
    visit("level", cache.level);
    visit("kind", cache.kind);
    visit("size_bytes", cache.size_bytes);
    visit("line_bytes", cache.line_bytes);
    visit("ways", cache.ways);
    visit("count", cache.count);
    visit("shared_by", cache.shared_by);
    visit("cpus", cache.cpus);
}

void fields(auto& visit, Is<Layout> auto& layout) {
    visit("packages", layout.packages);
    visit("kinds", layout.kinds);
    visit("cores", layout.cores);
    visit("nodes", layout.nodes);
    visit("caches", layout.caches);
}

void fields(auto& visit, Is<Surroundings> auto& around) {
    visit("hypervisor", around.hypervisor);
    visit("governor", around.governor);
    visit("affinity", around.affinity);
    visit("has_counters", around.has_counters);
    visit("counters", around.counters);
}

void fields(auto& visit, Is<GpuInfo> auto& gpu) {
    visit("present", gpu.present);
    visit("name", gpu.name);
    visit("compute_capability", gpu.compute_capability);
    visit("multiprocessors", gpu.multiprocessors);
    visit("warp_size", gpu.warp_size);
    visit("threads_per_block", gpu.threads_per_block);
    visit("threads_per_multiprocessor", gpu.threads_per_multiprocessor);
    visit("blocks_per_multiprocessor", gpu.blocks_per_multiprocessor);
    visit("registers_per_multiprocessor", gpu.registers_per_multiprocessor);
    visit("shared_bytes_per_block", gpu.shared_bytes_per_block);
    visit("shared_bytes_per_multiprocessor", gpu.shared_bytes_per_multiprocessor);
    visit("memory_gib", gpu.memory_gib);
    visit("l2_bytes", gpu.l2_bytes);
    visit("clock_ghz", gpu.clock_ghz);
    visit("memory_bus_bits", gpu.memory_bus_bits);
    visit("driver", gpu.driver);
    visit("to_card_gb_s", gpu.to_card_gb_s);
    visit("from_card_gb_s", gpu.from_card_gb_s);
    visit("memory_gb_s", gpu.memory_gb_s);
    visit("launch_ns", gpu.launch_ns);
}

void fields(auto& visit, Is<PeakFlops> auto& peak) {
    visit("target", peak.target);
    visit("lanes_f32", peak.lanes_f32);
    visit("fused", peak.fused);
    visit("workers", peak.workers);
    visit("f32_one", peak.f32_one);
    visit("f64_one", peak.f64_one);
    visit("f32_all", peak.f32_all);
    visit("f64_all", peak.f64_all);
}

void fields(auto& visit, Is<TriadRate> auto& triad) {
    visit("level", triad.level);
    visit("workers", triad.workers);
    visit("set_bytes", triad.set_bytes);
    visit("gb_s", triad.gb_s);
}

void fields(auto& visit, Is<CoreLatencies> auto& latencies) {
    visit("cpus", latencies.cpus);
    visit("ns", latencies.ns);
    visit("measured", latencies.measured);
}

void fields(auto& visit, Is<Overheads> auto& overheads) {
    visit("timer_ns", overheads.timer_ns);
    visit("timer_tick_ns", overheads.timer_tick_ns);
    visit("thread_start_ns", overheads.thread_start_ns);
    visit("barrier_ns", overheads.barrier_ns);
    visit("barrier_workers", overheads.barrier_workers);
    visit("task_ns", overheads.task_ns);
    visit("noise", overheads.noise);
    visit("usual_switches", overheads.usual_switches);
    visit("usual_off_core_ns", overheads.usual_off_core_ns);
    visit("usual_gap_ns", overheads.usual_gap_ns);
}

void fields(auto& visit, Is<Passport> auto& passport) {
    visit("edition", passport.edition);
    visit("taken", passport.taken);
    visit("seconds", passport.seconds);
    visit("disturbed", passport.disturbed);
    visit("layout", passport.layout);
    visit("surroundings", passport.surroundings);
    visit("gpu", passport.gpu);
    visit("peaks", passport.peaks);
    visit("triads", passport.triads);
    visit("latencies", passport.latencies);
    visit("overheads", passport.overheads);
    visit("remarks", passport.remarks);
}

} // namespace lockstep::protocol
