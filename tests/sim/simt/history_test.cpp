// SPDX-License-Identifier: MIT
#include "sim/simt/history.hpp"

#include <gtest/gtest.h>

namespace lockstep::simt {

/// A launch's memory of 5 pages, and the history of a block that uses it.
struct Remembered {
    Remembered() : address(real.upload("x", std::vector<std::byte>(5 * 4096, std::byte{1}))) {}
    std::byte& at(std::size_t offset) { return real.allocations()[0].bytes[offset]; }
    std::byte own(History& history, std::size_t offset) {
        return history.memory().allocations()[0].bytes[offset];
    }
    void store(History& history, std::size_t offset, int value) {
        history.writes(address + offset, 1);
        at(offset) = static_cast<std::byte>(value);
        history.wrote(address + offset, 1);
    }
    Memory real;
    std::uint64_t address;
};

TEST(HistoryTest, APageIsKnownFromWhenItIsTouched) {
    Remembered it;
    History history(it.real);
    EXPECT_EQ(it.own(history, 0), std::byte{0});
    it.at(3) = std::byte{9}; // another block, before
    history.reads(0, it.address, 4);
    EXPECT_EQ(it.own(history, 3), std::byte{9});
    EXPECT_EQ(history.first_value(0), history.first_value(1)); // nothing to note
    EXPECT_FALSE(history.holds(it.address + 5 * 4096 - 2, 4));
    EXPECT_FALSE(history.holds(it.address - 1, 1));
}

TEST(HistoryTest, MarksBringTheMemoryBack) {
    Remembered it;
    History history(it.real);
    for (int k = 0; k < 4; ++k) {
        it.store(history, 0, 10 + k);
        it.store(history, static_cast<std::size_t>(4096 * k + 5), 20 + k);
        if (k < 3) {
            EXPECT_EQ(history.mark(), static_cast<std::size_t>(k + 1));
        }
    }
    history.finish();
    for (const std::size_t mark : {0u, 3u, 1u, 2u, 0u}) {
        history.go_to(mark);
        EXPECT_EQ(it.own(history, 0), mark == 0 ? std::byte{1} : static_cast<std::byte>(9 + mark));
        for (std::size_t k = 0; k < 4; ++k)
            EXPECT_EQ(it.own(history, 4096 * k + 5),
                      k < mark ? static_cast<std::byte>(20 + k) : std::byte{1});
    }
    // What a replay changes is put back too, if it says how far it goes.
    history.go_to(1);
    history.goes_on_to(2);
    history.memory().allocations()[0].bytes[4096 + 5] = std::byte{77};
    history.go_to(1);
    EXPECT_EQ(it.own(history, 4096 + 5), std::byte{1});
}

TEST(HistoryTest, EveryOtherMarkCanBeForgotten) {
    for (const int marks : {4, 5}) {
        Remembered it;
        History history(it.real);
        for (int k = 1; k < marks; ++k) {
            it.store(history, 0, 10 + k);
            it.store(history, static_cast<std::size_t>(4096 * (k % 3) + 5), 20 + k);
            history.mark();
        }
        const std::size_t before = history.bytes();
        history.thin();
        EXPECT_LT(history.bytes(), before);
        it.store(history, 0, 99);
        EXPECT_EQ(history.mark(), static_cast<std::size_t>((marks + 1) / 2));
        history.finish();
        history.go_to(1); // as at what was mark 2
        EXPECT_EQ(it.own(history, 0), std::byte{12});
        EXPECT_EQ(it.own(history, 4096 * 2 + 5), std::byte{22});
        EXPECT_EQ(it.own(history, 5), std::byte{1});
        history.go_to(0);
        EXPECT_EQ(it.own(history, 0), std::byte{1});
        history.go_to(static_cast<std::size_t>((marks + 1) / 2));
        EXPECT_EQ(it.own(history, 0), std::byte{99});
        EXPECT_EQ(it.own(history, 5), std::byte{23});
    }
}

TEST(HistoryTest, ValuesOfOthersAreNotedWhereTheyAreRead) {
    Remembered it;
    History history(it.real);
    history.reads(0, it.address, 8);
    it.at(4) = std::byte{5};
    history.reads(7, it.address, 4); // not what changed
    history.reads(8, it.address, 8);
    history.reads(9, it.address, 8); // known by now
    history.finish();
    const std::size_t value = history.first_value(0);
    EXPECT_EQ(history.step_of(value), 8u);
    EXPECT_GT(history.step_of(value + 1), 1'000'000u);
    EXPECT_EQ(history.first_value(9), value + 1);
    history.go_to(0);
    EXPECT_EQ(it.own(history, 4), std::byte{1});
    history.goes_on_to(1);
    history.put(value);
    EXPECT_EQ(it.own(history, 4), std::byte{5});
    history.go_to(0);
    EXPECT_EQ(it.own(history, 4), std::byte{1});
}

TEST(HistoryTest, ARangeMayCrossPages) {
    Remembered it;
    History history(it.real);
    history.reads(0, it.address + 4090, 16);
    EXPECT_EQ(it.own(history, 4096 * 2 - 1), std::byte{1});
    EXPECT_EQ(it.own(history, 4096 * 2), std::byte{0});
}

} // namespace lockstep::simt
