// SPDX-License-Identifier: MIT
// Which fields the parts of a run file have (design of the format: README of assets/recordings and
// run_file.hpp): one list for both directions, as in kernels/protocol/fields.hpp.
#pragma once

#include "app/experiment/run.hpp"
#include "kernels/protocol/fields.hpp"

namespace lockstep::run_file {

using protocol::fields;
using protocol::Is;

void fields(auto& visit, Is<stats::GapFactors> auto& factors) {
    visit("serial_part", factors.serial_part);
    visit("load_balance", factors.load_balance);
    visit("coordination", factors.coordination);
    visit("rate", factors.rate);
    visit("workers", factors.workers);
}

void fields(auto& visit, Is<stats::GpuFactors> auto& card) {
    visit("kernel", card.kernel);
    visit("launch", card.launch);
    visit("copy", card.copy);
}

void fields(auto& visit, Is<stats::Copies> auto& copies) {
    visit("time_ns", copies.time_ns);
    visit("baseline_ns", copies.baseline_ns);
    visit("speedup", copies.speedup);
}

void fields(auto& visit, Is<stats::LaneFactors> auto& lanes) {
    visit("lanes", lanes.lanes);
    visit("lanes_in_use", lanes.lanes_in_use);
    visit("vector_rate", lanes.vector_rate);
}

/// Columns of a point: one entry a sample.
void sample_fields(auto& visit, Is<Point> auto& point) {
    visit("round", point.round);
    visit("time_ns", point.time_ns);
    visit("busy_ns", point.busy_ns);
    visit("longest_ns", point.longest_ns);
    visit("serial_ns", point.serial_ns);
    visit("lanes_used", point.lanes_used);
    visit("lanes_offered", point.lanes_offered);
    visit("claimed_ns", point.claimed_ns);
    visit("kernel_ns", point.kernel_ns);
    visit("copy_ns", point.copy_ns);
    visit("flags", point.flags);
}

/// What a simulated point has in place of samples, beside the point's own fields.
void counted_fields(auto& visit, Is<Counted> auto& counted) {
    visit("counters", counted.counters);
    visit("kernel", counted.kernel);
    visit("grid", counted.grid);
    visit("block", counted.block);
    visit("findings", counted.findings);
    visit("seconds", counted.seconds);
    visit("figures", counted.figures);
    visit("dynamic_shared_bytes", counted.dynamic_shared_bytes);
}

void fields(auto& visit, Is<CountedQuantity> auto& count) {
    visit("of", count.of);
    visit("per", count.per);
    visit("words", count.words);
}

void point_fields(auto& visit, Is<Point> auto& point) {
    visit("id", point.id);
    visit("workload", point.workload);
    visit("variant", point.variant);
    visit("parameters", point.parameters);
    visit("items", point.items);
    visit("jobs", point.jobs);
    visit("status", point.status);
    visit("reason", point.reason);
}

void mark_fields(auto& visit, Is<Estimate> auto& mark) {
    visit("x", mark.x);
    visit("point", mark.point);
    visit("baseline", mark.baseline);
    visit("value", mark.value);
    visit("low", mark.low);
    visit("high", mark.high);
    visit("n", mark.n);
    visit("disturbed", mark.disturbed);
    visit("with_all", mark.with_all);
    visit("provisional", mark.provisional);
    visit("status", mark.status);
    visit("reason", mark.reason);
}

} // namespace lockstep::run_file
