// SPDX-License-Identifier: MIT
#include "app/experiment/trace_news.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <type_traits>
#include <utility>

namespace lockstep {

namespace {

/// Steps kept before and behind the cursor; asked for again when it comes near their end.
constexpr std::int64_t window_before = 400, near_the_end = 100;

class Listener {
  public:
    Listener(Session& session, Effects& effects)
        : m_session(session), m_tracing(session.tracing), m_effects(effects) {}

    bool operator()(const protocol::Simulated& simulated) {
        if (simulated.id != trace_id)
            return false;
        m_tracing.simulating = false;
        m_tracing.counters = simulated.counters;
        m_tracing.figures = simulated.figures;
        m_tracing.status = simulated.status;
        m_tracing.reason = simulated.reason;
        m_tracing.findings = simulated.findings;
        m_tracing.error_line = simulated.error_line;
        if (simulated.trace.block < 0) {
            m_tracing.problem =
                simulated.reason.empty() ? "This kernel left no trace." : simulated.reason;
            return true;
        }
        // Of an earlier trace; whatever is answered from now on is of this one.
        m_tracing.window = {};
        m_tracing.ptx.clear();
        m_tracing.overview.reset();
        m_tracing.overview_asked = 0;
        m_tracing.overview_from = m_tracing.overview_count = 0;
        m_tracing.info = simulated.trace;
        protocol::PtxRequest text;
        text.id = trace_id;
        m_effects.ask_simulator(text);
        show_step(m_session, 0, m_effects);
        return true;
    }

    bool operator()(const protocol::Steps& steps) {
        if (steps.id != trace_id)
            return false;
        m_tracing.window = steps;
        return true;
    }

    bool operator()(const protocol::Registers& registers) {
        if (registers.id != trace_id)
            return false;
        // An answer for a step that was left behind meanwhile says nothing about this one.
        if (registers.step == m_tracing.cursor && registers.warp == m_tracing.warp)
            m_tracing.registers = registers;
        return true;
    }

    bool operator()(const protocol::SoughtStep& sought) {
        if (sought.id != trace_id)
            return false;
        if (sought.step >= 0)
            show_step(m_session, sought.step, m_effects);
        else
            m_tracing.nothing_found =
                m_tracing.sought_line > 0
                    ? fmt::format("Warp {} does not come to line {} any more.", m_tracing.warp,
                                  m_tracing.sought_line)
                    : "There is no further one.";
        return true;
    }

    bool operator()(const protocol::Overview& overview) {
        if (overview.id != trace_id)
            return false;
        m_tracing.overview = overview;
        return true;
    }

    bool operator()(const protocol::PtxText& text) {
        if (text.id != trace_id)
            return false;
        m_tracing.ptx.insert(m_tracing.ptx.end(), text.lines.begin(), text.lines.end());
        const auto have = static_cast<std::int64_t>(m_tracing.ptx.size());
        if (have < text.total && !text.lines.empty()) {
            protocol::PtxRequest more;
            more.id = trace_id;
            more.from = have + 1;
            m_effects.ask_simulator(more);
        }
        return true;
    }

    bool operator()(const protocol::ErrorMessage& message) {
        if (message.id != trace_id)
            return false;
        m_tracing.simulating = false;
        m_tracing.problem = message.error.text();
        return true;
    }

    /// Progress and the end of a simulation say nothing that the picture shows.
    template <class Other>
    bool operator()(const Other& other) {
        if constexpr (requires { other.id; })
            return other.id == trace_id;
        else
            return false;
    }

  private:
    Session& m_session;
    Tracing& m_tracing;
    Effects& m_effects;
};

} // namespace

bool hear_of_trace(Session& session, const protocol::FromBench& message, Effects& effects) {
    return std::visit(Listener(session, effects), message);
}

void show_step(Session& session, std::int64_t step, Effects& effects) {
    Tracing& tracing = session.tracing;
    if (!tracing.has_trace())
        return;
    tracing.cursor = std::clamp<std::int64_t>(step, 0, tracing.info.steps - 1);
    tracing.nothing_found.clear();
    tracing.registers.reset();
    keep_in_overview(tracing);
    const std::int64_t end =
        tracing.window.from + static_cast<std::int64_t>(tracing.window.warp.size());
    const bool low = tracing.cursor - near_the_end < tracing.window.from && tracing.window.from > 0;
    const bool high = tracing.cursor + near_the_end >= end && end < tracing.info.steps;
    if (!tracing.in_window(tracing.cursor) || low || high) {
        protocol::StepsRequest steps;
        steps.id = trace_id;
        steps.from = std::max<std::int64_t>(0, tracing.cursor - window_before);
        steps.count = protocol::most_steps;
        effects.ask_simulator(steps);
    }
    protocol::RegistersRequest registers;
    registers.id = trace_id;
    registers.step = tracing.cursor;
    registers.warp = tracing.warp;
    effects.ask_simulator(registers);
}

void keep_in_overview(Tracing& tracing) {
    const std::int64_t count = tracing.overview_count;
    const std::int64_t behind = tracing.cursor - tracing.overview_from;
    if (count == 0 || (behind >= 0 && behind < count && tracing.overview_asked > 0))
        return;
    const std::int64_t last = std::max<std::int64_t>(0, tracing.info.steps - count);
    tracing.overview_from = std::clamp<std::int64_t>(tracing.cursor - count / 2, 0, last);
    tracing.overview_asked = 0;
}

void forget_trace(Session& session, std::string why) {
    if (!session.tracing.is_asked())
        return;
    protocol::PointRequest point = std::move(session.tracing.point);
    std::string file = std::move(session.tracing.file);
    session.tracing = {};
    if (why.empty())
        return;
    // Asked for again and again it would fail as often: the reason stays until another is chosen.
    session.tracing.point = std::move(point);
    session.tracing.file = std::move(file);
    session.tracing.problem = std::move(why);
}

} // namespace lockstep
