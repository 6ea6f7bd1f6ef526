// SPDX-License-Identifier: MIT
// Sliders with their ends, words and units.
#include "tests/app/experiment/scene.hpp"

#include <gtest/gtest.h>

namespace lockstep {
namespace {

using namespace testing_support;

TEST(Sliders, HaveTheLearnersWordsAndTheMachinesEnds) {
    Scene scene(4);
    const auto shown = sliders_shown(scene.session, scene.open(), scene.main());
    ASSERT_EQ(shown.size(), 2u);
    EXPECT_EQ(shown[0].words, "workers");
    EXPECT_EQ(shown[0].value, 4);
    EXPECT_EQ(shown[0].low, 2);
    EXPECT_EQ(shown[0].high, 4);
    EXPECT_TRUE(shown[0].whole);
    EXPECT_EQ(shown[1].words, "size of one piece");
    EXPECT_EQ(shown[1].unit, "µs");
    EXPECT_TRUE(shown[1].log);
    EXPECT_FALSE(shown[1].whole);
}

TEST(Sliders, StandWhereTheyWereMoved) {
    Scene scene;
    scene.reach_compare();
    scene.act(command::SetSlider{"main", "piece_us", 250, false});
    EXPECT_EQ(sliders_shown(scene.session, scene.open(), scene.main())[1].value, 250);
    EXPECT_EQ(parameters_of(scene.session, scene.open(), scene.main()).at("piece_us"), 250);
    scene.act(command::SetSlider{"main", "piece_us", 1e9, false});
    EXPECT_EQ(parameters_of(scene.session, scene.open(), scene.main()).at("piece_us"), 1000);
}

TEST(Sliders, StandStillWhereTheyWouldMoveNothing) {
    Scene scene(4);
    content::Experiment experiment = shared_part();
    experiment.sliders[1].only = {{"p", 4}};
    EXPECT_FALSE(sliders_shown(scene.session, scene.open(), experiment)[1].idle);
    experiment.sliders[1].only = {{"p", 3}};
    EXPECT_TRUE(sliders_shown(scene.session, scene.open(), experiment)[1].idle);
    EXPECT_FALSE(sliders_shown(scene.session, scene.open(), experiment)[0].idle);
}

TEST(Sliders, OfferOnlyTheChoicesInTheirRange) {
    Scene scene;
    content::Experiment experiment = shared_part();
    content::Slider order;
    order.parameter = "order";
    order.high = {1, false};
    experiment.sliders = {order};
    EXPECT_EQ(sliders_shown(scene.session, scene.open(), experiment)[0].choices.size(), 2u);
    experiment.sliders[0].high = {0, false};
    EXPECT_EQ(sliders_shown(scene.session, scene.open(), experiment)[0].choices,
              std::vector<std::string>{"mixed"});
}

TEST(Sliders, ValuesOfXOnThisMachine) {
    EXPECT_EQ(x_values(shared_part(), machine()).size(), 5u);
}

TEST(Sliders, GoOnOverHyperthreadsOnlyWhereTheyAreWanted) {
    Scene scene;
    scene.session.machine.threads = 4;
    scene.reach_compare();
    EXPECT_EQ(sliders_shown(scene.session, scene.open(), scene.main())[0].high, 2);
    scene.act(command::SetSlider{"main", "p", 4, false});
    EXPECT_EQ(scene.lab().sliders.at("p"), 2);
    scene.session.settings.uses_siblings = true;
    const SliderShown workers = sliders_shown(scene.session, scene.open(), scene.main())[0];
    EXPECT_EQ(workers.high, 4);
    EXPECT_EQ(workers.value, 2) << "nothing moves by itself";
    scene.act(command::SetSlider{"main", "p", 4, false});
    EXPECT_EQ(scene.lab().sliders.at("p"), 4);
}

TEST(Sliders, ASharesUnitIsKeptForItsPerCent) {
    Scene scene;
    content::Experiment experiment = shared_part();
    content::Slider f;
    f.parameter = "f";
    experiment.sliders = {f};
    scene.session.catalogue.workloads[0].parameters[0].unit = "share";
    ASSERT_EQ(scene.session.catalogue.workloads[0].parameters[0].name, "f");
    EXPECT_EQ(sliders_shown(scene.session, scene.open(), experiment)[0].unit, "share");
}

} // namespace
} // namespace lockstep
