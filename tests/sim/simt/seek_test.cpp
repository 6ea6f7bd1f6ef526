// SPDX-License-Identifier: MIT
// seek() finds what a look at every step would.
#include "traced.hpp"

namespace lockstep::simt {
namespace {

/// Two warps; every 64th round the lanes part. Source line 7 is in the loop, line 8 a call that
/// was inlined there, line 9 behind it.
const char* const rounds = R"( .loc 1 5 1
 mov.u32 %r1, %tid.x; mov.u32 %r9, 0;
L:
 .loc 1 7 1
 add.u32 %r9, %r9, 1; and.b32 %r2, %r9, 63; setp.ne.u32 %p1, %r2, 0; @%p1 bra N;
 .loc 1 3 1, function_name $name, inlined_at 1 8 2
 and.b32 %r3, %r1, 1; setp.eq.u32 %p2, %r3, 0; @%p2 bra N; add.u32 %r4, %r4, 1;
N:
 .loc 1 7 3
 setp.lt.u32 %p3, %r9, 3000; @%p3 bra L;
 .loc 1 9 1
 ret;)";

TraceBench bench_of_rounds() {
    std::string text = kernel(rounds, 0, ".file 1 \"k.cu\"");
    text += "\n.section .debug_str { $name: .b8 102, 0 }\n";
    TraceBench bench(text);
    bench.launch.block = {64, 1, 1};
    return bench;
}

bool is_line(const Trace& trace, const TraceStep& step, int line) {
    const ptx::Function& function =
        trace.program().module->functions[static_cast<std::size_t>(step.function)];
    int place = function.instructions[static_cast<std::size_t>(step.instruction)].place;
    for (; place >= 0; place = function.places[static_cast<std::size_t>(place)].inlined_at)
        if (function.places[static_cast<std::size_t>(place)].line == line)
            return true;
    return false;
}

TEST(SeekTest, ALineIsComeToAnew) {
    TraceBench bench = bench_of_rounds();
    const Traced traced = bench.trace(0, close_checkpoints());
    Trace& trace = *traced.trace;
    const auto steps = trace.window(0, trace.steps());
    for (const int line : {5, 7, 8, 9, 4})
        for (const int warp : {0, 1}) {
            std::vector<std::uint64_t> begins;
            bool inside = false;
            for (const TraceStep& step : steps) {
                if (step.warp != warp)
                    continue;
                const bool now = is_line(trace, step, line);
                if (now && !inside)
                    begins.push_back(step.step);
                inside = now;
            }
            const Sought sought{
                .what = Sought::What::Line, .line = line, .warp = warp, .anew = true};
            std::vector<std::uint64_t> found;
            for (auto at = trace.seek(sought, Trace::before_all); at && found.size() < 200;
                 at = trace.seek(sought, *at))
                found.push_back(*at);
            begins.resize(std::min<std::size_t>(begins.size(), 200));
            EXPECT_EQ(found, begins) << "line " << line << " of warp " << warp;
        }
}

TEST(SeekTest, LinesThatAreMixedAreComeToOnceARound) {
    std::string text = kernel(R"( .loc 1 5 1
 mov.u32 %r9, 0;
L:
 .loc 1 7 1
 add.u32 %r9, %r9, 1;
 .loc 1 8 1
 add.u32 %r2, %r9, 3;
 .loc 1 7 5
 and.b32 %r3, %r9, 63;
 .loc 1 8 5
 add.u32 %r2, %r2, %r3;
 .loc 1 9 1
 setp.lt.u32 %p3, %r9, 10; @%p3 bra L;
 .loc 1 7 9
 ret;)",
                              0, ".file 1 \"k.cu\"");
    TraceBench bench(text);
    bench.launch.block = {32, 1, 1};
    const Traced traced = bench.trace(0, close_checkpoints());
    const auto times = [&](int line) {
        const Sought sought{.what = Sought::What::Line, .line = line, .warp = 0, .anew = true};
        int count = 0;
        for (auto at = traced.trace->seek(sought, Trace::before_all); at && count < 100;
             at = traced.trace->seek(sought, *at))
            ++count;
        return count;
    };
    EXPECT_EQ(times(8), 10);
    EXPECT_EQ(times(7), 11) << "and once behind the loop";
    EXPECT_EQ(times(9), 10);
}

TEST(SeekTest, ForwardAndBackward) {
    TraceBench bench = bench_of_rounds();
    const Traced traced = bench.trace(0, close_checkpoints());
    Trace& trace = *traced.trace;
    ASSERT_GT(trace.checkpoints(), 6u);
    const auto steps = trace.window(0, trace.steps());
    const auto meant = [&](const TraceStep& step, const Sought& sought) {
        if (sought.warp >= 0 && step.warp != sought.warp)
            return false;
        switch (sought.what) {
        case Sought::What::Divergence:
            return step.divergent;
        case Sought::What::Line:
            return is_line(trace, step, sought.line);
        case Sought::What::Ptx:
            return step.instruction == sought.instruction;
        case Sought::What::Step:
            break;
        }
        return true;
    };
    std::vector<Sought> wanted;
    for (const int warp : {-1, 0, 1}) {
        wanted.push_back({.what = Sought::What::Divergence, .warp = warp});
        for (const int line : {5, 7, 3, 8, 9, 4})
            wanted.push_back({.what = Sought::What::Line, .line = line, .warp = warp});
        wanted.push_back(
            {.what = Sought::What::Ptx, .function = 0, .instruction = 9, .warp = warp});
        wanted.push_back({.what = Sought::What::Step, .warp = warp});
    }
    for (Sought sought : wanted)
        for (const std::uint64_t from : {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{5000},
                                         std::uint64_t{20'000}, trace.steps() - 1, trace.steps()}) {
            std::optional<std::uint64_t> next, before;
            for (std::uint64_t i = from + 1; i < steps.size() && !next; ++i)
                if (meant(steps[i], sought))
                    next = i;
            for (std::uint64_t i = from; i-- > 0 && !before;)
                if (meant(steps[i], sought))
                    before = i;
            sought.backward = false;
            EXPECT_EQ(trace.seek(sought, from), next)
                << int(sought.what) << " " << sought.line << " from " << from;
            sought.backward = true;
            EXPECT_EQ(trace.seek(sought, from), before)
                << int(sought.what) << " " << sought.line << " before " << from;
        }
}

TEST(SeekTest, OfAnotherFileThereIsNothing) {
    TraceBench bench = bench_of_rounds();
    const Traced traced = bench.trace(0);
    const auto line = [&](int file) {
        return traced.trace->seek({.what = Sought::What::Line, .line = 7, .file = file}, 0);
    };
    EXPECT_EQ(line(1).has_value() + line(0).has_value() + line(9).has_value(), 1);
}

} // namespace
} // namespace lockstep::simt
