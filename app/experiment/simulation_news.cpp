// SPDX-License-Identifier: MIT
// The beginning of a simulation, and its end before its time.
#include "app/experiment/simulation_news.hpp"

#include "app/experiment/bench_news.hpp"

#include <utility>

namespace lockstep {

bool begin_simulation(Session& session, Effects& effects) {
    if (!session.simulation.queued)
        return false;
    const auto request = *std::exchange(session.simulation.queued, std::nullopt);
    session.simulation.run_id = request.id;
    session.simulation.done = 0;
    session.simulation.asked = static_cast<int>(request.points.size());
    session.bench.activity = "simulating";
    session.bench.rounds_done = session.bench.rounds_planned = 0;
    session.bench.seconds_left = 0;
    // The times are there; the run is not over.
    if (const auto place = find_run(session, request.id))
        place->lab->run->finished = false;
    effects.start_simulation(request);
    return true;
}

void simulation_failed(Session& session, const BenchFailure& failure, Effects& effects) {
    const std::string run_id = session.simulation.run_id;
    Notice notice;
    notice.sentence = "The simulation ended early. " + failure.sentence;
    if (!run_id.empty())
        notice.sentence += " Marks that had arrived are kept.";
    notice.details = failure.log;
    if (!run_id.empty() && !session.bench.command.empty())
        notice.details.push_back("To repeat the run in a terminal: " + session.bench.command);
    session.notices.push_back(std::move(notice));
    if (!run_id.empty())
        finish_run(session, run_id, true, effects);
}

} // namespace lockstep
