// SPDX-License-Identifier: MIT
#include "benchmarks/long_trace.hpp"

#include "kernels/bench/simulation.hpp"

namespace lockstep::benchmarks {

/// Each round a warp loads, adds to its own word in shared memory, waits, reads a neighbour's, and
/// every other lane does something of its own; what comes of it goes to another place each round.
static constexpr const char* text = R"(.version 8.0
.target sm_75
.address_size 64
.visible .entry rounds(.param .u64 x)
{
.reg .pred %p<4>;
.reg .b32 %r<60>;
.reg .b64 %d<8>;
.shared .align 4 .b8 s[1024];
ld.param.u64 %d1, [x];
mov.u32 %r1, %tid.x;
shl.b32 %r2, %r1, 2;
mov.u32 %r3, 0;
mov.u32 %r4, %ctaid.x;
L:
shl.b32 %r5, %r3, 10;
add.u32 %r5, %r5, %r2;
and.b32 %r5, %r5, 16777212;
cvt.u64.u32 %d2, %r5;
add.s64 %d3, %d1, %d2;
ld.global.u32 %r6, [%d3];
add.u32 %r7, %r6, %r3;
st.shared.u32 [%r2], %r7;
bar.sync 0;
xor.b32 %r8, %r2, 128;
ld.shared.u32 %r9, [%r8];
and.b32 %r10, %r9, 1;
setp.eq.u32 %p1, %r10, 0;
@%p1 bra N;
mad.lo.u32 %r11, %r9, 3, %r7;
xor.b32 %r9, %r9, %r11;
N:
st.global.u32 [%d3], %r9;
bar.sync 0;
add.u32 %r3, %r3, 1;
setp.lt.u32 %p2, %r3, 59600;
@%p2 bra L;
ret;
}
)";

static Result<std::unique_ptr<simt::Trace>> make() {
    LOCKSTEP_TRY(const auto module, bench::read_module(text, "rounds.ptx"));
    LOCKSTEP_TRY(const auto program, simt::prepare(module, "rounds"));
    simt::Memory memory;
    std::vector<std::byte> numbers(16u << 20);
    for (std::size_t i = 0; i < numbers.size(); ++i)
        numbers[i] = static_cast<std::byte>(i * i >> 7);
    simt::Launch launch;
    launch.grid = {2, 1, 1};
    launch.block = {256, 1, 1};
    launch.arguments = {simt::BufferAddress{memory.upload("x", numbers)}};
    simt::Options options;
    options.resident_blocks = 2;
    options.budget.seconds = 600;
    LOCKSTEP_TRY(simt::Traced traced, simt::record(program, memory, launch, options, 1));
    if (traced.trace->steps() < 10'000'000)
        return fail("rounds", "the trace is shorter than it should be.");
    return std::move(traced.trace);
}

Result<simt::Trace*> long_trace() {
    static const auto trace = make();
    if (!trace)
        return Failure(trace.error());
    return trace->get();
}

} // namespace lockstep::benchmarks
