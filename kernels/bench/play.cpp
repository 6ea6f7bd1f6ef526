// SPDX-License-Identifier: MIT
// Answering from what was measured another day.
#include "kernels/bench/play.hpp"

#include "kernels/bench/answer_simulate.hpp"
#include "kernels/bench/catalogue.hpp"
#include "kernels/bench/server.hpp"
#include "kernels/bench/voice.hpp"
#include "kernels/measure/machine.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <map>

namespace lockstep::bench {
namespace {

/// The samples that the pilot took, or all others.
protocol::Samples part_of(const protocol::Samples& all, bool pilot) {
    protocol::Samples part;
    part.id = all.id;
    part.point = all.point;
    const auto take = [](auto& to, const auto& from, std::size_t i) {
        if (i < from.size()) to.push_back(from[i]);
    };
    for (std::size_t i = 0; i < all.round.size(); ++i) {
        const int flags = i < all.flags.size() ? all.flags[i] : 0;
        if (((flags & protocol::sample_pilot) != 0) != pilot) continue;
        take(part.round, all.round, i);
        take(part.time_ns, all.time_ns, i);
        take(part.busy_ns, all.busy_ns, i);
        take(part.longest_ns, all.longest_ns, i);
        take(part.serial_ns, all.serial_ns, i);
        take(part.lanes_used, all.lanes_used, i);
        take(part.lanes_offered, all.lanes_offered, i);
        take(part.claimed_ns, all.claimed_ns, i);
        take(part.kernel_ns, all.kernel_ns, i);
        take(part.copy_ns, all.copy_ns, i);
        part.flags.push_back(flags);
    }
    return part;
}

} // namespace

Result<PlayedRun> load_played_run(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) return fail(file.string(), "this file cannot be read.", "Look whether it is there.");
    const std::string text(std::istreambuf_iterator<char>(in), {});
    return read_played_run(text, file.string());
}

Player::Player(Pipe& pipe, std::vector<PlayedRun> runs)
    : m_pipe(pipe), m_runs(std::move(runs)), m_machine(machine_facts()) {
    for (const PlayedRun& run : m_runs) {
        m_machine = run.machine.value_or(m_machine);
        m_passport = run.passport.value_or(m_passport);
        for (const PlayedPoint& point : run.points)
            if (auto side = find_point(point.request)) {
                // The experiment's p is the other variants'; a request names it to those alone.
                if (!takes_workers(side->variant->crew))
                    side->values["p"] = 1;
                m_points.emplace_back(*std::move(side), &point);
            }
    }
}

void Player::serve() {
    m_pipe.send(protocol::Hello{protocol::version, bench_name(), catalogue(), m_machine});
    while (true) {
        const auto request = m_pipe.next_request();
        if (request)
            std::visit([&](const auto& asked) { answer(asked); }, *request);
        else
            m_pipe.send(protocol::ErrorMessage{{}, request.error()});
    }
}

const PlayedPoint* Player::find(const SideRequest& wanted, int nth) const {
    std::vector<const PlayedPoint*> equal;
    for (const auto& [side, point] : m_points)
        if (side.variant == wanted.variant && side.values == wanted.values) equal.push_back(point);
    return equal.empty() ? nullptr : equal[static_cast<std::size_t>(nth) % equal.size()];
}

void Player::answer(const protocol::RunRequest& run) {
    std::vector<const PlayedPoint*> played;
    std::map<std::pair<const Variant*, Values>, int>
        asked_before; // serial against serial: two points
    std::vector<SideRequest> wanted;
    for (const protocol::PointRequest& point : run.points) {
        const auto side = find_point(point);
        if (!side) {
            m_pipe.send(protocol::ErrorMessage{run.id, side.error()});
            m_pipe.send(protocol::Done{run.id, false, 0});
            return;
        }
        played.push_back(find(*side, asked_before[{side->variant, side->values}]++));
        wanted.push_back(*side);
    }
    play(run.id, run.points, played);
    for (std::size_t i = 0; i < wanted.size(); ++i)
        if (played[i] != nullptr && played[i]->state.status != PointStatus::Wrong)
            send_picture(run.id, wanted[i]);
    protocol::Done done{run.id, false, 0};
    for (const PlayedRun& file : m_runs)
        if (std::ranges::any_of(file.points, [&](const PlayedPoint& point) {
                return std::ranges::count(played, &point) != 0;
            }))
            done.remarks.insert(done.remarks.end(), file.remarks.begin(), file.remarks.end());
    m_pipe.send(std::move(done));
}

