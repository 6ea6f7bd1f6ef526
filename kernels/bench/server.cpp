// SPDX-License-Identifier: MIT
// The three requests: a run, the passport, a picture.
#include "kernels/bench/server.hpp"

#include "kernels/bench/answer_simulate.hpp"
#include "kernels/bench/card_passport.hpp"
#include "kernels/bench/catalogue.hpp"
#include "kernels/bench/cuda_card.hpp"
#include "kernels/bench/voice.hpp"
#include "kernels/measure/cores.hpp"
#include "kernels/measure/facts/layout.hpp"
#include "kernels/measure/facts/memory_room.hpp"
#include "kernels/measure/machine.hpp"
#include "kernels/measure/passport.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace lockstep::bench {

std::string bench_name() {
    return "lockstep-bench " LOCKSTEP_VERSION;
}

Server::Server(Pipe& pipe, CardMaker card)
    : m_pipe(pipe), m_card(std::move(card)), m_machine(machine_facts()) {}

void Server::serve() {
    m_pipe.send(protocol::Hello{protocol::version, bench_name(), catalogue(), m_machine});
    while (true) {
        const auto request = m_pipe.next_request();
        if (request)
            std::visit([&](const auto& asked) { answer(asked); }, *request);
        else
            send_error({}, request.error());
    }
}

// ---- run ----------------------------------------------------------------------------------------

/// Whether these numbers can be a plan.
static Result<void> check(const protocol::RunRequest& run) {
    if (run.points.empty())
        return fail("run", "there are no points to time.", "Name at least one.");
    if (run.points.size() > 500)
        return fail("run", fmt::format("{} points are too many for one run.", run.points.size()),
                    "Ask for 500 at most.");
    if (!(run.budget_s > 0 && run.budget_s <= 3600))
        return fail("run: budget_s", fmt::format("{} s cannot be.", run.budget_s),
                    "It is more than 0 and at most 3600.");
    if (!(run.relative_width > 0 && run.relative_width <= 1))
        return fail("run: relative_width", fmt::format("{} cannot be.", run.relative_width),
                    "It is more than 0 and at most 1.");
    if (run.cache != "warm" && run.cache != "cold")
        return fail("run: cache", fmt::format("'{}' cannot be.", run.cache),
                    "It is warm or cold.");
    return {};
}

static CacheWalker cache_walker() {
    std::vector<std::string> ignored;
    const std::vector<int>& cpus = usable_cores().cpus;
    const double room = memory_room_bytes() / 4;
    return {machine_layout(cpus, ignored).caches, cpus,
            static_cast<std::size_t>(room > 0 ? room : 256e6)};
}

void Server::answer(const protocol::RunRequest& run) {
    const std::int64_t begin_ns = Recorder::now_ns();
    const auto seconds = [&] { return 1e-9 * static_cast<double>(Recorder::now_ns() - begin_ns); };
    const auto refuse = [&](const Error& error) {
        send_error(run.id, error);
        m_pipe.send(protocol::Done{run.id, false, seconds()});
    };
    if (const auto checked = check(run); !checked) return refuse(checked.error());
    std::vector<SideRequest> sides;
    for (const protocol::PointRequest& point : run.points) {
        auto side = find_point(point);
        if (!side) return refuse(side.error());
        sides.push_back(*std::move(side));
    }
    const bool cold = run.cache == "cold";
    std::optional<CacheWalker> walker;
    if (cold) walker.emplace(cache_walker());
    Workshop workshop{m_crews, m_card, walker ? &*walker : nullptr};
    Voice voice(m_pipe, run.id);
    const Watcher watcher(usual_noise(usual_noise_file(m_machine.hash)));
    Comparison comparison({run.id, run.budget_s, run.relative_width,
                           cold ? Caches::Cold : Caches::Warm},
                          workshop, watcher, voice);
    comparison.run(std::move(sides));
    for (const Comparison::Timed& timed : comparison.sides()) {
        if (const Timeline* const timeline = timed.spans.nearest_to_median();
            timeline != nullptr && !timeline->spans.empty() &&
            timed.state.status != PointStatus::Wrong)
            m_pipe.send(columns_of(run.id, timed.state.point, *timeline));
        if (timed.side != nullptr && timed.state.status != PointStatus::Wrong)
            send_picture(run.id, *timed.side);
    }
    m_pipe.send(protocol::Done{run.id, false, seconds(), comparison.remarks()});
}

// ---- the others ---------------------------------------------------------------------------------

void Server::answer(const protocol::PassportRequest& passport) {
    protocol::Machine machine = m_machine;
    const GpuFacts gpu = ask_card();
    machine.has_gpu = gpu.present;
    machine.gpu = gpu.words;
    machine.noise = measure_noise();
    if (const auto arena = m_crews.arena(usable_cores().workers()); arena)
        machine.tbb_cold_start_ns = (*arena)->cold_start_ns();
    m_machine = machine;
    if (passport.full) return answer_in_full(passport.id);
    m_pipe.send(protocol::PassportAnswer{passport.id, machine, {}});
}

void Server::answer_in_full(const std::string& id) {
    protocol::Passport passport = look_up_passport();
    Voice voice(m_pipe, id);
    measure_passport(passport, m_crews, voice, id);
    const protocol::Overheads& found = passport.overheads;
    keep_usual_noise(usual_noise_file(m_machine.hash),
                     {found.usual_switches, found.usual_off_core_ns, found.usual_gap_ns});
    // A driver may take seconds to wake up, in which there is no breath.
    protocol::Progress news{.id = id, .next_slice_ms = 10'000, .phase = "graphics card"};
    if (m_machine.has_gpu) m_pipe.send(news);
    passport.gpu = card_passport();
    m_pipe.send(protocol::PassportAnswer{id, m_machine, passport});
}

void Server::answer(const protocol::PictureRequest& picture) {
    const auto request = find_point(picture.point);
    if (!request) return send_error(picture.id, request.error());
    Workshop workshop{m_crews, m_card};
    const auto side = Side::create(*request, workshop);
    if (!side)
        return send_error(
            picture.id, {fmt::format("point {}", picture.point.id), side.error().reason + ".", ""});
    if (const auto batch = (*side)->batch(0, 1); !batch)
        return send_error(picture.id,
                          {fmt::format("point {}", picture.point.id), batch.error().reason, ""});
    m_crews.rest();
    send_picture(picture.id, **side);
    m_pipe.send(protocol::Done{picture.id, false, 0});
}

void Server::answer(const protocol::SimulateRequest& simulate) {
    answer_simulate(m_pipe, simulate, m_traces);
}

void Server::send_picture(const std::string& id, const Side& side) {
    const SideRequest& request = side.request();
    Canvas canvas;
    if (request.workload->picture == nullptr || !request.workload->picture(side.problem(), canvas))
        return;
    m_pipe.send(protocol::Picture{id, request.point, canvas.width, canvas.height, canvas.tile_width,
                                  canvas.tile_height, std::move(canvas.rgba)});
}

void Server::send_error(const std::string& id, const Error& error) {
    m_pipe.send(protocol::ErrorMessage{id, error});
}

} // namespace lockstep::bench
