// SPDX-License-Identifier: MIT
// Everything that can be done, as plain structs. Mouse, keys, presenter, links and tests put them
// into the same list; they are applied between frames, by apply() alone.
#pragma once

#include "app/experiment/session.hpp"

#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace lockstep {

namespace command {
// ---- going about
// ---------------------------------------------------------------------------------
struct OpenLesson {
    std::string lesson;
};
struct OpenPage {
    std::string page;
};
struct ReachStep {
    content::Step step;
}; ///< "go on without one", Explain
struct ChooseTab {
    std::string experiment;
};
struct ChooseView {
    std::string view;
};
struct FollowLink {
    std::string uri;
}; ///< set:longest=8, lesson:amdahl, step:explain, https://
struct Quit {};
// ---- predicting
// ----------------------------------------------------------------------------------
struct BeginGuess {}; ///< *Guess first*: the lab comes beside the question
struct DraftCurve {
    std::string block;
    double x, y;
    bool first_of_drag = true;
};
struct DraftNumber {
    std::string block;
    double number;
};
struct DraftChoice {
    std::string block;
    int choice;
};
struct DraftOrder {
    std::string block;
    std::vector<int> order;
};
struct UndoDraft {
    std::string block;
};
struct ClearDraft {
    std::string block;
};
struct LockGuess {
    std::string block;
};
struct ChangeGuess {
    std::string block;
}; ///< only before the first mark; later a second guess
struct NoIdea {
    std::string block;
};
// ---- running
// -------------------------------------------------------------------------------------
struct SetSlider {
    std::string experiment, parameter;
    double value;
    bool released;
};
struct StartRun {
    std::string experiment;
}; ///< the lab's button
struct StartBlockRun {
    std::string block;
};                      ///< a run block: moves its sliders, then runs
struct TakePassport {}; ///< has the machine measured; StopRun ends that, too
struct StopRun {};
struct RestartBench {};
// ---- the reveal
// ----------------------------------------------------------------------------------
struct MarksDid {
    std::string block;
    int choice;
}; ///< "What did the marks do?"
struct NextReveal {};
struct ChooseBaseline {
    std::string experiment, variant;
}; ///< what the shown run is compared with
struct MoveCursor {
    std::string experiment, variant;
    double x;
};
struct ClearCursor {};
// ---- looking closer
// ----------------------------------------------------------------------------------
struct ZoomPlot {
    std::string experiment;
    ZoomPlace at; ///< stays where it is
    double factor;
};
struct PanPlot {
    std::string experiment;
    ZoomPlace by;
};
struct ShowWholePlot {
    std::string experiment;
};
struct PlayPicture {
    std::string of; ///< run and point
};
struct ShowMoment {
    std::string of;
    double share; ///< of the run's time
};                ///< of the picture; a replay stops there
struct LookAtCode {
    std::string experiment, variant;
};
struct ChooseCell {
    std::string picture; ///< the item that it is a cell of
    int cell;
};
// ---- quiz
// ----------------------------------------------------------------------------------------
struct AnswerChoice {
    std::string block;
    int choice;
};
struct AnswerNumber {
    std::string block;
    double number;
};
struct AnswerOrder {
    std::string block;
    std::vector<int> order;
};
struct CheckSet {
    std::string block;
}; ///< judged by a run
// ---- step by step
// --------------------------------------------------------------------------------
struct TracePoint {
    protocol::PointRequest point;
    std::string source = {}; ///< a version of the kernel's text in place of the project's
    bool as_written = false; ///< compiled for a debugger: each line as it was written
};                           ///< keeps a trace of its kernel's first block
struct ReplayTrace {};       ///< does again what the opened trace file says
struct EditKernel {
    std::string kernel; ///< "gather/cuda_1"
    std::string text;   ///< empty: as it was
};
struct ShowStep {
    std::int64_t step;
};
struct SeekStep {
    std::string what; ///< divergence, line, step, finding
    bool backward = false;
    int line = 0; ///< of a line: its number, and the trace's number of its file
    int file = -1;
};
struct TraceWarp {
    int warp;
    std::int64_t at = -1;  ///< to its first step from there on; -1: behind the cursor
    bool backward = false; ///< to its last step before, instead
};
struct ZoomBlock {
    bool closer; ///< to a quarter of the steps, round the cursor; or to four times as many
};
struct SummariseBlock {
    int columns; ///< as many as there is room for
};               ///< all warps of the block over time
// ---- files and settings
// --------------------------------------------------------------------------
struct SaveRun {
    std::string path;
}; ///< .json, .csv, .html by its ending
struct OpenRun {
    std::string path;
}; ///< laid over the experiment that it fits; a trace file is opened on a page of its own
struct LayOver {
    std::shared_ptr<const LaidOver> run;
}; ///< one that was read: over the open experiment, or over that which it was made for
struct LayOverKnown {
    std::string id;
}; ///< one of Session::known_runs, which is read first
struct TakeAway {
    std::string run; ///< its id; empty: all that lie over the open experiment
};
struct ChangeSettings {
    Settings settings;
};
struct FoldRail {
    bool folded;
};
struct CloseNotice {
    int index;
};
// ---- in a classroom
// ------------------------------------------------------------------------------
struct TogglePresenter {};
struct Slide {
    int by;
}; ///< Page Down: 1, Page Up: -1
struct Blank {};
struct Vote {
    int choice;
    int by;
}; ///< keys 1-4; Shift takes a hand back
} // namespace command

