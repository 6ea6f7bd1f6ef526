// SPDX-License-Identifier: MIT
#include "sim/simt/recorder.hpp"

#include "sim/simt/run.hpp"

#include <algorithm>

namespace lockstep::simt {

/// Calls f(address, size) for the bytes that the lanes touch in one allocation, side by side ones
/// at once. Lanes that are misaligned touch nothing, like those that hit no allocation.
template <class F>
static void each_range(History& history, const Touch& touch, F f) {
    const std::uint32_t size = touch.access->bytes();
    std::uint64_t begin = 0;
    std::uint32_t length = 0;
    for_lanes(touch.on, [&](int lane) {
        const std::uint64_t at = touch.addresses[lane];
        if (at % size != 0)
            return;
        if (length > 0 && at == begin + length && history.holds(begin, length + size)) {
            length += size;
            return;
        }
        if (length > 0)
            f(begin, length);
        begin = at;
        length = history.holds(at, size) ? size : 0;
    });
    if (length > 0)
        f(begin, length);
}

static bool may_be_global(const Touch& touch) {
    return touch.access->space != ptx::Space::Shared && touch.access->space != ptx::Space::Local;
}

Recorder::Recorder(const Card& card, std::uint64_t block, const TraceLimits& limits)
    : m_limits(limits), m_kept(std::make_unique<Recording>(card, block)),
      m_apart(limits.steps_apart) {
    m_kept->history.set_limit(limits.bytes);
}

bool Recorder::run(Block& block, Turn& left) {
    if (m_kept->cut)
        return block.run(left);
    // A turn is not interrupted, so the checkpoint comes before the one that would go too far.
    const auto& all = m_kept->checkpoints;
    if (all.empty() || m_kept->steps - all.back().step + left > m_apart)
        checkpoint(block);
    m_kept->turns.push_back({m_kept->steps, left, block.card.changes});
    const bool goes_on = block.run(left, *this);
    settle(block.reporter);
    keep_within_limits();
    return goes_on;
}

/// What one turn adds has to fit into what is left.
bool Recorder::too_large() const {
    return m_state_bytes + m_kept->rest_bytes() > m_limits.bytes / 4 * 3;
}

/// The trace ends before the turn that was too much for it.
void Recorder::cut() {
    const std::uint64_t end = m_kept->turns.back().begin;
    m_kept->turns.pop_back();
    m_kept->steps = end;
    std::erase_if(m_kept->found, [&](const FindingAt& one) { return one.step >= end; });
    m_kept->cut = true;
}

void Recorder::give_up() {
    if (!m_kept->cut && !m_kept->turns.empty())
        cut();
    m_kept->cut = true;
}

void Recorder::step(const Warp& warp, const Step& step, Mask on) {
    settle(warp.block.reporter);
    Checkpoint& now = m_kept->checkpoints.back();
    const auto code = static_cast<std::size_t>(warp.frame->code->function);
    const Mask self = Mask{1} << warp.index;
    now.executed[m_kept->first_of[code] + place_of(warp, step)] |= self;
    if (diverges(warp, step, on))
        now.diverged |= self;
    m_touch_count = find_touches(warp, step, on, m_touches);
    for (int i = 0; i < m_touch_count; ++i)
        touch(m_touches[i]);
    ++m_kept->steps;
}

void Recorder::touch(const Touch& touch) {
    if (!may_be_global(touch))
        return;
    const AccessKind kind = touch.access->kind;
    each_range(m_kept->history, touch, [&](std::uint64_t address, std::uint32_t size) {
        if (kind != AccessKind::Store)
            m_kept->history.reads(m_kept->steps, address, size);
        if (kind != AccessKind::Load)
            m_kept->history.writes(address, size);
    });
}

/// What the last step left behind.
void Recorder::settle(const Reporter& reporter) {
    for (int i = 0; i < m_touch_count; ++i)
        if (m_touches[i].access->kind != AccessKind::Load && may_be_global(m_touches[i]))
            each_range(m_kept->history, m_touches[i],
                       [&](std::uint64_t address, std::uint32_t size) {
                           m_kept->history.wrote(address, size);
                       });
    m_touch_count = 0;
    if (reporter.noted() != m_noted)
        remember_findings(reporter);
}

void Recorder::remember_findings(const Reporter& reporter) {
    m_noted = reporter.noted();
    const auto findings = reporter.findings();
    m_counts.resize(findings.size());
    for (std::size_t i = 0; i < findings.size(); ++i) {
        const bool first = m_counts[i] == 0;
        if (findings[i].count == m_counts[i])
            continue;
        m_counts[i] = findings[i].count;
        const std::uint64_t last = m_kept->steps == 0 ? 0 : m_kept->steps - 1;
        if (first || m_kept->found.size() < m_limits.findings)
            m_kept->found.push_back({last, i});
    }
}

void Recorder::checkpoint(const Block& block) {
    Checkpoint fresh;
    fresh.step = m_kept->steps;
    fresh.turn = m_kept->turns.size();
    fresh.executed.resize(m_kept->instructions);
    const bool first = m_kept->checkpoints.empty();
    block.save(fresh.state, first ? nullptr : &m_kept->checkpoints.back().state);
    if (!first)
        m_kept->history.mark();
    m_state_bytes += fresh.bytes(m_seen);
    m_kept->checkpoints.push_back(std::move(fresh));
}

void Recorder::keep_within_limits() {
    const std::uint64_t most =
        std::max<std::uint64_t>(m_limits.steps_full / m_limits.steps_apart * 21 / 20, 4);
    while (m_kept->checkpoints.size() >= most || too_large()) {
        if (m_kept->checkpoints.size() < 4 || m_kept->history.full())
            return cut();
        m_kept->thin();
        m_apart *= 2;
        m_seen.clear();
        m_state_bytes = 0;
        for (const Checkpoint& one : m_kept->checkpoints)
            m_state_bytes += one.bytes(m_seen);
    }
}

void Recorder::finish(const Block& block) {
    if (!m_kept->cut)
        settle(block.reporter);
    const auto findings = block.reporter.findings();
    m_kept->findings.assign(findings.begin(), findings.end());
}

std::unique_ptr<Recording> Recorder::take() {
    m_kept->history.finish();
    return std::move(m_kept);
}

} // namespace lockstep::simt
