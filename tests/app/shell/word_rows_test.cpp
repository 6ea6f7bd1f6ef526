// SPDX-License-Identifier: MIT
// Columns are dealt to tables without losing one.
#include "app/shell/word_rows.hpp"

#include <gmock/gmock.h>

namespace lockstep::shell {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(WordRows, ColumnsFitBesideEachOtherOrFollow) {
    EXPECT_THAT(columns_that_fit({10, 20, 20, 20}, 100), ElementsAre(3u));
    EXPECT_THAT(columns_that_fit({10, 20, 20, 20}, 55), ElementsAre(2u, 1u));
    EXPECT_THAT(columns_that_fit({10, 20, 20, 20}, 30), ElementsAre(1u, 1u, 1u));
    EXPECT_THAT(columns_that_fit({10, 90, 20}, 30), ElementsAre(1u, 1u)) << "too wide, but there";
    EXPECT_THAT(columns_that_fit({10}, 30), IsEmpty());
}

} // namespace
} // namespace lockstep::shell
