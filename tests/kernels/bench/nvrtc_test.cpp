// SPDX-License-Identifier: MIT
// What a learner's source may be made of, and how its mistakes come back.
#include "kernels/bench/nvrtc.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lockstep::bench {
namespace {

using testing::HasSubstr;

constexpr const char* no_compiler = "there is no CUDA compiler (NVRTC) here.";

Result<std::string> ptx_of(const std::string& source, int sm = least_sm) {
    return compile_cuda(source, "mine.cu", FusedMultiplyAdd::On, Optimised::Yes, sm);
}

/// Where there is no compiler at all these tests have nothing to ask.
class Nvrtc : public testing::Test {
  protected:
    void SetUp() override {
        const auto any = ptx_of("extern \"C\" __global__ void k() {}");
        if (!any && any.error().what == no_compiler)
            GTEST_SKIP() << any.error().text();
        ASSERT_TRUE(any) << any.error().text();
    }
};

TEST_F(Nvrtc, FindsTheHeadersOfCuda) {
    for (const char* header : {"cuda_fp16.h", "cuda_bf16.h", "mma.h", "cooperative_groups.h"}) {
        const auto ptx = ptx_of("#include <" + std::string(header) +
                                ">\nextern \"C\" __global__ void k(int* x) { *x = 1; }");
        EXPECT_TRUE(ptx) << header << ": " << ptx.error().text();
    }
    const auto half = ptx_of("#include <cuda_fp16.h>\n"
                             "extern \"C\" __global__ void k(__half* x) { x[0] = x[1] * x[2]; }");
    ASSERT_TRUE(half) << half.error().text();
    EXPECT_THAT(*half, HasSubstr("mul.f16"));
}

TEST_F(Nvrtc, CompilesForTheCardThatIsAskedFor) {
    const std::string source =
        "extern \"C\" __global__ void k(unsigned* x) { *x = __reduce_add_sync(~0u, *x); }";
    EXPECT_FALSE(ptx_of(source, 75)) << "it came with compute capability 8.0";
    const auto ptx = ptx_of(source, 90);
    ASSERT_TRUE(ptx) << ptx.error().text();
    EXPECT_THAT(*ptx, HasSubstr(".target sm_90"));
    EXPECT_THAT(*ptx, HasSubstr("redux.sync.add"));
}

TEST_F(Nvrtc, MistakesComeWithTheirLines) {
    const auto two = ptx_of("extern \"C\" __global__ void k(int* x) {\n  x[0] = a;\n\n  b = 1;\n}");
    ASSERT_FALSE(two);
    EXPECT_EQ(two.error().where, "mine.cu:2");
    EXPECT_THAT(two.error().what, HasSubstr("\"a\" is undefined"));
    EXPECT_THAT(two.error().remedy, HasSubstr("mine.cu(4): error:"));
    const auto header = ptx_of("\n#include <nowhere.h>\n");
    ASSERT_FALSE(header);
    EXPECT_EQ(header.error().where, "mine.cu:2") << header.error().text();
    EXPECT_THAT(header.error().what, HasSubstr("nowhere.h"));
}

} // namespace
} // namespace lockstep::bench
