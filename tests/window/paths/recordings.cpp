// SPDX-License-Identifier: MIT
// Runs of other machines and other days over one's own: dropped, chosen from the list, offered
// beyond this machine, compared, taken away; and bad files, which lose nothing.
#include "tests/window/other_machines.hpp"
#include "tests/window/steps.hpp"

#include "app/experiment/known_runs.hpp"
#include "app/pages/lesson/stage.hpp"

#include <imgui.h>

#include <cstdlib>

namespace lockstep::window_tests {

namespace {

namespace fs = std::filesystem;

fs::path at_home(const char* name) {
    return fs::path(std::getenv("HOME")) / name;
}

void close_notices(Driver& d) {
    while (!d.failed() && !d.session().notices.empty()) {
        const std::size_t before = d.session().notices.size();
        d.click("×##close notice-0", [&] { return d.session().notices.size() < before; });
    }
}

bool says(const Driver& d, const char* words) {
    for (const Notice& notice : d.session().notices)
        if (notice.sentence.find(words) != notice.sentence.npos)
            return true;
    return false;
}

/// What others measured does not give the answer to a guess.
void before_the_guess(Driver& d) {
    d.drop(at_home("hers.json"), [&] { return d.lab().laid_over.size() == 1; });
    d.check(says(d, "once you have guessed and run"), "it is said that the guess comes first");
    d.frames(3);
    d.picture("waits");
    close_notices(d);
}

void bad_files(Driver& d) {
    const std::string run = d.lab().run->id;
    const std::pair<const char*, const char*> bad[] = {
        {"cut.json", "cut off or damaged"},       {"diary.json", "this is not JSON"},
        {"newer.json", "Open it with the newer"}, {"huge.json", "this has 100 MB"},
        {"folder.json", "this is a folder"},      {"gone.json", "No such file"},
        {"weather.json", "a run of weather"}};
    for (const auto& [name, words] : bad) {
        d.drop(at_home(name), [&] { return says(d, words); });
        d.check(d.lab().laid_over.size() == 1, "what lies over stays");
        d.check(d.lab().run && d.lab().run->id == run, "the run stays");
    }
    d.frames(3);
    d.picture("bad_files");
    close_notices(d);
    d.drop(at_home("edited.json"), [&] { return d.lab().laid_over.size() == 2; });
    d.check(says(d, "the file says 9, its samples give"), "an edited file is said to be one");
    d.check(d.lab().laid_over[1].run.series[0].points[4].value < 2, "and is not believed");
    d.frames(3);
    d.picture("edited");
    close_notices(d);
}

/// Saved by its key, and opened by its path: the same run says that it is there already.
void save_and_open(Driver& d) {
    const auto saved = [&] {
        for (const auto& entry : fs::directory_iterator(at_home("")))
            if (entry.path().filename().string().starts_with("lockstep-amdahl-main-"))
                return entry.path();
        return fs::path();
    };
    d.key(ImGuiMod_Ctrl | ImGuiKey_S, [&] { return says(d, "Saved as "); });
    d.check(!saved().empty(), "the file is there");
    close_notices(d);
    d.key(ImGuiMod_Ctrl | ImGuiKey_O, [&] { return ImGui::GetIO().WantTextInput; });
    d.type(saved().string(), [] { return true; });
    d.key(ImGuiKey_Enter, [&] { return says(d, "shows already"); });
    close_notices(d);
}

/// An earlier run of one's own, from the list.
void own_earlier_run(Driver& d) {
    const std::string first = d.lab().run->id;
    d.click("Run again###action", [&] { return d.lab().run && d.lab().run->id != first; });
    d.wait_until("it ends", [&] { return !d.session().running() && d.lab().run->finished; });
    d.click("Runs", [&] { return d.state().view == "runs"; });
    d.frames(3);
    d.picture("list");
    d.click("run " + at_home("edited.json").string(),
            [&] { return d.lab().laid_over.size() == 1; });
    d.click("run " + first, [&] { return d.lab().laid_over.size() == 2; });
    d.check(d.lab().laid_over[1].run.id == first, "it is the earlier run");
    d.check(d.lab().run->id != first, "and replaces nothing");
    d.frames(3);
    d.picture("two");
    d.key(ImGuiMod_Ctrl | ImGuiKey_Comma, [&] { return d.session().page == "settings"; });
    d.click("Dark", [&] { return d.session().settings.theme == Theme::Dark; });
    d.key(ImGuiKey_Escape, [&] { return d.session().page == "lesson"; });
    d.frames(3);
    d.picture("dark");
    d.click("run " + first, [&] { return d.lab().laid_over.size() == 1; });
}

void more_cores(Driver& d) {
    d.click("more workers", [&] { return d.state().tab == "workers"; });
    const auto offered =
        offered_recording(d.session(), *d.session().lesson()->experiment("workers"));
    d.check(offered && offered->words == "a 16-core machine", "more cores are offered");
    d.click("Show a 16-core machine##guess",
            [&] { return d.lab("workers").laid_over.size() == 1; });
    d.check(!d.lab("workers").run, "nothing was measured, and nothing stands in for it");
    d.click(lab::run_words(d.session(), *d.session().lesson()->experiment("workers")) + "###action",
            [&] { return d.lab("workers").run.has_value(); });
    d.wait_until("it ends",
                 [&] { return !d.session().running() && d.lab("workers").run->finished; });
    d.frames(3);
    d.picture("sixteen");
    d.click("Hide a 16-core machine##guess",
            [&] { return d.lab("workers").laid_over.empty(); });
}

void walk(Driver& d) {
    arrive(d);
    before_the_guess(d);
    draw_and_lock(d, "curve", 0.85f, 0.15f);
    run_it(d);
    see_the_reveal(d, "first");
    d.picture("hers");
    bad_files(d);
    save_and_open(d);
    own_earlier_run(d);
    more_cores(d);
    d.drop(at_home("cashier.json"), [&] { return d.session().lesson_id == "one-cashier"; });
    d.check(d.lab().laid_over.size() == 1, "a run of another lesson opens that lesson");
    d.frames(3);
    d.picture("other_lesson");
}

/// Another day: what was measured before can be laid over, and nothing lies there unasked.
void again(Driver& d) {
    arrive(d);
    d.check(d.lab().laid_over.empty(), "nothing lies over unasked");
    d.check(own_runs_for(d.session(), *d.session().course.lesson("amdahl"),
                         *d.session().course.lesson("amdahl")->experiment("main"))
                    .size() == 1,
            "the earlier run is known");
}

} // namespace

extern const WindowPath recordings_path{.name = "recordings",
                                        .lesson = "amdahl",
                                        .walk = walk,
                                        .prepare = write_other_machines,
                                        .walk_again = again};

} // namespace lockstep::window_tests
