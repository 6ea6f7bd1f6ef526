// SPDX-License-Identifier: MIT
// Amdahl's law from the question to the quiz, with the straight line that most people draw; then
// the program is started again, and everything is still there.
#include "tests/window/steps.hpp"

#include "app/experiment/live_number.hpp"
#include "app/experiment/queries.hpp"
#include "sim/base/units.hpp"

namespace lockstep::window_tests {

namespace {

void walk(Driver& d) {
    arrive(d);
    d.picture("predict");
    draw_and_lock(d, "curve", 0.85f, 0.15f);
    d.picture("locked");
    run_it(d);
    see_the_reveal(d, "first");
    const auto& lesson = *d.session().lesson();
    const auto said =
        refutation(d.session(), lesson, *lesson.body<content::PredictBody>("curve"), "curve");
    d.check(said && !said->right, "the straight line is refuted");
    d.check(d.session().sliders_are_free(), "sliders are free from Compare on");

    d.click("limit/choice-3", [&] { return d.block("limit").draft.choice == 3; });
    d.click("Lock my guess##limit", [&] { return d.block("limit").guesses.size() == 1; });
    try_link(d, "Cut the work into pieces of 50 ns", "fine");

    go_on_to_why(d);
    answer_number(d, "which", "2", false);
    const auto serial = lockstep::answer_number(
        d.session(), lesson, "100 times karp_flatt f=0.875 p=cores", "which");
    d.check(serial.has_value(), "the run says which serial part it stands for");
    if (serial)
        answer_number(d, "which", format_number(serial->value, 3).c_str(), true);
    answer_number(d, "three", "1,5", true);
    answer_number(d, "tenfold", "0.5", true);
    d.wait_until("the lesson is finished", [&] { return d.state().finished; });
    d.frames(3);
    d.picture("finished");
}

void again(Driver& d) {
    arrive(d);
    d.check(!d.session().first_start, "the ledger knows this learner");
    d.check(d.session().lesson_id == "amdahl", "the lesson that was open is open again");
    d.check(d.state().finished, "the lesson is still finished");
    d.check(d.block("curve").guesses.size() == 1, "the guess is still there");
    d.check(d.lab().run.has_value(), "the run is still there");
    if (d.lab().run)
        d.check(d.lab().run->from_file, "it is shown as recorded");
    d.picture("again");
}

} // namespace

extern const WindowPath amdahl_path{
    .name = "amdahl", .lesson = "amdahl", .walk = walk, .walk_again = again};

} // namespace lockstep::window_tests
