// SPDX-License-Identifier: MIT
// A passport is found, measured, kept, and forgotten when the machine is another.
#include "app/experiment/passport_news.hpp"

#include "tests/app/experiment/scene.hpp"
#include "tests/kernels/protocol/examples.hpp"

#include <gmock/gmock.h>

namespace lockstep {
namespace {

using namespace testing_support;
using protocol::examples::passport;
using testing::SizeIs;

protocol::PassportAnswer answer_of(const Scene& scene) {
    return {passport_id, scene.session.machine, passport()};
}

TEST(PassportNews, AGreetingHasTheDiskLookedAt) {
    Scene scene;
    EXPECT_THAT(scene.effects.passports_sought, SizeIs(1));
    EXPECT_FALSE(scene.session.passport.sought);
    passport_found(scene.session, scene.session.machine.hash, passport());
    ASSERT_TRUE(scene.session.passport.taken);
    EXPECT_TRUE(scene.session.passport.kept) << "it was measured some other time";
    EXPECT_EQ(scene.session.machine.peak_gflops, 80) << "a model may ask for it";
    EXPECT_TRUE(scene.session.passport.sought);
}

TEST(PassportNews, WhatIsNotThereMustBeMeasured) {
    Scene scene;
    passport_found(scene.session, scene.session.machine.hash, std::nullopt);
    EXPECT_TRUE(scene.session.passport.sought);
    EXPECT_FALSE(scene.session.passport.taken);
    passport_found(scene.session, "another machine", passport());
    EXPECT_FALSE(scene.session.passport.taken) << "of a bench that is gone";
}

TEST(PassportNews, WhatWasMeasuredIsKeptAndHeldAgainstTheDisk) {
    Scene scene;
    scene.act(command::TakePassport{});
    receive(scene.session, answer_of(scene), scene.effects);
    EXPECT_FALSE(scene.session.running());
    EXPECT_EQ(scene.session.bench.phase, BenchPhase::Ready);
    ASSERT_TRUE(scene.session.passport.taken);
    EXPECT_FALSE(scene.session.passport.kept);
    EXPECT_EQ(scene.session.machine.memory_gb_s, 14.5);
    ASSERT_THAT(scene.effects.passports_kept, SizeIs(1));
    EXPECT_EQ(scene.effects.passports_kept[0].passport.taken, passport().taken);
    protocol::Passport older = passport();
    older.taken = "2020-01-01T00:00:00Z";
    passport_found(scene.session, scene.session.machine.hash, older);
    EXPECT_EQ(scene.session.passport.taken->taken, passport().taken) << "a slow disk came late";
}

TEST(PassportNews, ABenchMayMeasureNone) {
    Scene scene;
    scene.act(command::TakePassport{});
    receive(scene.session, protocol::PassportAnswer{passport_id, scene.session.machine, {}},
            scene.effects);
    EXPECT_FALSE(scene.session.running());
    EXPECT_FALSE(scene.session.passport.taken);
    EXPECT_EQ(scene.session.passport.problem, "This bench measures no passport.");
    EXPECT_TRUE(scene.effects.passports_kept.empty());
}

TEST(PassportNews, TheShortAnswerIsNoPassport) {
    Scene scene;
    scene.act(command::TakePassport{});
    // Asked for at the start, answered only now.
    receive(scene.session, protocol::PassportAnswer{"passport", scene.session.machine, {}},
            scene.effects);
    EXPECT_TRUE(scene.session.taking_passport());
    EXPECT_EQ(scene.session.passport.problem, "");
}

TEST(PassportNews, AnotherMachineHasAnother) {
    Scene scene;
    scene.act(command::TakePassport{});
    receive(scene.session, answer_of(scene), scene.effects);
    protocol::Hello hello;
    hello.catalogue = catalogue();
    hello.machine = scene.session.machine;
    hello.machine.peak_gflops = hello.machine.memory_gb_s = 0; // a bench that starts knows none
    receive(scene.session, hello, scene.effects);
    EXPECT_TRUE(scene.session.passport.taken) << "the same machine: a bench that started again";
    EXPECT_THAT(scene.effects.passports_sought, SizeIs(1)) << "and nothing to look for";
    hello.machine.hash = "a core more";
    receive(scene.session, hello, scene.effects);
    EXPECT_FALSE(scene.session.passport.taken);
    EXPECT_EQ(scene.session.machine.peak_gflops, 0) << "nor are its roofs";
    EXPECT_THAT(scene.effects.passports_sought, SizeIs(2));
}

} // namespace
} // namespace lockstep
