// SPDX-License-Identifier: MIT
// Comparing, with the simulator in the place of the card.
#include "tests/gpu/same_bytes.hpp"

#include "tests/gpu/fake_card.hpp"
#include "tests/gpu/settings.hpp"
#include "tests/kernels/bench/child.hpp"

#include <gmock/gmock.h>

namespace lockstep::on_card {
namespace {

using testing::HasSubstr;

const Variant& kernel(std::string_view name) {
    for (const Variant* const variant : card_variants())
        if (name_of(*variant) == name)
            return *variant;
    return *card_variants().front();
}

class CompareBytes : public testing::Test {
  protected:
    void SetUp() override {
        card.folder = bench::binary_folder();
        if (!std::filesystem::exists(card.folder / "transpose_cuda_1_naive.ptx"))
            GTEST_SKIP() << "no nvcc was found when this was built";
    }
    SameBytes compared(std::string_view name) {
        return compare_bytes(kernel(name), maker_of(card), card.folder, 2);
    }
    FakeCard card;
};

/// With the address sanitizer the longer ones take minutes; the simulator meets it with every
/// kernel elsewhere.
std::vector<std::string> compared_kernels() {
#ifdef __SANITIZE_ADDRESS__
    return {"gather/cuda_1", "reduction/cuda_5_shuffle"};
#else
    std::vector<std::string> all;
    for (const Variant* const variant : card_variants())
        all.push_back(name_of(*variant));
    return all;
#endif
}

TEST_F(CompareBytes, ACardThatDoesTheSameHasNoDifference) {
    for (const std::string& name : compared_kernels()) {
        const SameBytes seen = compared(name);
        EXPECT_EQ(seen.compared, 12) << "three settings, four inputs";
        EXPECT_THAT(seen.differences, testing::IsEmpty()) << name;
    }
}

TEST_F(CompareBytes, OneByteIsFoundEverywhere) {
    card.spoils = true;
    const SameBytes seen = compared("transpose/cuda_1_naive");
    ASSERT_EQ(seen.differences.size(), 12u);
    EXPECT_THAT(seen.differences[0], HasSubstr("n=65, input 0: buffer "));
    EXPECT_THAT(seen.differences[0], HasSubstr("byte 16899 of 16900")) << "65 x 65 words";
    EXPECT_THAT(seen.differences[0], HasSubstr("1 bytes differ"));
}

TEST_F(CompareBytes, WhatCannotBeRunIsADifference) {
    const auto none = [](const Variant&, const Problem&) {
        return Result<std::unique_ptr<bench::CardModule>>(fail("", "no card today"));
    };
    const SameBytes seen = compare_bytes(kernel("transpose/cuda_1_naive"), none, card.folder, 2);
    EXPECT_EQ(seen.differences.size(), 12u);
    EXPECT_THAT(seen.differences[0], HasSubstr("no card today"));
}

} // namespace
} // namespace lockstep::on_card
