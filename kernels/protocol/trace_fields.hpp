// SPDX-License-Identifier: MIT
// The fields of what is said about traces. Included by fields.hpp, whose words hold here too.
#pragma once

#include "kernels/protocol/messages.hpp"

#include <concepts>

namespace lockstep::protocol {

/// T itself when it is read, const T when it is written.
template <class M, class T>
concept Is = std::same_as<std::remove_const_t<M>, T>;

void fields(auto& visit, Is<TraceInfo> auto& trace) {
    visit("block", trace.block);
    visit("steps", trace.steps);
    visit("warps", trace.warps);
    visit("shared_bytes", trace.shared_bytes);
    visit("ptx_lines", trace.ptx_lines);
    visit("seeks_take_longer", trace.seeks_take_longer);
    visit("ends_early", trace.ends_early);
    visit("functions", trace.functions);
    visit("files", trace.files);
}

// ---- front to bench -----------------------------------------------------------------------------

void fields(auto& visit, Is<StepsRequest> auto& request) {
    visit("id", request.id);
    visit("from", request.from);
    visit("count", request.count);
}

void fields(auto& visit, Is<RegistersRequest> auto& request) {
    visit("id", request.id);
    visit("step", request.step);
    visit("warp", request.warp);
    visit("lane", request.lane);
    visit("all", request.all);
    visit("first", request.first);
}

void fields(auto& visit, Is<SharedRequest> auto& request) {
    visit("id", request.id);
    visit("step", request.step);
    visit("from", request.from);
    visit("count", request.count);
}

void fields(auto& visit, Is<SeekRequest> auto& request) {
    visit("id", request.id);
    visit("from", request.from);
    visit("backward", request.backward);
    visit("what", request.what);
    visit("warp", request.warp);
    visit("line", request.line);
    visit("file", request.file);
    visit("function", request.function);
    visit("instruction", request.instruction);
    visit("anew", request.anew);
}

void fields(auto& visit, Is<OverviewRequest> auto& request) {
    visit("id", request.id);
    visit("from", request.from);
    visit("count", request.count);
    visit("columns", request.columns);
}

void fields(auto& visit, Is<PtxRequest> auto& request) {
    visit("id", request.id);
    visit("from", request.from);
    visit("count", request.count);
}

// ---- bench to front -----------------------------------------------------------------------------

void fields(auto& visit, Is<Steps> auto& steps) {
    visit("id", steps.id);
    visit("from", steps.from);
    visit("warp", steps.warp);
    visit("function", steps.function);
    visit("instruction", steps.instruction);
    visit("ptx_line", steps.ptx_line);
    visit("chain", steps.chain);
    visit("lanes", steps.lanes);
    visit("on", steps.on);
    visit("kind", steps.kind);
    visit("flags", steps.flags);
    visit("chains", steps.chains);
    visit("access_step", steps.access_step);
    visit("access_kind", steps.access_kind);
    visit("access_space", steps.access_space);
    visit("access_bytes", steps.access_bytes);
    visit("access_on", steps.access_on);
    visit("access_base", steps.access_base);
    visit("access_stride", steps.access_stride);
    visit("access_apart", steps.access_apart);
    visit("found_step", steps.found_step);
    visit("found", steps.found);
}

void fields(auto& visit, Is<Registers> auto& registers) {
    visit("id", registers.id);
    visit("step", registers.step);
    visit("warp", registers.warp);
    visit("function", registers.function);
    visit("lanes", registers.lanes);
    visit("first", registers.first);
    visit("total", registers.total);
    visit("names", registers.names);
    visit("types", registers.types);
    visit("written", registers.written);
    visit("low", registers.low);
    visit("high", registers.high);
}

void fields(auto& visit, Is<SharedBytes> auto& shared) {
    visit("id", shared.id);
    visit("step", shared.step);
    visit("from", shared.from);
    visit("total", shared.total);
    visit("hex", shared.hex);
}

void fields(auto& visit, Is<SoughtStep> auto& sought) {
    visit("id", sought.id);
    visit("step", sought.step);
}

void fields(auto& visit, Is<Overview> auto& overview) {
    visit("id", overview.id);
    visit("from", overview.from);
    visit("count", overview.count);
    visit("columns", overview.columns);
    visit("warps", overview.warps);
}

void fields(auto& visit, Is<PtxText> auto& text) {
    visit("id", text.id);
    visit("from", text.from);
    visit("total", text.total);
    visit("lines", text.lines);
}

} // namespace lockstep::protocol
