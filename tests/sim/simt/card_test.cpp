// SPDX-License-Identifier: MIT
#include "sim/simt/card.hpp"

#include "bench.hpp"

namespace lockstep::simt {

static std::string refusal(const std::string& text, const Launch& launch) {
    auto module = ptx::read(text, "test.ptx");
    EXPECT_TRUE(module);
    auto program = prepare(std::make_shared<const ptx::Module>(*std::move(module)), "k");
    EXPECT_TRUE(program);
    Memory memory;
    const auto card = Card::create(**program, memory, launch, Options{});
    return card ? "" : card.error().text();
}

TEST(CardTest, LaunchesThatFit) {
    EXPECT_EQ(refusal(kernel("ret;", 0), {{1, 1, 1}, {1024, 1, 1}, 48 * 1024, {}}), "");
    EXPECT_EQ(refusal(kernel("ret;", 1), {{1, 1, 1}, {8, 8, 8}, 0, {std::uint64_t{1}}}), "");
}

TEST(CardTest, LaunchesThatDoNotFitSayWhy) {
    const auto says = [](const std::string& text, const Launch& launch, const char* word) {
        const std::string said = refusal(text, launch);
        EXPECT_NE(said.find(word), std::string::npos) << said;
    };
    says(kernel("ret;", 0), {{1, 1, 1}, {1025, 1, 1}, 0, {}}, "1025 x 1 x 1");
    says(kernel("ret;", 0), {{1, 1, 1}, {32, 32, 2}, 0, {}}, "32 x 32 x 2");
    says(kernel("ret;", 0), {{1, 1, 1}, {0, 1, 1}, 0, {}}, "1 to 1024");
    says(kernel("ret;", 0), {{1, 70000, 1}, {1, 1, 1}, 0, {}}, "70000");
    says(kernel("ret;", 0), {{1, 1, 1}, {1, 1, 1}, 300 * 1024, {}}, "shared memory");
    says(kernel("ret;", 2), {{1, 1, 1}, {1, 1, 1}, 0, {std::uint64_t{1}}}, "1 arguments for 2");
    says(kernel("ret;", 1), {{1, 1, 1}, {1, 1, 1}, 0, {std::int32_t{1}}}, "4 bytes");
}

TEST(CardTest, BlocksAreCountedXFirst) {
    auto module = ptx::read(kernel("ret;", 0), "test.ptx");
    auto program = prepare(std::make_shared<const ptx::Module>(*std::move(module)), "k");
    Memory memory;
    const Options options;
    const auto card = Card::create(**program, memory, {{2, 3, 4}, {1, 1, 1}, 0, {}}, options);
    ASSERT_TRUE(card);
    EXPECT_EQ((*card)->blocks, 24u);
    EXPECT_EQ((*card)->block_at(0), (std::array<unsigned, 3>{0, 0, 0}));
    EXPECT_EQ((*card)->block_at(3), (std::array<unsigned, 3>{1, 1, 0}));
    EXPECT_EQ((*card)->block_at(23), (std::array<unsigned, 3>{1, 2, 3}));
}

TEST(CardTest, AddressesAreFoundOnlyInsideAllocations) {
    auto module = ptx::read(kernel("ret;", 0), "test.ptx");
    auto program = prepare(std::make_shared<const ptx::Module>(*std::move(module)), "k");
    Memory memory;
    const std::uint64_t x = memory.allocate("x", 100), y = memory.allocate("y", 100);
    const Options options;
    const auto card = Card::create(**program, memory, {{1, 1, 1}, {1, 1, 1}, 0, {}}, options);
    ASSERT_TRUE(card);
    EXPECT_EQ((*card)->find(x - 1), nullptr);
    ASSERT_NE((*card)->find(x + 99), nullptr);
    EXPECT_EQ((*card)->name_of(*(*card)->find(x + 99)), "x");
    EXPECT_EQ((*card)->find(x + 100), nullptr);
    EXPECT_EQ((*card)->name_of(*(*card)->find(y)), "y");
}

} // namespace lockstep::simt
