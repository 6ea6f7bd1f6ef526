// SPDX-License-Identifier: MIT
// A kernel that the learner edited at an earlier start: it is there, is carried out, is edited
// further, and is there again at the next start.
#include "app/experiment/events.hpp"
#include "app/ledger/ledger.hpp"
#include "app/shell/shown_source.hpp"
#include "tests/window/steps.hpp"

#include <imgui.h>

namespace lockstep::window_tests {

namespace {

constexpr const char* name = "launch_shape/cuda_1";

/// The same numbers by another way, in which an `if` becomes a select.
constexpr const char* chooses = R"(// mine
extern "C" __global__ void cuda_1(float a, const float* x, const float* y,
                                  float* z, int items) {
    const int i = static_cast<int>(blockIdx.x * blockDim.x + threadIdx.x);
    if (i >= items) return;
    const float none = static_cast<float>(items < 0);
    float other = y[i];
    if (i & 1) other = other + none;
    z[i] = a * x[i] + other;
}
)";

void edited_before(const std::filesystem::path& home) {
    auto ledger = ledger::Ledger::open(home / "data" / "lockstep");
    ledger::Event event;
    event.kind = events::kernel_kind;
    event.lesson = "launch";
    event.block = name;
    event.json = events::write_kernel(chooses);
    (void)ledger.add(event);
}

std::string own(Driver& d) {
    const auto found = d.session().own_kernels.find(name);
    return found == d.session().own_kernels.end() ? "" : found->second;
}

void walk(Driver& d) {
    d.check(own(d) == chooses, "what was edited is there");
    come_to_the_views(d);
    d.click("Edit", [&] { return d.session().state()->view == "kernel"; });
    d.frames(4);
    const auto& tracing = d.session().tracing;
    d.click("Compile and run it", [&] { return !tracing.source.empty(); });
    d.wait_until("it is carried out", [&] { return !tracing.simulating; });
    d.check(tracing.status == PointStatus::Ok && tracing.problem.empty(), "it is right");
    d.frames(3);
    d.picture("compiled");
    d.click("Lanes", [&] { return d.session().state()->view == "lanes"; });
    d.wait_until("its steps are there", [&] { return !tracing.window.warp.empty(); });
    d.check(shell::shown_source(d.session()).is_own, "the learner's own source is shown");
    for (int i = 0; i < 12 && !d.failed(); ++i) {
        const std::int64_t step = tracing.cursor;
        d.key(ImGuiKey_N, [&] { return tracing.cursor > step; });
    }
    d.find("source");
    d.frames(3);
    d.picture("select");
    d.click("Edit", [&] { return d.session().state()->view == "kernel"; });
    d.drag("Compile and run it", 0.5f, -1.0f, 0.5f, -1.0f, [] { return true; });
    d.type("//more", [&] { return own(d).find("//more") != std::string::npos; });
}

/// Nothing but the window's end came after the last stroke.
void again(Driver& d) {
    d.check(own(d).find("//more") != std::string::npos, "the last stroke was kept");
    d.check(own(d).find("// mine") != std::string::npos, "with what stood before it");
    d.check(d.session().lesson_id == "launch", "the lesson is open again");
    d.click("Edit", [&] { return d.session().state()->view == "kernel"; });
    d.find("As it was");
    d.frames(4);
    d.picture("edit");
    d.click("As it was", [&] { return d.session().own_kernels.empty(); });
}

} // namespace

extern const WindowPath own_kernel_path{.name = "own_kernel",
                                        .lesson = "launch",
                                        .walk = walk,
                                        .prepare = edited_before,
                                        .walk_again = again};

} // namespace lockstep::window_tests
