// SPDX-License-Identifier: MIT
// Which fields each message has and what they are called on the wire: one list for both directions,
// so that what is written can always be read. The visitor is called with every name and value.
#pragma once

#include "kernels/protocol/messages.hpp"
#include "kernels/protocol/passport_fields.hpp"
#include "kernels/protocol/simulation_fields.hpp"
#include "kernels/protocol/trace_fields.hpp"

#include <string_view>

namespace lockstep::protocol {

/// PointStatus on the wire, in its order.
inline constexpr std::string_view status_names[] = {"ok", "wrong", "unavailable", "disturbed"};

// ---- parts of messages --------------------------------------------------------------------------

void fields(auto& visit, Is<ParameterInfo> auto& parameter) {
    visit("name", parameter.name);
    visit("words", parameter.words);
    visit("unit", parameter.unit);
    visit("low", parameter.low);
    visit("high", parameter.high);
    visit("fallback", parameter.fallback);
    visit("log", parameter.log);
    visit("whole", parameter.whole);
    visit("choices", parameter.choices);
}

void fields(auto& visit, Is<VariantInfo> auto& variant) {
    visit("name", variant.name);
    visit("sentence", variant.sentence);
    visit("function", variant.function);
    visit("file", variant.file);
    visit("crew", variant.crew);
    visit("takes_workers", variant.takes_workers);
    visit("kernel_module", variant.kernel_module);
}

void fields(auto& visit, Is<WorkloadInfo> auto& workload) {
    visit("name", workload.name);
    visit("title", workload.title);
    visit("sentence", workload.sentence);
    visit("item", workload.item);
    visit("parameters", workload.parameters);
    visit("variants", workload.variants);
}

void fields(auto& visit, Is<Catalogue> auto& catalogue) {
    visit("workloads", catalogue.workloads);
}

void fields(auto& visit, Is<Machine> auto& machine) {
    visit("hash", machine.hash);
    visit("name", machine.name);
    visit("cpu", machine.cpu);
    visit("cores", machine.cores);
    visit("threads", machine.threads);
    visit("cores_present", machine.cores_present);
    visit("quota_cores", machine.quota_cores);
    visit("simd", machine.simd);
    visit("simd_lanes_f32", machine.simd_lanes_f32);
    visit("line_bytes", machine.line_bytes);
    visit("memory_gib", machine.memory_gib);
    visit("virtual_machine", machine.virtual_machine);
    visit("has_gpu", machine.has_gpu);
    visit("gpu", machine.gpu);
    visit("timer_ns", machine.timer_ns);
    visit("atomic_add_ns", machine.atomic_add_ns);
    visit("peak_gflops", machine.peak_gflops);
    visit("peak_gflops_all", machine.peak_gflops_all);
    visit("memory_gb_s", machine.memory_gb_s);
    visit("memory_gb_s_all", machine.memory_gb_s_all);
    visit("noise", machine.noise);
    visit("notes", machine.notes);
    visit("tbb_cold_start_ns", machine.tbb_cold_start_ns);
}

void fields(auto& visit, Is<PointRequest> auto& point) {
    visit("id", point.id);
    visit("workload", point.workload);
    visit("variant", point.variant);
    visit("parameters", point.parameters);
}

void fields(auto& visit, Is<Error> auto& error) {
    visit("where", error.where);
    visit("what", error.what);
    visit("remedy", error.remedy);
}

// ---- front to bench -----------------------------------------------------------------------------

void fields(auto& visit, Is<RunRequest> auto& run) {
    visit("id", run.id);
    visit("points", run.points);
    visit("budget_s", run.budget_s);
    visit("relative_width", run.relative_width);
    visit("cache", run.cache);
}

void fields(auto& visit, Is<Go> auto& go) {
    visit("id", go.id);
    visit("frame_begin_ns", go.frame_begin_ns);
    visit("frame_end_ns", go.frame_end_ns);
}

void fields(auto& visit, Is<PassportRequest> auto& passport) {
    visit("id", passport.id);
    visit("full", passport.full);
}

void fields(auto& visit, Is<PictureRequest> auto& picture) {
    visit("id", picture.id);
    visit("point", picture.point);
}

void fields(auto& visit, Is<SimulateRequest> auto& simulate) {
    visit("id", simulate.id);
    visit("points", simulate.points);
    visit("kernels", simulate.kernels);
    visit("resident_blocks", simulate.resident_blocks);
    visit("cores", simulate.cores);
    visit("checks", simulate.checks);
    visit("budget_s", simulate.budget_s);
    visit("shown", simulate.shown);
    visit("total_s", simulate.total_s);
    visit("traced_block", simulate.traced_block);
    visit("traced_launch", simulate.traced_launch);
    visit("ptx", simulate.ptx);
    visit("source", simulate.source);
    visit("device", simulate.device);
    visit("figures", simulate.figures);
    visit("as_written", simulate.as_written);
    visit("global_races", simulate.global_races);
}

// ---- bench to front -----------------------------------------------------------------------------

void fields(auto& visit, Is<Hello> auto& hello) {
    visit("protocol", hello.protocol);
    visit("bench", hello.bench);
    visit("catalogue", hello.catalogue);
    visit("machine", hello.machine);
}

void fields(auto& visit, Is<PassportAnswer> auto& answer) {
    visit("id", answer.id);
    visit("machine", answer.machine);
    visit("passport", answer.passport);
}

void fields(auto& visit, Is<Progress> auto& progress) {
    visit("id", progress.id);
    visit("next_slice_ms", progress.next_slice_ms);
    visit("await_go", progress.await_go);
    visit("phase", progress.phase);
    visit("rounds_done", progress.rounds_done);
    visit("rounds_planned", progress.rounds_planned);
    visit("seconds_left", progress.seconds_left);
}

void fields(auto& visit, Is<Samples> auto& samples) {
    visit("id", samples.id);
    visit("point", samples.point);
    visit("round", samples.round);
    visit("time_ns", samples.time_ns);
    visit("busy_ns", samples.busy_ns);
    visit("longest_ns", samples.longest_ns);
    visit("serial_ns", samples.serial_ns);
    visit("lanes_used", samples.lanes_used);
    visit("lanes_offered", samples.lanes_offered);
    visit("claimed_ns", samples.claimed_ns);
    visit("kernel_ns", samples.kernel_ns);
    visit("copy_ns", samples.copy_ns);
    visit("flags", samples.flags);
}

void fields(auto& visit, Is<PointState> auto& state) {
    visit("id", state.id);
    visit("point", state.point);
    visit("status", state.status);
    visit("reason", state.reason);
    visit("repetitions", state.repetitions);
    visit("items", state.items);
    visit("jobs", state.jobs);
    visit("checks", state.checks);
}

void fields(auto& visit, Is<Spans> auto& spans) {
    visit("id", spans.id);
    visit("point", spans.point);
    visit("time_ns", spans.time_ns);
    visit("worker", spans.worker);
    visit("phase", spans.phase);
    visit("task", spans.task);
    visit("kind", spans.kind);
    visit("begin_ns", spans.begin_ns);
    visit("end_ns", spans.end_ns);
}

/// The bytes themselves follow the line, which announces how many: write_json.cpp and read_json.cpp
/// do that.
void fields(auto& visit, Is<Picture> auto& picture) {
    visit("id", picture.id);
    visit("point", picture.point);
    visit("width", picture.width);
    visit("height", picture.height);
    visit("tile_width", picture.tile_width);
    visit("tile_height", picture.tile_height);
}

void fields(auto& visit, Is<Simulated> auto& simulated) {
    visit("id", simulated.id);
    visit("point", simulated.point);
    visit("status", simulated.status);
    visit("reason", simulated.reason);
    visit("kernel", simulated.kernel);
    visit("grid", simulated.grid);
    visit("block", simulated.block);
    visit("counters", simulated.counters);
    visit("findings", simulated.findings);
    visit("finished", simulated.finished);
    visit("remark", simulated.remark);
    visit("seconds", simulated.seconds);
    visit("shown", simulated.shown);
    visit("items", simulated.items);
    visit("error_line", simulated.error_line);
    visit("trace", simulated.trace);
    visit("occupancy", simulated.occupancy);
    visit("figures", simulated.figures);
}

void fields(auto& visit, Is<Done> auto& done) {
    visit("id", done.id);
    visit("cancelled", done.cancelled);
    visit("seconds", done.seconds);
    visit("remarks", done.remarks);
}

void fields(auto& visit, Is<ErrorMessage> auto& message) {
    visit("id", message.id);
    visit("error", message.error);
}

/// The value of "type" on the wire.
template <class Message>
constexpr std::string_view type_name() {
    if constexpr (std::same_as<Message, RunRequest>) return "run";
    if constexpr (std::same_as<Message, Go>) return "go";
    if constexpr (std::same_as<Message, PassportRequest>) return "passport";
    if constexpr (std::same_as<Message, PictureRequest>) return "picture";
    if constexpr (std::same_as<Message, SimulateRequest>) return "simulate";
    if constexpr (std::same_as<Message, StepsRequest>) return "steps";
    if constexpr (std::same_as<Message, RegistersRequest>) return "registers";
    if constexpr (std::same_as<Message, SharedRequest>) return "shared";
    if constexpr (std::same_as<Message, SeekRequest>) return "seek";
    if constexpr (std::same_as<Message, OverviewRequest>) return "overview";
    if constexpr (std::same_as<Message, PtxRequest>) return "ptx";
    if constexpr (std::same_as<Message, Simulated>) return "simulated";
    if constexpr (std::same_as<Message, Steps>) return "steps";
    if constexpr (std::same_as<Message, Registers>) return "registers";
    if constexpr (std::same_as<Message, SharedBytes>) return "shared";
    if constexpr (std::same_as<Message, SoughtStep>) return "sought";
    if constexpr (std::same_as<Message, Overview>) return "overview";
    if constexpr (std::same_as<Message, PtxText>) return "ptx";
    if constexpr (std::same_as<Message, Hello>) return "hello";
    if constexpr (std::same_as<Message, PassportAnswer>) return "passport";
    if constexpr (std::same_as<Message, Progress>) return "progress";
    if constexpr (std::same_as<Message, Samples>) return "samples";
    if constexpr (std::same_as<Message, PointState>) return "point";
    if constexpr (std::same_as<Message, Spans>) return "spans";
    if constexpr (std::same_as<Message, Picture>) return "picture";
    if constexpr (std::same_as<Message, Done>) return "done";
    if constexpr (std::same_as<Message, ErrorMessage>) return "error";
}

} // namespace lockstep::protocol
