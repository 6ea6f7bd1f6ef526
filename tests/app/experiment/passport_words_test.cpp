// SPDX-License-Identifier: MIT
// When a passport was taken, and what it says in sentences.
#include "app/experiment/passport_words.hpp"

#include "tests/kernels/protocol/examples.hpp"

#include <gmock/gmock.h>

namespace lockstep {
namespace {

using protocol::examples::passport;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

TEST(PassportWords, SayWhenItWasTaken) {
    PassportState state;
    EXPECT_EQ(taken_words(state), "");
    state.taken = passport();
    EXPECT_EQ(taken_words(state), "measured just now, in 3.5 s");
    EXPECT_EQ(provenance_of(state), Provenance::Measured);
    state.kept = true;
    EXPECT_EQ(taken_words(state), "measured 2026-11-26, 05:13 UTC, and kept since");
    EXPECT_EQ(provenance_of(state), Provenance::Recorded) << "at an earlier start";
    state.taken->taken = "some day";
    EXPECT_EQ(taken_words(state), "measured some day, and kept since");
}

TEST(PassportWords, SayWhatTheMachineIs) {
    PassportState state;
    protocol::Machine here = protocol::examples::machine();
    EXPECT_EQ(machine_sentence(here, state),
              "A processor: 2 of 8 cores, AVX-512, 24 GiB, in a virtual machine.");
    state.taken = passport();
    EXPECT_THAT(machine_sentence(here, state), HasSubstr("in a virtual machine (KVM)."));
    here.cores = here.cores_present = 1;
    here.cpu.clear();
    here.simd.clear();
    here.virtual_machine = false;
    here.memory_gib = 0;
    EXPECT_EQ(machine_sentence(here, {}), "This computer: 1 core.");
}

TEST(PassportWords, SayWhatTheFiguresComeTo) {
    const auto sentences = passport_sentences(passport());
    ASSERT_THAT(sentences, SizeIs(4));
    EXPECT_EQ(sentences[0],
              "One core computes at most 80 Gflop/s with doubles and brings 14.5 GB/s from memory: "
              "a kernel with fewer than 5.5 flops for each byte waits for memory.");
    EXPECT_THAT(sentences[1], HasSubstr("Both cores compute at most 155 Gflop/s"));
    EXPECT_THAT(sentences[1], HasSubstr("1.9 times the flops of one core, and 1.7 times"));
    EXPECT_THAT(sentences[2], HasSubstr("21.5 ns (same core)"));
    EXPECT_THAT(sentences[3], HasSubstr("differ by 0.4 % here"));
    EXPECT_THAT(passport_sentences({}), IsEmpty());
}

TEST(PassportWords, OneKindOfPairNeedsNoName) {
    protocol::Passport two = passport();
    two.latencies = {{0, 1}, {{}, {21.5}}, 1};
    two.overheads.noise = 0;
    const auto sentences = passport_sentences(two);
    EXPECT_EQ(sentences.back(), "A cache line goes from one core to another in 21.5 ns.");
}

} // namespace
} // namespace lockstep
