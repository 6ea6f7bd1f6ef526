// SPDX-License-Identifier: MIT
#include "sim/simt/registers.hpp"

#include "traced.hpp"

namespace lockstep::simt {

TEST(RegistersTest, WhatAnInstructionWrites) {
    const std::pair<const char*, const char*> cases[] = {
        {"add.u32 %r1, %r2, %r3;", "%r1 "},
        {"setp.lt.u32 %p1|%p2, %r1, %r2;", "%p1 %p2 "},
        {"ld.global.v2.u32 {%r4, %r5}, [%d1];", "%r4 %r5 "},
        {"st.global.v2.u32 [%d1], {%r4, %r5};", ""},
        {"atom.global.add.u32 %r1, [%d1], %r2;", "%r1 "},
        {"red.global.add.u32 [%d1], %r2;", ""},
        {"shfl.sync.idx.b32 %r1|%p3, %r2, %r3, 31, -1;", "%r1 %p3 "},
        {"vote.sync.ballot.b32 %r7, %p1, -1;", "%r7 "},
        {"mov.b64 {%r8, %r9}, %d1;", "%r8 %r9 "},
        {"@%p1 bra L;", ""},
        {"bar.sync 0;", ""}};
    for (const auto& [text, names] : cases) {
        const auto module = ptx::read(kernel(std::string(text) + " L: ret;", 0), "test.ptx");
        ASSERT_TRUE(module) << module.error().text();
        const ptx::Function& function = module->functions[0];
        std::string found;
        each_written_register(function.instructions[0], [&](int reg) {
            found += function.registers[static_cast<std::size_t>(reg)].name + " ";
        });
        EXPECT_EQ(found, names) << text;
    }
}

TEST(RegistersTest, BitsOfEverySize) {
    TraceBench bench(kernel(R"( .reg .b128 %q; mov.u16 %h1, 65535; mov.f32 %f1, 0f3F800000;
 mov.f64 %g1, 0d4000000000000000; mov.b64 %d1, 77; mov.b128 %q, {%d1, %d1};
 setp.eq.u16 %p1, %h1, %h1; ret;)",
                            0));
    const Traced traced = bench.trace(0);
    const std::uint64_t end = traced.trace->steps() - 1;
    EXPECT_EQ(value_of(*traced.trace, end, 0, "%h1", 31), 65535u);
    EXPECT_EQ(value_of(*traced.trace, end, 0, "%f1", 31), 0x3F800000u);
    EXPECT_EQ(value_of(*traced.trace, end, 0, "%g1", 31), 0x4000000000000000u);
    EXPECT_EQ(value_of(*traced.trace, end, 0, "%p1", 31), 1u);
    for (const RegisterView& one : traced.trace->registers(end, 0).registers)
        if (one.name == "%q") {
            EXPECT_EQ(one.low[17], 77u);
            EXPECT_EQ(one.high[17], 77u);
            EXPECT_TRUE(one.written);
        }
}

} // namespace lockstep::simt
