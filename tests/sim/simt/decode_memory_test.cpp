// SPDX-License-Identifier: MIT
#include "bench.hpp"

#include "sim/simt/program.hpp"

namespace lockstep::simt {

static std::shared_ptr<const Program> prepared_body(const std::string& body) {
    auto module =
        ptx::read(kernel(".shared .align 8 .b8 s[64];\n" + body + "\nret;", 1), "test.ptx");
    EXPECT_TRUE(module) << (module ? "" : module.error().text());
    auto program = prepare(std::make_shared<const ptx::Module>(*std::move(module)), "k");
    EXPECT_TRUE(program) << (program ? "" : program.error().text());
    return *program;
}

TEST(DecodeMemoryTest, WidthsCountsAndOffsets) {
    const auto program =
        prepared_body("ld.global.v4.f32 {%f1, %f2, %f3, %f4}, [%d1+16];\nst.shared.u8 "
                      "[%r1-4], %r2;\nld.volatile.global.u32 %r1, [%d1];");
    const std::vector<Access>& all = program->entry_code().accesses;
    ASSERT_EQ(all.size(), 3u);
    EXPECT_EQ(all[0].bytes(), 16u);
    EXPECT_EQ(all[0].offset, 16u);
    EXPECT_EQ(all[0].address.bytes, 8);
    EXPECT_EQ(all[1].bytes(), 1u);
    EXPECT_EQ(all[1].address.bytes, 4);
    EXPECT_EQ(all[1].offset, static_cast<std::uint64_t>(-4));
    EXPECT_FALSE(all[0].strong);
    EXPECT_TRUE(all[2].strong);
}

TEST(DecodeMemoryTest, TheSmallestAccessOfSharedMemoryIsTheGranule) {
    EXPECT_EQ(prepared_body("ld.shared.u32 %r1, [s];")->shared_granule, 4u);
    EXPECT_EQ(prepared_body("ld.shared.u64 %d1, [s];\nld.global.u8 %r1, [%d1];")->shared_granule,
              4u);
    EXPECT_EQ(prepared_body("ld.shared.u16 %h1, [s];")->shared_granule, 2u);
    EXPECT_EQ(prepared_body("ld.u8 %r1, [%d1];")->shared_granule, 1u);
}

TEST(DecodeMemoryTest, AtomicsWhoseOrderCannotBeSeen) {
    const auto program =
        prepared_body("red.global.add.u32 [%d1], 1;\natom.global.add.u32 %r1, [%d1], "
                      "1;\natom.global.add.u32 _, [%d1], 1;\n"
                      "red.global.add.f32 [%d1], %f1;\natom.global.exch.b32 %r1, [%d1], 1;");
    const std::vector<Access>& all = program->entry_code().accesses;
    EXPECT_TRUE(all[0].same_in_any_order);
    EXPECT_FALSE(all[1].same_in_any_order);
    EXPECT_TRUE(all[2].same_in_any_order);
    EXPECT_FALSE(all[3].same_in_any_order);
    EXPECT_FALSE(all[4].same_in_any_order);
}

} // namespace lockstep::simt
