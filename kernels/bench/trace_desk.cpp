// SPDX-License-Identifier: MIT
#include "kernels/bench/trace_desk.hpp"

#include "kernels/bench/trace_columns.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace lockstep::bench {
namespace {

using simt::Sought;

std::uint64_t clamped(std::int64_t wanted, std::uint64_t most) {
    return std::min(static_cast<std::uint64_t>(std::max<std::int64_t>(wanted, 0)), most);
}

/// Lanes that hold the same are one number.
std::vector<std::int64_t> lanes_of(const std::array<std::uint64_t, 32>& values) {
    std::vector<std::int64_t> list;
    for (const std::uint64_t value : values)
        list.push_back(static_cast<std::int64_t>(value));
    if (std::ranges::all_of(list, [&](std::int64_t one) { return one == list[0]; })) list.resize(1);
    return list;
}

Result<Sought> sought_by(const protocol::SeekRequest& request) {
    static constexpr std::pair<std::string_view, Sought::What> words[] = {
        {"divergence", Sought::What::Divergence},
        {"line", Sought::What::Line},
        {"instruction", Sought::What::Ptx},
        {"step", Sought::What::Step}};
    for (const auto& [word, what] : words)
        if (request.what == word)
            return Sought{
                what,         request.line,     request.file, request.function, request.instruction,
                request.warp, request.backward, request.anew};
    return fail("seek", fmt::format("nothing is called '{}'.", request.what.substr(0, 40)),
                "Look for divergence, line, instruction, step or finding.");
}

/// A warp that executes anything in the stretch is shown doing so.
char letter_of(const simt::WarpStretch& one, unsigned threads) {
    using Then = simt::WarpStretch::Then;
    if (one.steps == 0)
        return one.then == Then::Done    ? protocol::warp_done
               : one.then == Then::Waits ? protocol::warp_waits
                                         : protocol::warp_turn;
    const std::uint64_t all = one.steps * std::max(1u, threads);
    if (one.lanes >= all) return protocol::warp_all;
    const std::uint64_t eighths = (8 * one.lanes + all / 2) / all;
    return static_cast<char>('0' + std::clamp<std::uint64_t>(eighths, 1, 8));
}

std::int64_t next_finding(const simt::Trace& trace, const protocol::SeekRequest& request) {
    const auto found = trace.found();
    std::int64_t best = -1;
    for (const simt::FindingAt& one : found) {
        const auto step = static_cast<std::int64_t>(one.step);
        if (request.backward && step < request.from) best = step;
        if (!request.backward && step > request.from && best < 0) best = step;
    }
    return best;
}

} // namespace

Result<void> TraceDesk::check() const {
    if (m_trace == nullptr)
        return fail("trace", "there is no trace.", "Ask for one with simulate and traced_block.");
    return {};
}

protocol::TraceInfo TraceDesk::info() const {
    protocol::TraceInfo info;
    if (m_trace == nullptr) return info;
    const ptx::Module& module = *m_trace->program().module;
    info.block = static_cast<std::int64_t>(m_trace->block());
    info.steps = static_cast<std::int64_t>(m_trace->steps());
    info.warps = m_trace->warps();
    info.shared_bytes = static_cast<std::int64_t>(m_trace->shared_bytes());
    info.ptx_lines = static_cast<std::int64_t>(module.lines.size());
    info.seeks_take_longer = m_trace->seeks_take_longer();
    info.ends_early = m_trace->ends_early();
    for (const ptx::Function& function : module.functions)
        info.functions.push_back(function.name);
    info.files = module.files;
    return info;
}

Result<protocol::Steps> TraceDesk::answer(const protocol::StepsRequest& request) {
    LOCKSTEP_CHECK(check());
    const auto count = std::clamp(request.count, 0, protocol::most_steps);
    const std::uint64_t from = clamped(request.from, m_trace->steps());
    protocol::Steps steps =
        columns_of(*m_trace, m_trace->window(from, static_cast<std::uint64_t>(count)));
    steps.id = request.id;
    steps.from = static_cast<std::int64_t>(from);
    return steps;
}

