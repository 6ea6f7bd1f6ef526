// SPDX-License-Identifier: MIT
#include "kernels/bench/trace_columns.hpp"

#include <algorithm>
#include <map>

namespace lockstep::bench {
namespace {

class Columns {
  public:
    explicit Columns(const ptx::Module& module) : m_module(module) {}

    void add(const simt::TraceStep& step) {
        const auto& function = m_module.functions[static_cast<std::size_t>(step.function)];
        const auto at = static_cast<std::size_t>(step.instruction);
        const bool in_text = at < function.instructions.size();
        m_out.warp.push_back(step.warp);
        m_out.function.push_back(step.function);
        m_out.instruction.push_back(step.instruction);
        m_out.ptx_line.push_back(in_text ? function.instructions[at].line : 0);
        m_out.chain.push_back(in_text ? chain(function, function.instructions[at].place) : -1);
        m_out.lanes.push_back(step.lanes);
        m_out.on.push_back(step.on);
        m_out.kind.push_back(static_cast<int>(step.kind));
        m_out.flags.push_back((step.divergent ? protocol::step_divergent : 0) |
                              (step.waits ? protocol::step_waits : 0));
        for (const simt::TraceAccess& access : step.accesses)
            add(access);
    }
    protocol::Steps take() { return std::move(m_out); }

  private:
    void add(const simt::TraceAccess& access) {
        m_out.access_step.push_back(static_cast<int>(m_out.warp.size()) - 1);
        m_out.access_kind.push_back(static_cast<int>(access.kind));
        m_out.access_space.push_back(static_cast<int>(access.space));
        m_out.access_bytes.push_back(static_cast<int>(access.bytes));
        protocol::add_addresses(m_out, access.addresses, access.on);
    }

    /// The place in `chains` of where the instruction was written.
    int chain(const ptx::Function& function, int place) {
        if (place < 0) return -1;
        const auto [found, added] =
            m_chains.try_emplace({&function, place}, static_cast<int>(m_out.chains.size()));
        if (added) {
            std::vector<int>& line = m_out.chains.emplace_back();
            for (; place >= 0;
                 place = function.places[static_cast<std::size_t>(place)].inlined_at) {
                const ptx::Place& one = function.places[static_cast<std::size_t>(place)];
                line.push_back(one.file);
                line.push_back(one.line);
            }
        }
        return found->second;
    }

    const ptx::Module& m_module;
    protocol::Steps m_out;
    std::map<std::pair<const ptx::Function*, int>, int> m_chains;
};

} // namespace

// The numbers of the protocol are those of the simulator.
static_assert(static_cast<int>(simt::StepKind::Clock) + 1 == std::size(protocol::step_kinds));
static_assert(static_cast<int>(simt::AccessKind::Atomic) + 1 == std::size(protocol::access_kinds));
static_assert(static_cast<int>(ptx::Space::Param) + 1 == std::size(protocol::access_spaces));

protocol::Steps columns_of(const simt::Trace& trace, const std::vector<simt::TraceStep>& steps) {
    Columns columns(*trace.program().module);
    for (const simt::TraceStep& step : steps)
        columns.add(step);
    protocol::Steps out = columns.take();
    if (steps.empty()) return out;
    out.from = static_cast<std::int64_t>(steps.front().step);
    const auto found = trace.found();
    auto one =
        std::ranges::lower_bound(found, steps.front().step, {}, &simt::FindingAt::step);
    for (; one != found.end() && one->step <= steps.back().step; ++one) {
        out.found_step.push_back(static_cast<int>(one->step - steps.front().step));
        out.found.push_back(trace.findings()[one->finding].message);
    }
    return out;
}

} // namespace lockstep::bench
