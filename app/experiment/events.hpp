// SPDX-License-Identifier: MIT
// What the ledger keeps of a lesson, one line of JSON an event, written and read in one file.
#pragma once

#include "app/experiment/session.hpp"

#include <optional>
#include <string>

namespace lockstep::events {

// Kinds of events. A kind that a reader does not know is left alone.
inline constexpr const char* guess_kind = "guess";   ///< a guess locked, or "no idea"
inline constexpr const char* run_kind = "run";       ///< a run kept: its id and its block
inline constexpr const char* step_kind = "step";     ///< a step reached
inline constexpr const char* reveal_kind = "reveal"; ///< how far the reveal has come
inline constexpr const char* marks_kind = "marks";   ///< "What did the marks do?"
inline constexpr const char* answer_kind = "answer"; ///< an answer to a question
inline constexpr const char* kernel_kind = "kernel"; ///< a kernel edited; its name is the block

std::string write_guess(const Guess& guess, bool replaces);
struct GuessEvent {
    Guess guess;
    bool replaces = false; ///< changed before the first mark: the one before it is forgotten
};
std::optional<GuessEvent> read_guess(const std::string& json);

struct RunEvent {
    std::string run_id, experiment;
    Values sliders;
    std::string machine = {}, machine_hash = {}; ///< empty in events of earlier versions
};
std::string write_run(const RunEvent& run);
std::optional<RunEvent> read_run(const std::string& json);

/// A number by itself: a step, a stage of the reveal.
std::string write_number(int value);
std::optional<int> read_number(const std::string& json);

struct MarksEvent {
    int choice = 0;
    bool right = false;
};
std::string write_marks(const MarksEvent& marks);
std::optional<MarksEvent> read_marks(const std::string& json);

/// The text of an edited kernel; empty: as it was.
std::string write_kernel(const std::string& text);
std::optional<std::string> read_kernel(const std::string& json);

/// The state of a question after an answer.
std::string write_answer(const BlockState& block);
bool read_answer(const std::string& json, BlockState& block);

} // namespace lockstep::events