Result<protocol::Registers> TraceDesk::answer(const protocol::RegistersRequest& request) {
    LOCKSTEP_CHECK(check());
    if (request.warp < 0 || request.warp >= m_trace->warps())
        return fail("registers", fmt::format("there is no warp {}.", request.warp),
                    fmt::format("The block has {}, counted from 0.", m_trace->warps()));
    const std::uint64_t step = clamped(request.step, m_trace->steps());
    const simt::RegistersView seen =
        m_trace->registers(step, request.warp, std::clamp(request.lane, -1, 31));
    protocol::Registers answer;
    answer.id = request.id;
    answer.step = static_cast<std::int64_t>(step);
    answer.warp = request.warp;
    answer.function = seen.function;
    answer.lanes = seen.lanes;
    answer.first = std::max(request.first, 0);
    for (const simt::RegisterView& one : seen.registers) {
        if (!request.all && !one.written) continue;
        const int nth = answer.total++;
        if (nth < answer.first || nth - answer.first >= protocol::most_registers) continue;
        answer.names.push_back(one.name);
        answer.types.emplace_back(ptx::name_of(one.type));
        answer.written.push_back(one.written ? 1 : 0);
        answer.low.push_back(lanes_of(one.low));
        answer.high.push_back(one.type == ptx::Type::B128 ? lanes_of(one.high)
                                                          : std::vector<std::int64_t>{});
    }
    return answer;
}

Result<protocol::SharedBytes> TraceDesk::answer(const protocol::SharedRequest& request) {
    LOCKSTEP_CHECK(check());
    protocol::SharedBytes answer;
    answer.id = request.id;
    const std::uint64_t step = clamped(request.step, m_trace->steps());
    answer.step = static_cast<std::int64_t>(step);
    const std::vector<std::byte> bytes = m_trace->shared(step);
    answer.total = static_cast<std::int64_t>(bytes.size());
    const std::uint64_t from = clamped(request.from, bytes.size());
    answer.from = static_cast<std::int64_t>(from);
    const auto count = std::min<std::uint64_t>(
        bytes.size() - from,
        static_cast<std::uint64_t>(
            std::clamp(request.count, 0, protocol::SharedRequest::most_shared)));
    for (std::uint64_t i = from; i < from + count; ++i)
        answer.hex += fmt::format("{:02x}", std::to_integer<int>(bytes[i]));
    return answer;
}

Result<protocol::SoughtStep> TraceDesk::answer(const protocol::SeekRequest& request) {
    LOCKSTEP_CHECK(check());
    protocol::SoughtStep answer;
    answer.id = request.id;
    if (request.what == "finding") {
        answer.step = next_finding(*m_trace, request);
        return answer;
    }
    LOCKSTEP_TRY(const Sought sought, sought_by(request));
    const std::uint64_t from = request.from < 0 && !request.backward
                                   ? simt::Trace::before_all
                                   : clamped(request.from, m_trace->steps());
    const auto found = m_trace->seek(sought, from);
    answer.step = found ? static_cast<std::int64_t>(*found) : -1;
    return answer;
}

Result<protocol::Overview> TraceDesk::answer(const protocol::OverviewRequest& request) {
    LOCKSTEP_CHECK(check());
    const std::uint64_t from = clamped(request.from, m_trace->steps());
    const std::uint64_t left = m_trace->steps() - from;
    const std::uint64_t count = request.count <= 0 ? left : clamped(request.count, left);
    const auto columns =
        static_cast<std::size_t>(std::clamp(request.columns, 1, protocol::most_columns));
    const simt::Overview seen = m_trace->overview(from, count, columns);
    protocol::Overview answer;
    answer.id = request.id;
    answer.from = static_cast<std::int64_t>(from);
    answer.count = static_cast<std::int64_t>(count);
    for (std::size_t warp = 0; warp < seen.warps.size(); ++warp) {
        std::string& row = answer.warps.emplace_back();
        for (const simt::WarpStretch& one : seen.warps[warp])
            row += letter_of(one, seen.threads[warp]);
        answer.columns = static_cast<int>(row.size());
    }
    return answer;
}

Result<protocol::PtxText> TraceDesk::answer(const protocol::PtxRequest& request) {
    LOCKSTEP_CHECK(check());
    // What fits a line of the protocol with room for quotes.
    constexpr std::size_t most_letters = 400'000;
    const std::vector<std::string>& lines = m_trace->program().module->lines;
    protocol::PtxText answer;
    answer.id = request.id;
    answer.total = static_cast<std::int64_t>(lines.size());
    answer.from = std::max<std::int64_t>(request.from, 1);
    std::size_t letters = 0;
    const auto most = static_cast<std::size_t>(std::max(request.count, 0));
    for (auto i = static_cast<std::uint64_t>(answer.from) - 1;
         i < lines.size() && answer.lines.size() < most; ++i) {
        letters += lines[i].size() + 4;
        if (letters > most_letters) break;
        answer.lines.push_back(lines[i]);
    }
    return answer;
}

} // namespace lockstep::bench