void Player::play(const std::string& id, const std::vector<protocol::PointRequest>& points,
                  const std::vector<const PlayedPoint*>& played) {
    protocol::Progress progress;
    progress.id = id;
    progress.await_go = true;
    for (const bool pilot : {true, false}) {
        progress.phase = pilot ? "pilot" : "rounds";
        for (std::size_t i = 0; i < points.size(); ++i) {
            if (played[i] == nullptr) continue;
            protocol::Samples samples = part_of(played[i]->samples, pilot);
            samples.id = id;
            samples.point = points[i].id;
            if (!samples.round.empty()) m_pipe.send(std::move(samples));
        }
        m_pipe.send(progress);
        m_pipe.gos(id, protocol::breath_ms);
    }
    for (std::size_t i = 0; i < points.size(); ++i) {
        protocol::PointState state;
        if (played[i] != nullptr)
            state = played[i]->state;
        else {
            state.status = PointStatus::Unavailable;
            state.reason = "the run file that is played has no such point";
        }
        state.id = id;
        state.point = points[i].id;
        m_pipe.send(state);
        if (played[i] != nullptr && played[i]->spans) {
            protocol::Spans spans = *played[i]->spans;
            spans.id = id;
            spans.point = points[i].id;
            m_pipe.send(std::move(spans));
        }
    }
}

/// The same on every machine and every day: there is nothing to play.
void Player::answer(const protocol::SimulateRequest& simulate) {
    answer_simulate(m_pipe, simulate, m_traces);
}

/// Nothing is measured, but it takes as many breaths as a quick machine's, so that who watches can
/// see the probes pass and stop in the middle.
void Player::play_probes(const std::string& id) {
    constexpr int breaths_each = 12;
    static constexpr std::array probes{"what doing nothing costs", "peak flop/s", "bandwidth",
                                       "latency between cores"};
    protocol::Progress progress;
    progress.id = id;
    progress.await_go = true;
    progress.rounds_planned = static_cast<int>(probes.size());
    for (const char* const probe : probes) {
        progress.phase = probe;
        for (int breath = 0; breath < breaths_each; ++breath) {
            m_pipe.send(progress);
            m_pipe.gos(id, protocol::breath_ms);
        }
        ++progress.rounds_done;
    }
}

void Player::answer(const protocol::PassportRequest& passport) {
    const bool played = passport.full && m_passport.edition > 0;
    if (played) play_probes(passport.id);
    m_pipe.send(protocol::PassportAnswer{passport.id, m_machine,
                                         played ? m_passport : protocol::Passport{}});
}

void Player::answer(const protocol::PictureRequest& picture) {
    const auto side = find_point(picture.point);
    if (!side) {
        m_pipe.send(protocol::ErrorMessage{picture.id, side.error()});
        return;
    }
    send_picture(picture.id, *side);
    m_pipe.send(protocol::Done{picture.id, false, 0});
}

/// A picture is not in the file, but the same every time: the serial variant computes it again.
void Player::send_picture(const std::string& id, const SideRequest& wanted) {
    Canvas canvas;
    if (wanted.workload->picture == nullptr) return;
    const auto problem = wanted.workload->create(wanted.values);
    if (!problem) return;
    Oracle(**problem, wanted.serial).prepare(0, 1);
    if (wanted.workload->picture(**problem, canvas))
        m_pipe.send(protocol::Picture{id, wanted.point, canvas.width, canvas.height,
                                      canvas.tile_width, canvas.tile_height,
                                      std::move(canvas.rgba)});
}

} // namespace lockstep::bench
