// SPDX-License-Identifier: MIT
// One handler for each command, by groups in files of their own (do_*.cpp); apply() picks by type.
#pragma once

#include "app/experiment/commands.hpp"

namespace lockstep::handlers {

/// What every handler works on. `lesson` is null while none is open.
struct Context {
    Session& session;
    Effects& effects;
    const content::Lesson* lesson;

    LessonState& state() const { return session.lessons[session.lesson_id]; }
    BlockState& block(const std::string& id) const { return state().blocks[id]; }
    LabState& lab(const std::string& experiment) const { return state().labs[experiment]; }
    /// To the ledger, unless a class is being shown something.
    void remember(const std::string& kind, const std::string& block, const std::string& json) const;
    void notice(std::string sentence, std::vector<std::string> details = {}) const;
};

Context context_of(Session& session, Effects& effects);

// ---- going about (do_navigate.cpp)
// ---------------------------------------------------------------
void handle(const Context&, const command::OpenLesson&);
void handle(const Context&, const command::OpenPage&);
void handle(const Context&, const command::ReachStep&);
void handle(const Context&, const command::ChooseTab&);
void handle(const Context&, const command::ChooseView&);
void handle(const Context&, const command::FollowLink&);
void handle(const Context&, const command::Quit&);
/// A step once reached stays open.
void reach(const Context&, content::Step step);
// ---- predicting (do_predict.cpp)
// -----------------------------------------------------------------
void handle(const Context&, const command::BeginGuess&);
void handle(const Context&, const command::DraftCurve&);
void handle(const Context&, const command::DraftNumber&);
void handle(const Context&, const command::DraftChoice&);
void handle(const Context&, const command::DraftOrder&);
void handle(const Context&, const command::UndoDraft&);
void handle(const Context&, const command::ClearDraft&);
void handle(const Context&, const command::LockGuess&);
void handle(const Context&, const command::ChangeGuess&);
void handle(const Context&, const command::NoIdea&);
// ---- running (do_run.cpp)
// ------------------------------------------------------------------------
void handle(const Context&, const command::SetSlider&);
void handle(const Context&, const command::StartRun&);
void handle(const Context&, const command::StartBlockRun&);
void handle(const Context&, const command::StopRun&);
void handle(const Context&, const command::RestartBench&);
/// Whether a mark of this lesson's experiment has come already.
bool has_mark(const LessonState& state, const std::string& experiment);
// ---- the machine itself (do_passport.cpp)
// ------------------------------------------------------------------
void handle(const Context&, const command::TakePassport&);
// ---- the reveal (do_reveal.cpp)
// ------------------------------------------------------------------
void handle(const Context&, const command::MarksDid&);
void handle(const Context&, const command::NextReveal&);
void handle(const Context&, const command::ChooseBaseline&);
void handle(const Context&, const command::MoveCursor&);
void handle(const Context&, const command::ClearCursor&);
/// What the reveal of a lesson comes to next, once it has left the marks behind.
Reveal next_reveal(const Session& session, const content::Lesson& lesson, Reveal from);
void put_reveal(const Context&, const content::Lesson& lesson, Reveal reveal);
// ---- looking closer (do_look.cpp)
// ----------------------------------------------------------------
void handle(const Context&, const command::ZoomPlot&);
void handle(const Context&, const command::PanPlot&);
void handle(const Context&, const command::ShowWholePlot&);
void handle(const Context&, const command::PlayPicture&);
void handle(const Context&, const command::ShowMoment&);
void handle(const Context&, const command::LookAtCode&);
void handle(const Context&, const command::ChooseCell&);
// ---- quiz (do_quiz.cpp)
// --------------------------------------------------------------------------
void handle(const Context&, const command::AnswerChoice&);
void handle(const Context&, const command::AnswerNumber&);
void handle(const Context&, const command::AnswerOrder&);
void handle(const Context&, const command::CheckSet&);
/// Lessons of an earlier start of which only questions are open that this machine cannot answer:
/// what it can is known when a bench has greeted.
void finish_lessons(Session& session);
/// Judges a question of kind Set by the run that has just ended.
void judge_set(const Context&, const content::Lesson& lesson, const std::string& block);
// ---- step by step (do_trace.cpp)
// ---------------------------------------------------------------------
void handle(const Context&, const command::TracePoint&);
void handle(const Context&, const command::ReplayTrace&);
void handle(const Context&, const command::EditKernel&);
void handle(const Context&, const command::ShowStep&);
void handle(const Context&, const command::SeekStep&);
void handle(const Context&, const command::TraceWarp&);
void handle(const Context&, const command::ZoomBlock&);
void handle(const Context&, const command::SummariseBlock&);
/// Tells the ledger what was edited since it was told last: not each stroke of a key.
void keep_kernels(const Context&);
// ---- files and settings (do_files.cpp)
// -----------------------------------------------------------
void handle(const Context&, const command::SaveRun&);
void handle(const Context&, const command::OpenRun&);
void handle(const Context&, const command::ChangeSettings&);
void handle(const Context&, const command::FoldRail&);
void handle(const Context&, const command::CloseNotice&);
// ---- runs laid over (do_recordings.cpp)
// --------------------------------------------------------------
void handle(const Context&, const command::LayOver&);
void handle(const Context&, const command::LayOverKnown&);
void handle(const Context&, const command::TakeAway&);
// ---- in a classroom (do_present.cpp)
// -------------------------------------------------------------
void handle(const Context&, const command::TogglePresenter&);
void handle(const Context&, const command::Slide&);
void handle(const Context&, const command::Blank&);
void handle(const Context&, const command::Vote&);

} // namespace lockstep::handlers
