// SPDX-License-Identifier: MIT
#include "machine.hpp"

#include <gtest/gtest.h>

namespace lockstep::simt {

using In = const std::uint64_t*;
using Out = std::uint64_t*;

TEST(MovTest, OneRegister) {
    const Expected same = [](In in, Out out) { out[0] = in[0]; };
    for (const std::string text :
         {"mov.b16 %rs0, %rs1", "mov.u32 %r0, %r1", "mov.f32 %f0, %f1", "mov.s64 %rd0, %rd1",
          "mov.f64 %fd0, %fd1", "mov.pred %p0, %p1", "mov.b128 %rq0, %rq1"})
        check(text, same);
    check("mov.pred %p0, !%p1", [](In in, Out out) { out[0] = !in[0]; });
    EXPECT_EQ(once("mov.u32 %r0, 7", {}), 7u);
}

TEST(MovTest, PackingPutsTheFirstLowest) {
    check("mov.b32 %r0, {%rs1, %rs2}", [](In in, Out out) { out[0] = in[0] | in[1] << 16; });
    check("mov.b64 %rd0, {%r1, %r2}", [](In in, Out out) { out[0] = in[0] | in[1] << 32; });
    check("mov.b64 %rd0, {%rs1, %rs2, %rs3, %rs4}",
          [](In in, Out out) { out[0] = in[0] | in[1] << 16 | in[2] << 32 | in[3] << 48; });
    check("mov.b32 %r0, {%h1, %h2, %h3, %h4}",
          [](In in, Out out) { out[0] = in[0] | in[1] << 8 | in[2] << 16 | in[3] << 24; });
}

TEST(MovTest, Unpacking) {
    const auto part = [](std::uint64_t whole, int at, int bits) {
        return whole >> at & (~std::uint64_t(0) >> (64 - bits));
    };
    check(
        "mov.b32 {%rs0, %rs1}, %r2",
        [=](In in, Out out) { out[0] = part(in[0], 0, 16), out[1] = part(in[0], 16, 16); }, 2);
    check(
        "mov.b64 {%r0, %r1}, %rd2",
        [=](In in, Out out) { out[0] = part(in[0], 0, 32), out[1] = part(in[0], 32, 32); }, 2);
    check(
        "mov.b64 {%rs0, %rs1, %rs2, %rs3}, %rd4",
        [=](In in, Out out) {
            for (int k = 0; k < 4; ++k)
                out[k] = part(in[0], 16 * k, 16);
        },
        4);
    Machine machine("mov.b32 {_, %rs1}, %r2", 2);
    ASSERT_TRUE(machine.accepted());
    machine.set(2, 5, 0x12345678);
    machine.run(1u << 5);
    EXPECT_EQ(machine.get(1, 5), 0x1234u);
}

TEST(MovTest, Of128Bits) {
    Machine pack("mov.b128 %rq0, {%rd1, %rd2}"), unpack("mov.b128 {%rd0, %rd1}, %rq2", 2);
    ASSERT_TRUE(pack.accepted() && unpack.accepted());
    pack.set(1, 3, 0x1111);
    pack.set(2, 3, 0x2222);
    pack.run(1u << 3);
    EXPECT_EQ(pack.get(0, 3), 0x1111u) << "the lower half";
    EXPECT_EQ(pack.get(0, 4), 0u);
    unpack.set(2, 3, 0x3333);
    unpack.run(1u << 3);
    EXPECT_EQ(unpack.get(0, 3), 0x3333u);
    EXPECT_EQ(unpack.get(1, 3), 0u);
}

} // namespace lockstep::simt
