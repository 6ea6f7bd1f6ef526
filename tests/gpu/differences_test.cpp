// SPDX-License-Identifier: MIT
#include "tests/gpu/differences.hpp"

#include <gmock/gmock.h>

namespace lockstep::on_card {
namespace {

using testing::HasSubstr;

Buffers two_buffers() {
    return {std::vector<std::byte>(8), std::vector<std::byte>(10)};
}

TEST(FirstDifference, SameBytesHaveNone) {
    EXPECT_FALSE(first_difference(two_buffers(), two_buffers()));
    EXPECT_FALSE(first_difference({}, {}));
}

TEST(FirstDifference, NamesTheFirstOfAll) {
    Buffers card = two_buffers();
    card[1][5] = std::byte{1};
    card[1][9] = std::byte{2};
    const auto said = first_difference(card, two_buffers());
    ASSERT_TRUE(said);
    EXPECT_THAT(*said, HasSubstr("buffer 1, byte 5 of 10"));
    EXPECT_THAT(*said, HasSubstr("the card has 256 ")) << "the second byte of its word";
    EXPECT_THAT(*said, HasSubstr("the simulator 0 "));
    EXPECT_THAT(*said, HasSubstr("2 bytes differ"));
}

TEST(FirstDifference, TheLastBytesNeedNoWholeWord) {
    Buffers card = two_buffers();
    card[1][9] = std::byte{1};
    EXPECT_THAT(*first_difference(card, two_buffers()), HasSubstr("the card has 256 "));
}

TEST(FirstDifference, ShapesThatDiffer) {
    Buffers card = two_buffers();
    card[0].pop_back();
    EXPECT_THAT(*first_difference(card, two_buffers()), HasSubstr("7 bytes against 8"));
    card.pop_back();
    EXPECT_THAT(*first_difference(card, two_buffers()), HasSubstr("1 buffers against 2"));
}

} // namespace
} // namespace lockstep::on_card