using Command = std::variant<
    command::OpenLesson, command::OpenPage, command::ReachStep, command::ChooseTab,
    command::ChooseView, command::FollowLink, command::Quit, command::BeginGuess,
    command::DraftCurve, command::DraftNumber, command::DraftChoice, command::DraftOrder,
    command::UndoDraft, command::ClearDraft, command::LockGuess, command::ChangeGuess,
    command::NoIdea, command::SetSlider, command::StartRun, command::StartBlockRun,
    command::TakePassport, command::StopRun, command::RestartBench, command::MarksDid,
    command::NextReveal, command::ChooseBaseline, command::MoveCursor, command::ClearCursor,
    command::ZoomPlot, command::PanPlot, command::ShowWholePlot, command::PlayPicture,
    command::ShowMoment, command::LookAtCode, command::ChooseCell, command::AnswerChoice,
    command::AnswerNumber, command::AnswerOrder, command::CheckSet, command::TracePoint,
    command::ReplayTrace, command::EditKernel, command::ShowStep, command::SeekStep,
    command::TraceWarp, command::ZoomBlock, command::SummariseBlock, command::SaveRun,
    command::OpenRun, command::LayOver, command::LayOverKnown, command::TakeAway,
    command::ChangeSettings, command::FoldRail, command::CloseNotice, command::TogglePresenter,
    command::Slide, command::Blank, command::Vote>;

using Commands = std::vector<Command>;

/// What applying commands may cause outside the session. The window and the command line bring the
/// real one; tests bring one that writes down what was asked.
class Effects {
  public:
    virtual ~Effects() = default;
    virtual void start_run(const protocol::RunRequest& request) = 0;
    virtual void cancel_run() = 0; ///< ends the bench's process group and starts another
    virtual void restart_bench() = 0;
    virtual void take_passport(const protocol::PassportRequest& request) = 0; ///< as a run
    virtual void keep_passport(const protocol::PassportAnswer& answer) = 0;
    /// Looks on the disk for one of this machine; passport_found() brings it.
    virtual void find_passport(const protocol::Machine& machine) = 0;
    /// Asks a second bench, which is started when it is first needed.
    virtual void start_simulation(const protocol::SimulateRequest& request) = 0;
    virtual void cancel_simulation() = 0; ///< ends the second bench
    /// A trace, or something about the one that the second bench keeps.
    virtual void ask_simulator(const protocol::ToBench& message) = 0;
    /// An event for the ledger; `json` is one line. The presenter's are never sent.
    virtual void remember(const std::string& kind, const std::string& lesson,
                          const std::string& block, const std::string& json) = 0;
    virtual void keep_run(const Run& run) = 0; ///< runs/<uuid>.json, then its event
    virtual void save_run(const Run& run, const std::string& path) = 0;
    /// Read, then command::LayOver comes back; what cannot be read is a notice.
    virtual void open_run(const std::string& path) = 0;
    virtual void open_known_run(const KnownRun& run) = 0; ///< the same of a run that is known
    virtual void open_trace(const std::string& path) = 0; ///< read, then shown
    virtual void save_settings(const Settings& settings) = 0;
    virtual void open_web(const std::string& uri) = 0; ///< after the learner was asked
};

void apply(Session& session, const Command& command, Effects& effects);
/// What the bench said, carried into the session.
void receive(Session& session, const protocol::FromBench& message, Effects& effects);

} // namespace lockstep
