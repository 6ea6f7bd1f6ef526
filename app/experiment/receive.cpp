// SPDX-License-Identifier: MIT
// What the bench said, carried into the session.
#include "app/content/blocks/bodies.hpp"
#include "app/experiment/bench_news.hpp"
#include "app/experiment/collect.hpp"
#include "app/experiment/handlers.hpp"
#include "app/experiment/machine_roofs.hpp"
#include "app/experiment/passport_news.hpp"
#include "app/experiment/simulation_news.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace lockstep {

namespace {

class Receiver {
  public:
    Receiver(Session& session, Effects& effects) : m_session(session), m_effects(effects) {}

    void operator()(const protocol::Hello& hello) {
        m_session.catalogue = hello.catalogue;
        take(hello.machine);
        passport_machine(m_session, hello.machine, m_effects);
        m_session.bench.phase = BenchPhase::Ready;
        m_session.bench.sentence.clear();
        handlers::finish_lessons(m_session);
    }

    void operator()(const protocol::PassportAnswer& passport) {
        take(passport.machine);
        passport_measured(m_session, passport, m_effects);
    }

    void operator()(const protocol::Progress& progress) {
        if (!is_timed(progress.id))
            return;
        m_session.bench.activity = progress.phase;
        m_session.bench.rounds_done = progress.rounds_done;
        m_session.bench.rounds_planned = progress.rounds_planned;
        m_session.bench.seconds_left = std::max(0.0, progress.seconds_left);
    }

    void operator()(const protocol::Simulated& simulated) {
        if (!is_simulated(simulated.id))
            return;
        ++m_session.simulation.done;
        gather(simulated, simulated.id);
    }

    void operator()(const protocol::Done& done) {
        const bool timed = is_timed(done.id);
        if (!timed && !is_simulated(done.id))
            return;
        gather(done, done.id);
        if (timed)
            m_session.bench.phase = BenchPhase::Ready;
        // Only now is nothing timed any more.
        if (timed && !done.cancelled && begin_simulation(m_session, m_effects))
            return;
        finish_run(m_session, done.id, done.cancelled, m_effects);
    }

    void operator()(const protocol::ErrorMessage& message) {
        const Error& error = message.error;
        m_session.notices.push_back({error.text()});
        if (!is_timed(message.id) && !is_simulated(message.id))
            return;
        if (is_timed(message.id))
            m_session.bench.phase = BenchPhase::Ready;
        finish_run(m_session, message.id, true, m_effects);
    }

    template <class OfAPoint>
    void operator()(const OfAPoint& message) {
        gather(message, message.id);
    }

  private:
    bool is_timed(const std::string& id) const {
        return m_session.timing() && id == m_session.bench.run_id;
    }
    bool is_simulated(const std::string& id) const {
        return m_session.simulating() && id == m_session.simulation.run_id;
    }

    /// A passport measures what `hello` could only look up; it does not forget what was known.
    void take(const protocol::Machine& machine) {
        const protocol::Machine before = m_session.machine;
        m_session.machine = machine;
        if (machine.noise == 0)
            m_session.machine.noise = before.noise;
        if (machine.peak_gflops == 0 && machine.hash == before.hash)
            keep_roofs(m_session.machine, before);
    }

    template <class Message>
    void gather(const Message& message, const std::string& id) {
        const auto place = find_run(m_session, id);
        if (!place || !collect(*place->lab->run, message))
            return;
        const bool marks = std::ranges::any_of(place->lab->run->series, [](const Series& series) {
            return std::ranges::any_of(series.points, [](const Estimate& e) { return e.n > 0; });
        });
        if (!marks)
            return;
        if (place->state->reveal == Reveal::Nothing)
            place->state->reveal = Reveal::Marks;
        // The first mark ends the time in which a guess can be changed.
        for (auto& [name, block] : place->state->blocks)
            if (block.editing_again && is_curve_of(*place, name) && !block.guesses.empty() &&
                block.guesses.back().curve == block.draft.curve)
                block.editing_again = false;
    }

    bool is_curve_of(const RunPlace& place, const std::string& block) const {
        const content::Lesson* lesson = m_session.course.lesson(place.lesson);
        const auto* body = lesson ? lesson->body<content::PredictBody>(block) : nullptr;
        return body && body->experiment == place.experiment;
    }

    Session& m_session;
    Effects& m_effects;
};

} // namespace

void receive(Session& session, const protocol::FromBench& message, Effects& effects) {
    Receiver receiver(session, effects);
    std::visit(receiver, message);
}

} // namespace lockstep
