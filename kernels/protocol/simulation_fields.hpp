// SPDX-License-Identifier: MIT
// The fields of what is said about the simulator's kernels. Included by fields.hpp, whose words
// hold here too.
#pragma once

#include "kernels/protocol/trace_fields.hpp"

namespace lockstep::protocol {

void fields(auto& visit, Is<KernelArgument> auto& argument) {
    visit("type", argument.type);
    visit("count", argument.count);
    visit("value", argument.value);
}

void fields(auto& visit, Is<KernelSource> auto& kernel) {
    visit("name", kernel.name);
    visit("text", kernel.text);
    visit("entry", kernel.entry);
    visit("grid", kernel.grid);
    visit("block", kernel.block);
    visit("shared_bytes", kernel.shared_bytes);
    visit("arguments", kernel.arguments);
}

void fields(auto& visit, Is<FindingInfo> auto& finding) {
    visit("kind", finding.kind);
    visit("message", finding.message);
    visit("remark", finding.remark);
    visit("ptx_line", finding.ptx_line);
    visit("line", finding.line);
    visit("block", finding.block);
    visit("thread", finding.thread);
    visit("lane", finding.lane);
    visit("count", finding.count);
}

void fields(auto& visit, Is<KernelFigures> auto& figures) {
    visit("kernel", figures.kernel);
    visit("sm", figures.sm);
    visit("registers", figures.registers);
    visit("shared_bytes", figures.shared_bytes);
    visit("spilled_bytes", figures.spilled_bytes);
}

void fields(auto& visit, Is<OccupancyInfo> auto& occupancy) {
    visit("figures", occupancy.figures);
    visit("unknown", occupancy.unknown);
    visit("blocks_per_sm", occupancy.blocks_per_sm);
    visit("fewest_per_sm", occupancy.fewest_per_sm);
    visit("warps_per_block", occupancy.warps_per_block);
    visit("fraction", occupancy.fraction);
    visit("resident_blocks", occupancy.resident_blocks);
    visit("shared_bytes", occupancy.shared_bytes);
    visit("limiters", occupancy.limiters);
    visit("impossible", occupancy.impossible);
}

} // namespace lockstep::protocol
