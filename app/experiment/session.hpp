// SPDX-License-Identifier: MIT
// The only state of the program. Blocks, views and pages read it and answer with Commands; nothing
// is kept in a widget. Owned by the main thread.
#pragma once

#include "app/content/lesson.hpp"
#include "app/experiment/known_run.hpp"
#include "app/experiment/looking.hpp"
#include "app/experiment/passport_state.hpp"
#include "app/experiment/run.hpp"
#include "app/experiment/trace_file.hpp"
#include "app/experiment/tracing.hpp"
#include "kernels/protocol/messages.hpp"
#include "sim/simt/device.hpp"

#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace lockstep {

enum class BenchPhase { Starting, Ready, Running, Failed };

struct BenchState {
    BenchPhase phase = BenchPhase::Starting;
    std::string sentence;         ///< calm words when it failed
    std::vector<std::string> log; ///< last lines of its standard error
    std::string command;          ///< the command line that repeats the run
    std::string run_id;           ///< of the run in progress
    std::string activity;         ///< "checking", "pilot", "rounds"
    int rounds_done = 0, rounds_planned = 0;
    double seconds_left = 0;
};

/// The second bench, which simulates and never times.
struct SimulationState {
    std::optional<protocol::SimulateRequest> queued; ///< waits until the run's times are there
    std::string run_id; ///< of the run whose points are simulated now; empty: none
    int done = 0, asked = 0;
};

/// What a learner commits to. `curve` holds a handle for each tick of x that was set.
struct Guess {
    Values sliders; ///< it was made for these
    std::map<double, double> curve;
    std::optional<double> number;
    std::optional<int> choice;
    std::vector<int> order;
    bool no_idea = false; ///< "I have no idea, show me": silences every "you drew"
    /// Height of the curve at x, interpolated; none outside or without a curve.
    std::optional<double> at(double x) const;
};

struct BlockState {
    Guess draft;                  ///< being drawn
    std::deque<Guess> undo;       ///< earlier drafts, newest last, at most 50
    std::vector<Guess> guesses;   ///< locked: the first, and later ones beside it
    bool editing_again = false;   ///< *Change my guess* before the first mark
    std::vector<int> tries;       ///< quiz: choices in the order in which they were tried
    std::optional<double> number; ///< quiz: what was typed last
    std::vector<int> order;       ///< quiz of kind order: as arranged now
    bool answered = false;        ///< quiz: right, or the answer was shown
    std::optional<int> marks_did; ///< "What did the marks do?": the choice made
    std::optional<bool> marks_did_right;
    bool ran = false;   ///< run block: carried out at least once
    std::string run_id; ///< run block: its latest run
};

/// How far the reveal of the first run has come: marks, then the question, then the verdict, then
/// the model draws itself, then the strip.
enum class Reveal { Nothing, Marks, Question, Verdict, Model, Strip };

/// One experiment of a lesson as the lab shows it.
struct LabState {
    Values sliders;                  ///< as they stand now, including while dragged
    std::optional<Run> run;          ///< running or latest
    Values run_sliders;              ///< the sliders that `run` was made for
    std::vector<Run> ghosts;         ///< the last three settings, newest first
    std::vector<LaidOver> laid_over; ///< of other machines or other days, oldest first
    std::optional<double> cursor_x;  ///< chosen point
    std::string cursor_variant;
    std::optional<double> spoken_x;      ///< the mark that the run's sentence speaks of
    std::string spoken_variant;          ///< its series' key
    std::map<std::string, Run> by_block; ///< runs that a run block's comparison reads
    Zoom zoom;                           ///< of its plot
    std::string code_variant;            ///< whose code is looked at; empty: the chosen mark's
};

struct LessonState {
    content::Step reached = content::Step::Predict;
    Reveal reveal = Reveal::Nothing;
    std::string tab = "main";      ///< experiment that the lab shows
    std::string view = "timeline"; ///< tab of the lower card
    std::map<std::string, LabState> labs;
    std::map<std::string, BlockState> blocks;
    bool finished = false;
    std::string run_block; ///< the run block that started the run in progress
    std::string scroll_to; ///< block that the page scrolls to once
    int scrolls = 0;       ///< how often it was asked to: the same block may be asked for again
    Replay replay;         ///< of a picture that a run computed

    void ask_for(std::string block) {
        scroll_to = std::move(block);
        ++scrolls;
    }
};

enum class Theme { System, Light, Dark, HighContrast };

struct Settings {
    Theme theme = Theme::System;
    double text_scale = 1.0;                         ///< 0.8 .. 3.0
    double rail_share = 0.164, lesson_share = 0.316; ///< of the window's width
    bool reduced_motion = false;
    bool rail_folded = true;
    bool uses_siblings = false; ///< sweeps go on over hyperthreads and slow cores
    std::string card = "h200";  ///< id of the card that occupancy and waves are told for
};

struct Presenter {
    bool on = false;
    bool blank = false;
    int slide = 0;            ///< question, guess, run, compare, model, failure, quiz
    std::map<int, int> votes; ///< show of hands: choice -> hands
    bool counted = false;     ///< its question has its answer: the next hand begins another
    std::map<std::string, LessonState> lessons; ///< the teacher's while it is on, else the class's
};

struct Notice {
    std::string sentence;
    std::vector<std::string> details = {}; ///< log lines, the command that repeats the run
    std::string link = {};                 ///< web address that the learner may open
    bool of_file = false; ///< about a file that was opened: goes when the next one is
};

struct Session {
    content::Course course;
    protocol::Catalogue catalogue;
    protocol::Machine machine;
    std::vector<simt::Device> cards; ///< that can be simulated: assets/devices
    BenchState bench;
    SimulationState simulation;
    PassportState passport;
    Tracing tracing;                         ///< the kernel that is shown step by step
    std::optional<OpenedTrace> opened_trace; ///< the page `trace` shows it
    std::string trace_view = "lanes";        ///< the tab of that page
    /// Versions of the learner's, by kernel ("gather/cuda_1").
    std::map<std::string, std::string> own_kernels;
    std::set<std::string> unkept_kernels; ///< changed since the ledger was told
    std::vector<KnownRun> known_runs;     ///< that can be laid over, own ones oldest first
    std::string lesson_id;                ///< open lesson
    std::string page = "lesson";          ///< page shown: lesson, keys, ...
    std::map<std::string, int> cells;     ///< chosen in pictures, by lesson or page, and item
    std::map<std::string, LessonState> lessons;
    Settings settings;
    Presenter presenter;
    std::vector<Notice> notices;
    bool ledger_read_only = false;
    bool first_start = true; ///< nothing in the ledger yet
    bool welcome = false;    ///< the first lesson's question stands alone until *Guess first*
    bool quitting = false;

    const content::Lesson* lesson() const { return course.lesson(lesson_id); }
    const LessonState* state() const;
    const LessonState* state(std::string_view lesson) const;
    const BlockState* block(std::string_view id) const; ///< of the open lesson
    const LabState* lab(std::string_view experiment) const;
    /// While predicting sliders stand still; from Compare on they are free.
    bool sliders_are_free() const;
    /// The very first page: a question, a picture, one button, and no lab yet.
    bool welcoming() const;
    /// The one that the settings name, else the first; null where there are none.
    const simt::Device* card() const;
    bool timing() const { return bench.phase == BenchPhase::Running; }
    bool simulating() const { return !simulation.run_id.empty(); }
    bool running() const { return timing() || simulating(); } ///< a run goes on
    /// The machine itself is what is timed.
    bool taking_passport() const { return timing() && bench.run_id == passport_id; }
};

} // namespace lockstep
