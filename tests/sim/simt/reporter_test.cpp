// SPDX-License-Identifier: MIT
#include "sim/simt/reporter.hpp"

#include "bench.hpp"

namespace lockstep::simt {

TEST(ReporterTest, TheSameThingIsDescribedOnceAndCounted) {
    auto module = ptx::read(kernel("add.s32 %r1, %r1, 1;\nret;", 0), "test.ptx");
    const auto program = prepare(std::make_shared<const ptx::Module>(*std::move(module)), "k");
    const Code& code = (*program)->entry_code();
    Reporter reporter(**program, {1, 2, 3});
    ASSERT_NE(reporter.note(FindingKind::Bounds, false, code, 0, 37), nullptr);
    EXPECT_EQ(reporter.note(FindingKind::Bounds, false, code, 0, 5), nullptr);
    EXPECT_NE(reporter.note(FindingKind::Race, false, code, 0, 5), nullptr);
    EXPECT_NE(reporter.note(FindingKind::Race, true, code, 0, 5), nullptr);
    EXPECT_NE(reporter.note(FindingKind::Bounds, false, code, 1, 5), nullptr);
    const std::vector<Finding> found = reporter.take();
    ASSERT_EQ(found.size(), 4u);
    EXPECT_EQ(found[0].count, 2u);
    EXPECT_EQ(found[0].thread, 37);
    EXPECT_EQ(found[0].lane, 5);
    EXPECT_EQ(found[0].block, (std::array<unsigned, 3>{1, 2, 3}));
    EXPECT_EQ(found[0].ptx_line, 12);
}

TEST(ReporterTest, BlocksAreAddedUpAndSorted) {
    Finding a;
    a.block = {2, 0, 0}, a.instruction = 1, a.count = 3;
    Finding b = a;
    b.block = {5, 0, 0};
    Finding c = a;
    c.block = {1, 1, 0}, c.instruction = 9;
    FindingList list;
    list.add({a});
    list.add({b, c});
    const std::vector<Finding> all = list.take();
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[0].count, 6u);
    EXPECT_EQ(all[0].block[0], 2u);
    EXPECT_EQ(all[1].instruction, 9);
}

} // namespace lockstep::simt
