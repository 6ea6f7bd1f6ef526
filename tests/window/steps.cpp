// SPDX-License-Identifier: MIT
#include "tests/window/steps.hpp"

#include "app/experiment/queries.hpp"
#include "app/pages/lesson/stage.hpp"

#include <imgui.h>

#include <algorithm>
#include <string>

namespace lockstep::window_tests {

void arrive(Driver& d) {
    d.wait_until("the bench has greeted",
                 [&] { return d.session().bench.phase == BenchPhase::Ready; });
    d.frames(4);
}

void draw_and_lock(Driver& d, const char* block, float from_y, float to_y) {
    d.check(d.state().reached == content::Step::Predict, "the lesson begins with a guess");
    d.check(!d.session().sliders_are_free(), "sliders stand still while a guess is drawn");
    d.drag("drawing", 0.02f, from_y, 0.98f, to_y,
           [&] { return d.block(block).draft.curve.size() >= 5; });
    d.picture("drawn");
    d.click("Lock my guess###action", [&] { return d.block(block).guesses.size() == 1; });
}

void run_it(Driver& d, const char* experiment) {
    if (d.failed()) return;
    const std::string words =
        lab::run_words(d.session(), *d.session().lesson()->experiment(experiment));
    d.click(words + "###action", [&] { return d.lab(experiment).run.has_value(); });
    d.wait_until("the run ends",
                 [&] { return !d.session().running() && d.lab(experiment).run->finished; });
    d.check(d.lab(experiment).run->cancelled == false, "the run was not cut short");
    d.check(d.state().reached >= content::Step::Compare, "a run leads to Compare");
}

void see_the_reveal(Driver& d, const char* gate) {
    if (d.failed()) return;
    const content::Lesson& lesson = *d.session().lesson();
    const auto* body = lesson.body<content::RunBody>(gate);
    d.check(body != nullptr, "the gate is a run block");
    if (!body)
        return;
    if (d.state().reveal == Reveal::Question) {
        d.frames(6); // the page scrolls to it
        d.picture("question");
        const auto question =
            marks_question(d.session(), lesson, *lesson.experiment(body->experiment));
        d.check(question.has_value(), "the marks have a question");
        if (!question)
            return;
        const std::string row = std::string(gate) + "/marks-" + std::to_string(question->right);
        d.click(row, [&] { return d.block(gate).marks_did_right == true; });
        d.frames(2);
        d.picture("verdict");
    }
    d.wait_until("the strip is shown", [&] { return d.state().reveal == Reveal::Strip; });
    d.frames(3);
    d.picture("compare");
}

/// The played machine shows what the lesson speaks of, unless it cannot.
static void check_finding(Driver& d, const content::RunBody& body, const Compared& came) {
    if (!body.compare || body.compare->expect.empty() || came.outcome == Outcome::Unavailable)
        return;
    const auto* experiment = d.session().lesson()->experiment(body.experiment);
    if (!experiment || d.session().machine.cores < experiment->needs_cores)
        return;
    const std::string& expect = body.compare->expect;
    d.check(came.outcome == (expect == "above"   ? Outcome::Above
                             : expect == "below" ? Outcome::Below
                                                 : Outcome::Same),
            "the run shows what the lesson expects");
}

void try_link(Driver& d, const char* words, const char* block) {
    if (d.failed()) return;
    const std::string label = std::string(words) + "##" + block;
    d.click(label, [&] { return d.session().running() || d.block(block).ran; });
    d.wait_until("its run ends", [&] { return !d.session().running() && d.block(block).ran; });
    const auto* body = d.session().lesson()->body<content::RunBody>(block);
    const Compared came = compared(d.session(), *d.session().lesson(), *body, block);
    d.check(!came.says.empty(), "the run block says what came out");
    check_finding(d, *body, came);
    d.frames(3);
    d.picture(block);
}

void go_on_to_why(Driver& d) {
    if (d.failed()) return;
    const std::string line = how_to_go_on(d.session(), *d.session().lesson());
    const std::size_t begin = line.find('['), end = line.find("](step:explain)");
    d.check(begin != std::string::npos && end != std::string::npos, "the line leads on to why");
    if (d.failed())
        return;
    d.click(line.substr(begin + 1, end - begin - 1),
            [&] { return d.state().reached == content::Step::Explain; });
    d.frames(3);
    d.picture("why");
}

void hears_the_reading(Driver& d, const char* predict, const char* like) {
    if (d.failed())
        return;
    const content::Lesson& lesson = *d.session().lesson();
    const auto* body = lesson.body<content::PredictBody>(predict);
    d.check(body != nullptr, "there is a prediction of that name");
    if (!body)
        return;
    const auto said = refutation(d.session(), lesson, *body, predict);
    d.check(said && !said->right, "the guess is not right");
    const auto reading = std::ranges::find(body->readings, like, &content::Reading::like);
    d.check(reading != body->readings.end(), "the lesson has that reading");
    if (!said || reading == body->readings.end())
        return;
    d.check(!said->headline.empty(), "it is said what was drawn and what came out");
    d.check(said->says == fill(d.session(), lesson, reading->says, predict),
            "and where such a guess comes from");
}

void finds_it_again(Driver& d) {
    arrive(d);
    d.check(!d.session().first_start, "the ledger knows this learner");
    d.check(d.state().finished, "the lesson is still finished");
    const content::Experiment& first = d.session().lesson()->experiments.front();
    d.check(d.lab(first.id).run.has_value(), "the run is still there");
    if (d.failed())
        return;
    d.check(d.lab(first.id).run->from_file, "it is shown as recorded");
    const auto& blocks = d.session().lesson()->blocks;
    const auto guess = std::ranges::find(blocks, "predict", &content::Block::kind);
    d.check(guess != blocks.end() && !d.block(guess->id).guesses.empty(), "so is the guess");
    d.picture("again");
}

void look_in_the_dark(Driver& d) {
    if (d.failed())
        return;
    d.key(ImGuiMod_Ctrl | ImGuiKey_Comma, [&] { return d.session().page == "settings"; });
    d.click("Dark", [&] { return d.session().settings.theme == Theme::Dark; });
    d.key(ImGuiKey_Escape, [&] { return d.session().page == "lesson"; });
    d.frames(3);
    d.picture("dark");
    while (!d.failed() && d.session().settings.text_scale < 2) {
        const double before = d.session().settings.text_scale;
        d.key(ImGuiMod_Ctrl | ImGuiKey_Equal,
              [&] { return d.session().settings.text_scale > before; });
    }
    d.frames(3);
    d.picture("dark-200");
}

void answer_choice(Driver& d, const char* quiz, int choice, bool right) {
    if (d.failed()) return;
    const std::size_t before = d.block(quiz).tries.size();
    d.click(std::string(quiz) + "/choice-" + std::to_string(choice),
            [&] { return d.block(quiz).tries.size() > before; });
    if (d.failed()) return;
    d.check(d.block(quiz).tries.back() == choice,
            "the choice that was clicked is the one that counts");
    if (right)
        d.check(d.block(quiz).answered, "the right answer answers the question");
}

void answer_number(Driver& d, const char* quiz, const char* digits, bool right) {
    if (d.failed()) return;
    const std::string field = "##" + std::string(quiz) + "/number";
    d.click(field, [&] { return ImGui::GetIO().WantTextInput; });
    d.type(digits, [] { return true; });
    d.key(ImGuiKey_Enter, [&] { return d.block(quiz).number.has_value(); });
    d.check(d.block(quiz).answered == right || d.block(quiz).tries.size() > 1,
            "the number is judged");
}

} // namespace lockstep::window_tests
