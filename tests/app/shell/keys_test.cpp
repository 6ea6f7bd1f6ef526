// SPDX-License-Identifier: MIT
// The table of keys: no key twice in one place, every action answers, every text size is reached.
#include "app/shell/frame.hpp"
#include "app/shell/keys.hpp"

#include <gtest/gtest.h>

#include <set>

namespace lockstep::shell {
namespace {

const KeyRow& row_of(ImGuiKeyChord chord) {
    for (const KeyRow& row : all_keys())
        if (row.chord == chord) return row;
    ADD_FAILURE() << "no such key";
    return all_keys().front();
}

template <class Wanted>
const Wanted* pressed(ImGuiKeyChord chord, const Session& session) {
    static std::optional<Command> answer;
    answer = row_of(chord).action(session);
    return answer ? std::get_if<Wanted>(&*answer) : nullptr;
}

TEST(Keys, NoChordMeansTwoThings) {
    std::set<ImGuiKeyChord> seen;
    for (const KeyRow& row : all_keys())
        for (const ImGuiKeyChord chord : {row.chord, row.second})
            if (chord) {
                EXPECT_TRUE(seen.insert(chord).second) << (row.shown ? row.shown : "hidden");
            }
}

TEST(Keys, EveryRowWithAChordActsAndEveryOtherIsSaid) {
    for (const KeyRow& row : all_keys()) {
        EXPECT_EQ(row.chord != 0, row.action != nullptr);
        if (!row.action) {
            EXPECT_NE(row.shown, nullptr);
            EXPECT_NE(row.words, nullptr);
        }
    }
}

TEST(Keys, F1OpensAndClosesThePageOfKeys) {
    Session session;
    const auto* open = pressed<command::OpenPage>(ImGuiKey_F1, session);
    ASSERT_TRUE(open);
    EXPECT_EQ(open->page, "keys");
    session.page = "keys";
    const auto* close = pressed<command::OpenPage>(ImGuiKey_F1, session);
    ASSERT_TRUE(close);
    EXPECT_EQ(close->page, "lesson");
}

TEST(Keys, EscapeStopsTheMeasuringOfAMachineBeforeItLeaves) {
    Session session;
    session.page = "passport";
    session.bench.phase = BenchPhase::Running;
    session.bench.run_id = passport_id;
    EXPECT_TRUE(pressed<command::StopRun>(ImGuiKey_Escape, session));
    session.page = "settings"; // it goes on while something else is looked at
    EXPECT_TRUE(pressed<command::OpenPage>(ImGuiKey_Escape, session));
    session.page = "passport";
    session.bench.phase = BenchPhase::Ready;
    const auto* leave = pressed<command::OpenPage>(ImGuiKey_Escape, session);
    ASSERT_TRUE(leave);
    EXPECT_EQ(leave->page, "lesson");
}

TEST(Keys, CtrlMOpensAndClosesTheMachine) {
    Session session;
    const auto* open = pressed<command::OpenPage>(ImGuiMod_Ctrl | ImGuiKey_M, session);
    ASSERT_TRUE(open);
    EXPECT_EQ(open->page, "passport");
    session.page = "passport";
    EXPECT_EQ(pressed<command::OpenPage>(ImGuiMod_Ctrl | ImGuiKey_M, session)->page, "lesson");
}

TEST(Keys, EscapeLeavesAPageAndElseBelongsToTheLab) {
    Session session;
    EXPECT_FALSE(row_of(ImGuiKey_Escape).action(session));
    session.page = "settings";
    EXPECT_TRUE(pressed<command::OpenPage>(ImGuiKey_Escape, session));
    session.presenter.on = true;
    EXPECT_TRUE(pressed<command::TogglePresenter>(ImGuiKey_Escape, session));
}

TEST(Keys, PageDownWalksOnlyWhilePresenting) {
    Session session;
    EXPECT_FALSE(row_of(ImGuiKey_PageDown).action(session));
    EXPECT_FALSE(row_of(ImGuiKey_B).action(session));
    session.presenter.on = true;
    const auto* slide = pressed<command::Slide>(ImGuiKey_PageDown, session);
    ASSERT_TRUE(slide);
    EXPECT_EQ(slide->by, 1);
}

/// Dear ImGui without a window: what the keyboard sends, frame by frame.
class Keyboard : public testing::Test {
  protected:
    Keyboard() {
        ImGui::CreateContext();
        ImGui::GetIO().DisplaySize = {100, 100};
        ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    }
    ~Keyboard() override { ImGui::DestroyContext(); }

