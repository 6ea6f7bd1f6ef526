// SPDX-License-Identifier: MIT
// Trace files dropped on the window: one that is shown on a page of its own, and some that are not
// what their names say.
#include "app/experiment/trace_file.hpp"
#include "app/experiment/run_file.hpp"
#include "tests/window/path.hpp"

#include <imgui.h>

#include <cstdlib>

namespace lockstep::window_tests {

namespace {

constexpr const char* source = R"(__global__ void halves(unsigned* x) {
    __shared__ unsigned s[64];
    const unsigned i = threadIdx.x;
    unsigned v = x[i];
    if (i >= 8) v += 100;
    s[i] = v;
    __syncthreads();
    x[i] = s[63 - i];
}
)";

constexpr const char* ptx = R"(.version 8.0
.target sm_75
.address_size 64
.file 1 "halves.cu"
.visible .entry halves(.param .u64 x)
{
.reg .pred %p<2>;
.reg .b32 %r<6>;
.reg .b64 %rd<4>;
.shared .align 4 .b8 s[256];
.loc 1 3 1
mov.u32 %r1, %tid.x;
.loc 1 4 1
ld.param.u64 %rd1, [x];
mul.wide.u32 %rd2, %r1, 4;
add.s64 %rd3, %rd1, %rd2;
ld.global.u32 %r2, [%rd3];
.loc 1 5 1
setp.lt.u32 %p1, %r1, 8;
@%p1 bra L;
add.u32 %r2, %r2, 100;
L:
.loc 1 6 1
shl.b32 %r3, %r1, 2;
st.shared.u32 [%r3], %r2;
.loc 1 7 1
bar.sync 0;
.loc 1 8 1
xor.b32 %r4, %r3, 252;
ld.shared.u32 %r5, [%r4];
st.global.u32 [%rd3], %r5;
ret;
}
)";

std::filesystem::path file(const char* name) {
    return std::filesystem::path(std::getenv("HOME")) / name;
}

void write_files(const std::filesystem::path& home) {
    TraceFile trace;
    trace.device = "h200";
    trace.request.kernels = {{"halves.cu.ptx", ptx, "", {2}, {64}, 0, {{"u32", 64, "iota"}}}};
    trace.request.checks = true;
    trace.request.traced_block = 1;
    trace.source = source;
    trace.steps = 30;
    (void)save_trace_file(trace, home / "halves.trace.json");
    trace.steps = 99;
    (void)save_trace_file(trace, home / "edited.trace.json");
    trace.request.kernels[0].text = ".version 8.0\nnonsense\n";
    (void)save_trace_file(trace, home / "nonsense.trace.json");
    (void)write_whole(home / "cut.trace.json", write_trace(trace).substr(0, 200));
}

void walk(Driver& d) {
    d.wait_until("the bench has greeted",
                 [&] { return d.session().bench.phase == BenchPhase::Ready; });
    const auto& tracing = d.session().tracing;
    d.drop(file("cut.trace.json"), [&] { return !d.session().notices.empty(); });
    d.check(d.session().page == "lesson", "a file that cannot be read changes no page");
    d.frames(3);
    d.picture("cut");
    d.drop(file("halves.trace.json"), [&] { return d.session().page == "trace"; });
    d.wait_until("it is carried out", [&] { return tracing.has_trace(); });
    d.wait_until("its steps are there", [&] { return !tracing.window.warp.empty(); });
    d.check(tracing.info.steps == 30, "it is what was written");
    d.key(ImGuiKey_D, [&] { return tracing.cursor == 6; });
    d.frames(3);
    d.picture("lanes");
    d.key(ImGuiMod_Alt | ImGuiKey_2, [&] { return d.session().trace_view == "warps"; });
    d.wait_until("they are summed up", [&] { return tracing.overview.has_value(); });
    d.frames(3);
    d.picture("warps");
    d.click("Lanes", [&] { return d.session().trace_view == "lanes"; });
    d.drop(file("edited.trace.json"),
           [&] { return tracing.file == file("edited.trace.json") && tracing.has_trace(); });
    d.frames(3);
    d.picture("edited");
    d.drop(file("nonsense.trace.json"),
           [&] { return tracing.file == file("nonsense.trace.json") && !tracing.problem.empty(); });
    d.frames(3);
    d.picture("nonsense");
    d.key(ImGuiKey_Escape, [&] { return d.session().page == "lesson"; });
}

} // namespace

extern const WindowPath trace_file_path{.name = "trace_file",
                                        .lesson = "divergence",
                                        .walk = walk,
                                        .played = false,
                                        .prepare = write_files};

} // namespace lockstep::window_tests
