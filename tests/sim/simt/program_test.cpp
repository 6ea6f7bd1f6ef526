// SPDX-License-Identifier: MIT
#include "sim/simt/program.hpp"

#include "bench.hpp"

#include <map>

namespace lockstep::simt {

static Result<std::shared_ptr<const Program>> prepared(const std::string& text,
                                                       std::string_view entry = "k") {
    auto module = ptx::read(text, "test.ptx");
    EXPECT_TRUE(module) << (module ? "" : module.error().text());
    return prepare(std::make_shared<const ptx::Module>(*std::move(module)), entry);
}

TEST(ProgramTest, AMissingKernelIsSaidWithThoseThatAreThere) {
    const auto program = prepared(kernel("ret;", 0), "other");
    ASSERT_FALSE(program);
    EXPECT_NE(program.error().text().find("The kernels in it are: k"), std::string::npos);
}

TEST(ProgramTest, SharedVariablesLieBehindEachOtherAndTheDynamicOneLast) {
    const auto program = prepared(kernel(
        ".shared .align 4 .b8 a[6];\n.shared .align 8 .b8 b[8];\nmov.u32 %r1, dynamic;\nret;", 0,
        ".extern .shared .align 16 .b8 dynamic[];\n.shared .align 2 .b8 c[2];"));
    ASSERT_TRUE(program);
    std::map<std::string, std::uint64_t> offsets;
    for (const ModuleVariable& one : (*program)->variables)
        offsets[one.variable->name] = one.shared_offset;
    // c: 0 and 1; a from 4; b from 16; the dynamic one at the next multiple of 16.
    EXPECT_EQ(offsets["c"], 0u);
    EXPECT_EQ(offsets["a"], 4u);
    EXPECT_EQ(offsets["b"], 16u);
    EXPECT_EQ(offsets["dynamic"], 32u);
    EXPECT_EQ((*program)->static_shared_bytes, 32u);
}

TEST(ProgramTest, OnlyReachableFunctionsAreDecoded) {
    const auto program =
        prepared(kernel("call.uni f;\nret;", 0, ".func f() { ret; }\n.func g() { trap; ret; }\n"));
    ASSERT_TRUE(program);
    int decoded = 0;
    for (const auto& code : (*program)->codes)
        decoded += code != nullptr ? 1 : 0;
    EXPECT_EQ(decoded, 2);
}

TEST(ProgramTest, ParametersAreLaidOutLikeAStruct) {
    const auto program =
        prepared(".version 8.0\n.target sm_80\n.address_size 64\n.visible .entry k(.param .u8 a, "
                 ".param .u64 b, .param .u16 c, .param .u32 d) { ret; }");
    ASSERT_TRUE(program);
    EXPECT_EQ((*program)->parameter_offsets, (std::vector<std::uint32_t>{0, 8, 16, 20}));
    EXPECT_EQ((*program)->parameter_bytes, 24u);
}

} // namespace lockstep::simt
