// SPDX-License-Identifier: MIT
// The runs that can be laid over an experiment, from the ledger's events and from the index of the
// recordings; and the recording that shows what this machine cannot. Pure.
#pragma once

#include "app/content/recordings.hpp"
#include "app/experiment/session.hpp"
#include "app/ledger/ledger.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace lockstep {

/// The learner's own runs whose files were kept, in the order of the events.
std::vector<KnownRun> own_runs(std::span<const ledger::Event> events);
/// A run that was kept just now.
KnownRun own_run(const Run& run);
/// What the index of a folder of recordings lists.
std::vector<KnownRun> recorded_runs(const content::RecordingsRead& read);

/// The recordings that can be laid over this experiment of the open course, newest first.
std::vector<const KnownRun*> recordings_for(const Session& session,
                                            const content::Experiment& experiment);
/// The learner's own runs of it, newest first, without the one that its lab shows.
std::vector<const KnownRun*> own_runs_for(const Session& session, const content::Lesson& lesson,
                                          const content::Experiment& experiment);

/// The one of that id; null when there is none.
const KnownRun* known_run(const Session& session, std::string_view id);
/// Whether it lies over the experiment's lab now: the run, or null.
const LaidOver* laid_over(const LabState* lab, std::string_view from);

/// A recording of what this machine cannot show of an experiment: more cores along its sweep over
/// workers, as many cores as it needs, a graphics card, or an effect that its noise hides. Nothing
/// where this machine can, or where there is no such recording.
struct OfferedRecording {
    const KnownRun* run = nullptr;
    std::string words; ///< "a 16-core machine", "NVIDIA H200", "another machine"
};
std::optional<OfferedRecording> offered_recording(const Session& session,
                                                  const content::Experiment& experiment);

/// A choice says by itself what it is about; within a sentence it stands in quotation marks.
enum class ChoiceWords { Plain, Quoted };
/// "size of one piece 20 µs, workers 2": the sliders that a run was made for, in the words of the
/// experiment. With `unlike`, only those in which it differs from these values.
std::string sliders_words(const Session& session, const content::Lesson& lesson,
                          const content::Experiment& experiment, const Values& parameters,
                          const Values* unlike = nullptr, ChoiceWords choices = ChoiceWords::Plain);

} // namespace lockstep