    Commands frame(std::initializer_list<std::pair<ImGuiKey, bool>> strokes) {
        for (const auto& [key, down] : strokes)
            ImGui::GetIO().AddKeyEvent(key, down);
        Commands commands;
        ImGui::NewFrame();
        take_keys(session, commands);
        ImGui::EndFrame();
        return commands;
    }

    Session session;
};

TEST_F(Keyboard, AChordActsOnce) {
    EXPECT_TRUE(frame({{ImGuiMod_Ctrl, true}}).empty());
    const Commands commands = frame({{ImGuiKey_B, true}});
    ASSERT_EQ(commands.size(), 1u);
    EXPECT_TRUE(std::holds_alternative<command::FoldRail>(commands[0]));
    EXPECT_TRUE(frame({}).empty());
    EXPECT_TRUE(frame({{ImGuiKey_B, false}, {ImGuiMod_Ctrl, false}}).empty());
}

TEST_F(Keyboard, AModifierLetGoInTheSameFrameCounts) {
    session.presenter.on = true; // B alone would blank the screen
    frame({{ImGuiMod_Ctrl, true}});
    const Commands commands =
        frame({{ImGuiKey_B, true}, {ImGuiMod_Ctrl, false}, {ImGuiKey_B, false}});
    ASSERT_EQ(commands.size(), 1u);
    EXPECT_TRUE(std::holds_alternative<command::FoldRail>(commands[0]));
    EXPECT_TRUE(frame({}).empty());
    const Commands alone = frame({{ImGuiKey_B, true}});
    ASSERT_EQ(alone.size(), 1u);
    EXPECT_TRUE(std::holds_alternative<command::Blank>(alone[0]));
}

TEST(TextScale, WalksFromEightyToThreeHundredAndStops) {
    double scale = 1;
    for (int i = 0; i < 30; ++i) scale = next_text_scale(scale, 1);
    EXPECT_DOUBLE_EQ(scale, 3.0);
    for (int i = 0; i < 30; ++i) scale = next_text_scale(scale, -1);
    EXPECT_DOUBLE_EQ(scale, 0.8);
    EXPECT_GT(next_text_scale(1.0, 1), 1.0);
    EXPECT_LT(next_text_scale(1.0, -1), 1.0);
}

content::Lesson lesson(const char* id, const char* unit) {
    content::Lesson made;
    made.id = id;
    made.unit = unit;
    return made;
}

TEST(UnitProgress, CountsAndNamesTheNextLesson) {
    Session session;
    session.course.lessons = {lesson("a", "One"), lesson("b", "One"), lesson("c", "Two")};
    session.lesson_id = "c";
    session.lessons["a"].finished = true;
    const auto units = unit_progress(session);
    ASSERT_EQ(units.size(), 2u);
    EXPECT_EQ(units[0].finished, 1);
    EXPECT_EQ(units[0].lessons, 2);
    EXPECT_EQ(units[0].next, "b");
    EXPECT_FALSE(units[0].open);
    EXPECT_EQ(units[1].next, "c");
    EXPECT_TRUE(units[1].open);
    EXPECT_EQ(neighbour_lesson(session, -1), "b");
    EXPECT_EQ(neighbour_lesson(session, 1), "");
}

TEST(UnitProgress, SendsToTheFirstLessonWhenAllAreDone) {
    Session session;
    session.course.lessons = {lesson("a", "One"), lesson("b", "One")};
    session.lessons["a"].finished = session.lessons["b"].finished = true;
    EXPECT_EQ(unit_progress(session)[0].next, "a");
}

} // namespace
} // namespace lockstep::shell
