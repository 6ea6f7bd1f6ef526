// SPDX-License-Identifier: MIT
#include "benchmarks/engine.hpp"

#include "benchmarks/client.hpp"
#include "kernels/bench/catalogue.hpp"
#include "kernels/bench/own_folder.hpp"
#include "kernels/bench/simulation.hpp"
#include "sim/ptx/read.hpp"

#include <ctime>
#include <fmt/format.h>

namespace lockstep::benchmarks {

static double seconds_of(clockid_t clock) {
    timespec now{};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

double processor_seconds() {
    return seconds_of(CLOCK_THREAD_CPUTIME_ID);
}

double all_processor_seconds() {
    return seconds_of(CLOCK_PROCESS_CPUTIME_ID);
}

static Result<EngineKernel> kernel_of(const Variant& variant, const SideRequest& side) {
    LOCKSTEP_TRY(const auto problem, side.workload->create(side.values));
    const LaunchPlan plan = variant.plan(*problem, 0);
    EngineKernel kernel;
    kernel.name = fmt::format("{}/{}", variant.workload, variant.name);
    LOCKSTEP_TRY(kernel.module, bench::module_of(variant, plan, bench::own_folder()));
    for (const Buffer& buffer : plan.buffers)
        kernel.buffers.push_back(buffer.initial);
    kernel.launches = plan.launches;
    return kernel;
}

/// The first whole parameter on a logarithmic scale says how much there is to do. False: it is at
/// its end.
static bool make_twice_as_large(SideRequest& side) {
    for (const Parameter& parameter : side.workload->parameters) {
        if (parameter.scale != Scale::Log || !parameter.whole)
            continue;
        double& value = side.values[std::string(parameter.name)];
        if (value < 1 || 2 * value > parameter.high)
            return false;
        value *= 2;
        return true;
    }
    return false;
}

Result<std::vector<EngineKernel>> engine_kernels(double least_s) {
    std::vector<EngineKernel> kernels;
    for (const Variant* const variant : all_variants()) {
        if (variant->crew != Crew::Card)
            continue;
        LOCKSTEP_TRY(
            SideRequest side,
            bench::find_point({0, std::string(variant->workload), std::string(variant->name), {}}));
        LOCKSTEP_TRY(EngineKernel kernel, kernel_of(*variant, side));
        while (least_s > 0) {
            LOCKSTEP_TRY(const EngineRun run, run_once(kernel, {}));
            if (run.seconds >= least_s || !make_twice_as_large(side))
                break;
            LOCKSTEP_TRY(kernel, kernel_of(*variant, side));
        }
        kernels.push_back(std::move(kernel));
    }
    return kernels;
}

Result<EngineKernel> arithmetic_kernel() {
    std::string text = R"(.version 8.0
.target sm_75
.address_size 64
.visible .entry arithmetic(.param .u64 out, .param .u32 rounds)
{
.reg .pred %p<2>;
.reg .f32 %f<9>;
.reg .b32 %r<9>;
.reg .b64 %d<4>;
mov.u32 %r1, %tid.x;
cvt.rn.f32.u32 %f1, %r1;
mov.f32 %f2, 0f3F7FFF00;
mov.f32 %f3, %f1;
mov.f32 %f4, %f2;
mov.u32 %r2, %r1;
mov.u32 %r3, 12345;
mov.u32 %r4, 0;
ld.param.u32 %r5, [rounds];
L:
)";
    for (int k = 0; k < 8; ++k)
        text += "fma.rn.f32 %f1, %f1, %f2, %f4;\nfma.rn.f32 %f3, %f3, %f2, %f1;\n"
                "mul.f32 %f4, %f4, %f2;\nadd.s32 %r2, %r2, %r3;\nxor.b32 %r3, %r3, %r2;\n"
                "mad.lo.s32 %r2, %r3, %r2, %r1;\n";
    text += R"(add.u32 %r4, %r4, 1;
setp.lt.u32 %p1, %r4, %r5;
@%p1 bra L;
ld.param.u64 %d1, [out];
mul.wide.u32 %d2, %r1, 4;
add.s64 %d3, %d1, %d2;
add.f32 %f1, %f1, %f3;
cvt.rn.f32.s32 %f2, %r2;
add.f32 %f1, %f1, %f2;
st.global.f32 [%d3], %f1;
ret;
}
)";
    EngineKernel kernel;
    kernel.name = "arithmetic";
    LOCKSTEP_TRY(kernel.module, bench::read_module(text, "arithmetic.ptx"));
    kernel.buffers.emplace_back(256 * 4);
    lockstep::Launch launch;
    launch.kernel = "arithmetic";
    launch.grid = {4, 1, 1};
    launch.block = {256, 1, 1};
    launch.arguments = {BufferArgument{0}, std::uint32_t{1000}};
    kernel.launches.push_back(launch);
    return kernel;
}

Result<EngineRun> run_once(const EngineKernel& kernel, const simt::Options& options) {
    simt::Memory memory;
    std::vector<std::uint64_t> addresses;
    for (const auto& buffer : kernel.buffers)
        addresses.push_back(memory.upload("buffer", buffer));
    EngineRun run;
    bool refused = false;
    for (const lockstep::Launch& launch : kernel.launches) {
        LOCKSTEP_TRY(const auto program, simt::prepare(kernel.module, launch.kernel));
        const simt::Launch wanted = bench::launch_of(launch, addresses);
        const double begin = processor_seconds(), begin_all = all_processor_seconds();
        const double begin_ms = now_ms();
        LOCKSTEP_TRY(const simt::Outcome outcome,
                     simt::simulate(*program, memory, wanted, options));
        run.processor_seconds += processor_seconds() - begin;
        run.all_seconds += all_processor_seconds() - begin_all;
        run.seconds += 1e-3 * (now_ms() - begin_ms);
        run.counters += outcome.counters;
        run.side_by_side = run.side_by_side || !outcome.in_reference_order;
        refused = refused || !outcome.remark.empty();
        if (!outcome.finished)
            return fail(kernel.name, "the simulation did not come to its end.");
    }
    run.side_by_side = run.side_by_side && !refused;
    return run;
}

Result<EngineRun> run_best(const EngineKernel& kernel, const simt::Options& options) {
    EngineRun best;
    const double end_ms = now_ms() + 500;
    for (int k = 0; k < 3 || now_ms() < end_ms; ++k) {
        LOCKSTEP_TRY(const EngineRun run, run_once(kernel, options));
        if (k == 0 || run.processor_seconds < best.processor_seconds)
            best = run;
    }
    return best;
}

} // namespace lockstep::benchmarks
