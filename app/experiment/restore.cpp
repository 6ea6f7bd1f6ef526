// SPDX-License-Identifier: MIT
// From events to the states of lessons.
#include "app/experiment/restore.hpp"

#include "app/content/blocks/bodies.hpp"
#include "app/experiment/chosen.hpp"
#include "app/experiment/events.hpp"

#include <algorithm>

namespace lockstep {

using content::Step;

namespace {

/// Which run each place of a lesson shows; loaded at the end, once for each id.
struct Wanted {
    std::map<std::string, events::RunEvent> by_experiment; ///< the lab's latest
    std::map<std::string, events::RunEvent> by_block;
};

class Restorer {
  public:
    Restorer(const content::Course& course, const LoadRun& load) : m_course(course), m_load(load) {}

    void take(const ledger::Event& event) {
        const content::Lesson* lesson = m_course.lesson(event.lesson);
        if (!lesson) return;
        LessonState& state = m_states[event.lesson];
        if (event.kind == events::guess_kind) take_guess(*lesson, state, event);
        else if (event.kind == events::run_kind) take_run(*lesson, state, event);
        else if (event.kind == events::step_kind) take_step(state, event);
        else if (event.kind == events::reveal_kind) take_reveal(state, event);
        else if (event.kind == events::marks_kind) take_marks(*lesson, state, event);
        else if (event.kind == events::answer_kind && lesson->block(event.block))
            events::read_answer(event.json, state.blocks[event.block]);
    }

    std::map<std::string, LessonState> finish() {
        for (auto& [id, wanted] : m_wanted)
            load_runs(m_states[id], wanted);
        for (auto& [id, state] : m_states)
            finish_lesson(*m_course.lesson(id), state);
        return std::move(m_states);
    }

  private:
    void take_guess(const content::Lesson& lesson, LessonState& state, const ledger::Event& event) {
        const auto read = events::read_guess(event.json);
        if (!read || !lesson.body<content::PredictBody>(event.block)) return;
        BlockState& block = state.blocks[event.block];
        if (read->replaces && !block.guesses.empty()) block.guesses.back() = read->guess;
        else block.guesses.push_back(read->guess);
        block.draft = read->guess;
    }

    void take_run(const content::Lesson& lesson, LessonState& state, const ledger::Event& event) {
        const auto read = events::read_run(event.json);
        if (!read || !lesson.experiment(read->experiment)) return;
        Wanted& wanted = m_wanted[lesson.id];
        wanted.by_experiment[read->experiment] = *read;
        if (!lesson.body<content::RunBody>(event.block)) return;
        wanted.by_block[event.block] = *read;
        state.blocks[event.block].ran = true;
        state.blocks[event.block].run_id = read->run_id;
    }

    static void take_step(LessonState& state, const ledger::Event& event) {
        const auto step = events::read_number(event.json);
        if (!step || *step < 0 || *step > static_cast<int>(Step::Explain)) return;
        state.reached = std::max(state.reached, static_cast<Step>(*step));
    }

    static void take_reveal(LessonState& state, const ledger::Event& event) {
        const auto reveal = events::read_number(event.json);
        if (!reveal || *reveal < 0 || *reveal > static_cast<int>(Reveal::Strip)) return;
        state.reveal = std::max(state.reveal, static_cast<Reveal>(*reveal));
    }

    static void take_marks(const content::Lesson& lesson, LessonState& state,
                           const ledger::Event& event) {
        const auto read = events::read_marks(event.json);
        if (!read || !lesson.block(event.block)) return;
        state.blocks[event.block].marks_did = read->choice;
        state.blocks[event.block].marks_did_right = read->right;
    }

    const std::optional<Run>& loaded(const std::string& id) {
        const auto known = m_runs.find(id);
        if (known != m_runs.end()) return known->second;
        std::optional<Run> run = m_load ? m_load(id) : std::nullopt;
        if (run) {
            run->from_file = true;
            for (Series& series : run->series)
                if (series.provenance == Provenance::Measured)
                    series.provenance = Provenance::Recorded;
        }
        return m_runs.emplace(id, std::move(run)).first->second;
    }

    void load_runs(LessonState& state, const Wanted& wanted) {
        for (const auto& [experiment, event] : wanted.by_experiment) {
            LabState& lab = state.labs[experiment];
            lab.run = loaded(event.run_id);
            if (lab.run) lab.run_sliders = event.sliders;
        }
        for (const auto& [block, event] : wanted.by_block)
            if (const auto& run = loaded(event.run_id))
                state.labs[event.experiment].by_block[block] = *run;
    }

    static void finish_lesson(const content::Lesson& lesson, LessonState& state) {
        if (!lesson.experiments.empty()) state.tab = lesson.experiments.front().id;
        // The sliders stand where the run was made that the lab shows.
        for (auto& [id, lab] : state.labs) {
            const content::Experiment* experiment = lesson.experiment(id);
            if (!experiment || !lab.run) continue;
            for (const auto& [block, run] : lab.by_block) {
                const auto* body = lesson.body<content::RunBody>(block);
                if (body && body->compare && run.id == lab.run->id)
                    speak_of(lab, *experiment, *body->compare);
            }
            for (const content::Slider& slider : experiment->sliders) {
                const auto value = lab.run_sliders.find(slider.parameter);
                if (value != lab.run_sliders.end()) lab.sliders[slider.parameter] = value->second;
            }
        }
        // A reveal that was cut short between its stages goes on where a learner can act.
        if (state.reveal == Reveal::Marks) state.reveal = Reveal::Nothing;
        if (state.reached >= Step::Compare && state.reveal == Reveal::Nothing)
            state.reveal = Reveal::Strip;
        state.finished = state.reached == Step::Explain &&
                         std::ranges::all_of(lesson.blocks, [&](const content::Block& block) {
                             return block.kind != "quiz" || state.blocks[block.id].answered;
                         });
    }

    const content::Course& m_course;
    const LoadRun& m_load;
    std::map<std::string, LessonState> m_states;
    std::map<std::string, Wanted> m_wanted;
    std::map<std::string, std::optional<Run>> m_runs;
};

} // namespace

std::map<std::string, LessonState> restore(std::span<const ledger::Event> events,
                                           const content::Course& course, const LoadRun& load) {
    Restorer restorer(course, load);
    for (const ledger::Event& event : events)
        restorer.take(event);
    return restorer.finish();
}

std::map<std::string, std::string> restore_kernels(std::span<const ledger::Event> events) {
    std::map<std::string, std::string> kernels;
    for (const ledger::Event& event : events) {
        if (event.kind != events::kernel_kind)
            continue;
        if (const auto text = events::read_kernel(event.json))
            kernels[event.block] = *text;
    }
    std::erase_if(kernels, [](const auto& one) { return one.second.empty(); });
    return kernels;
}

std::string last_lesson(std::span<const ledger::Event> events, const content::Course& course) {
    for (std::size_t i = events.size(); i-- > 0;)
        if (course.lesson(events[i].lesson)) return events[i].lesson;
    return {};
}

} // namespace lockstep
