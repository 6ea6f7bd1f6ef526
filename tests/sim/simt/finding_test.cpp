// SPDX-License-Identifier: MIT
#include "sim/simt/finding.hpp"

#include <gtest/gtest.h>
#include <set>

namespace lockstep::simt {

TEST(FindingTest, EveryKindHasAName) {
    std::set<std::string_view> names;
    for (int kind = 0; kind <= static_cast<int>(FindingKind::Trap); ++kind)
        names.insert(name_of(static_cast<FindingKind>(kind)));
    EXPECT_EQ(names.size(), 8u);
    EXPECT_EQ(names.count(""), 0u);
    EXPECT_EQ(name_of(FindingKind::Race), "race");
}

} // namespace lockstep::simt
