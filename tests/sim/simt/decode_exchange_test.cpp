// SPDX-License-Identifier: MIT
#include "bench.hpp"

#include "sim/simt/program.hpp"

namespace lockstep::simt {

TEST(DecodeExchangeTest, KindsAndMasks) {
    auto module =
        ptx::read(kernel("bar.warp.sync -1;\nshfl.sync.up.b32 %r1|%p1, %r2, 1, 0, -1;\n"
                         "vote.sync.all.pred %p1, !%p2, -1;\nvote.ballot.b32 %r1, %p1;\n"
                         "redux.sync.min.s32 %r1, %r2, -1;\nredux.sync.max.u32 %r1, %r2, -1;\nret;",
                         0),
                  "test.ptx");
    ASSERT_TRUE(module) << module.error().text();
    const auto program = prepare(std::make_shared<const ptx::Module>(*std::move(module)), "k");
    ASSERT_TRUE(program) << program.error().text();
    const std::vector<Exchange>& all = (*program)->entry_code().exchanges;
    ASSERT_EQ(all.size(), 6u);
    EXPECT_EQ(all[0].kind, ExchangeKind::BarWarp);
    EXPECT_EQ(all[1].kind, ExchangeKind::ShuffleUp);
    EXPECT_NE(all[1].second.slot, no_slot);
    EXPECT_TRUE(all[2].negated);
    EXPECT_TRUE(all[2].synchronises);
    EXPECT_FALSE(all[3].synchronises);
    EXPECT_TRUE(all[4].is_signed);
    EXPECT_FALSE(all[5].is_signed);
}

} // namespace lockstep::simt
