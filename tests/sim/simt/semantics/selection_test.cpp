// SPDX-License-Identifier: MIT
#include "machine.hpp"

#include <gtest/gtest.h>

namespace lockstep::simt {

using In = const std::uint64_t*;
using Out = std::uint64_t*;

TEST(SelectionTest, ByAPredicate) {
    for (const std::string text :
         {"selp.b16 %rs0, %rs1, %rs2, ", "selp.u32 %r0, %r1, %r2, ", "selp.s64 %rd0, %rd1, %rd2, ",
          "selp.f32 %f0, %f1, %f2, ", "selp.f64 %fd0, %fd1, %fd2, "}) {
        check(text + "%p3", [](In in, Out out) { out[0] = in[2] ? in[0] : in[1]; });
        check(text + "!%p3", [](In in, Out out) { out[0] = in[2] ? in[1] : in[0]; });
    }
}

TEST(SelectionTest, ByASign) {
    for (const std::string text :
         {"slct.b16.s32 %rs0, %rs1, %rs2, %r3", "slct.f32.s32 %f0, %f1, %f2, %r3",
          "slct.u64.s32 %rd0, %rd1, %rd2, %r3"})
        check(text, [](In in, Out out) { out[0] = in[2] >> 31 & 1 ? in[1] : in[0]; });
    for (const bool ftz : {false, true})
        check(std::string(ftz ? "slct.ftz" : "slct") + ".b32.f32 %r0, %r1, %r2, %f3", [=](In in,
                                                                                          Out out) {
            const std::uint64_t size = in[2] & 0x7fffffff;
            const bool nan = size > 0x7f800000, zero = size == 0 || (ftz && size < 0x00800000);
            out[0] = !nan && (zero || in[2] == size) ? in[0] : in[1];
        });
}

} // namespace lockstep::simt
