// SPDX-License-Identifier: MIT
// A trace file of a learner's kernel, and one of a kernel of the project.
#pragma once

#include "app/experiment/trace_file.hpp"

namespace lockstep {

inline TraceFile trace_of_kernel() {
    TraceFile trace;
    trace.device = "h200";
    trace.request.id = "simulate";
    trace.request.kernels = {{"add.cu.ptx",
                              ".version 8.0\n.entry add() { ret; }\n",
                              "add",
                              {4},
                              {128},
                              64,
                              {{"f32", 512, "iota"}, {"s32", 0, "512"}}}};
    trace.request.resident_blocks = 16;
    trace.request.checks = true;
    trace.request.traced_block = 3;
    trace.source = "__global__ void add() {} // ü";
    trace.steps = 4;
    return trace;
}

inline TraceFile trace_of_point() {
    TraceFile trace = trace_of_kernel();
    trace.request.kernels.clear();
    trace.request.points = {{0, "divergence", "cuda_1", {{"leave", 1}}}};
    trace.request.ptx = ".version 8.0\n";
    trace.request.traced_launch = 1;
    trace.source.clear();
    return trace;
}

} // namespace lockstep
