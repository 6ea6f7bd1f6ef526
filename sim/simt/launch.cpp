// SPDX-License-Identifier: MIT
#include "sim/simt/launch.hpp"

#include "sim/simt/block.hpp"
#include "sim/simt/recorder.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace lockstep::simt {

static constexpr Turn turn_length = 4096;

Allowance::Allowance(const Budget& budget, const std::function<bool()>& cancelled)
    : m_budget(budget), m_cancelled(cancelled),
      m_end(std::chrono::steady_clock::now() +
            std::chrono::duration_cast<std::chrono::steady_clock::duration>(
                std::chrono::duration<double>(std::clamp(budget.seconds, 0.0, 1e6)))) {}

std::string_view Allowance::spent(std::uint64_t instructions) const {
    if (instructions >= m_budget.warp_instructions)
        return "instructions";
    if (std::chrono::steady_clock::now() >= m_end)
        return "seconds";
    return m_cancelled && m_cancelled() ? "cancelled" : "";
}

namespace {

/// Blocks of one core, used again and again.
class Blocks {
  public:
    explicit Blocks(Card& card) : m_card(card), m_caches(card.program.cache_count) {}
    Block* start(std::uint64_t number) {
        if (m_free.empty())
            m_free.push_back(m_all.emplace_back(std::make_unique<Block>(m_card, m_caches)).get());
        Block* block = m_free.back();
        m_free.pop_back();
        block->start(number);
        return block;
    }
    void give_back(Block* block) { m_free.push_back(block); }

  private:
    Card& m_card;
    std::vector<Region> m_caches;
    std::vector<std::unique_ptr<Block>> m_all;
    std::vector<Block*> m_free;
};

/// The last line that the block executed, for whom a budget ends.
void report_budget(Block& block, std::string_view what, std::uint64_t instructions) {
    for (const std::unique_ptr<Warp>& warp : block.warps) {
        if (warp->finished() || warp->frame == nullptr)
            continue;
        const Group& group = warp->groups.current;
        const std::uint32_t pc = group.lanes != 0 ? group.pc : 0;
        const std::uint32_t at = warp->code().steps[pc].op.instruction;
        Finding* found = block.note(FindingKind::Budget, false, *warp, at, 0);
        if (found != nullptr)
            found->message = fmt::format(
                "The budget of {} is used up after {} warp instructions; the last line executed is "
                "PTX line {}.",
                what, instructions, found->ptx_line);
        return;
    }
}

/// The blocks that are resident together.
class Wave {
  public:
    Wave(Card& card, Blocks& blocks, const Allowance& allowance, std::uint64_t first,
         std::uint64_t count, std::uint64_t& executed, Recorder* recorder)
        : m_card(card), m_blocks(blocks), m_allowance(allowance), m_first(first),
          m_executed(executed), m_recorder(recorder), m_running(count), m_findings(count),
          m_printed(count), m_left(count) {}

    /// False: the launch has to end here.
    bool run();
    void tell(Outcome& outcome, FindingList& findings);

  private:
    bool records(std::uint64_t i) const {
        return m_recorder != nullptr && m_recorder->records(m_first + i);
    }
    bool turn(std::uint64_t i);
    bool nothing_changes(std::uint64_t changes) const;
    void finish(std::uint64_t i);

    Card& m_card;
    Blocks& m_blocks;
    const Allowance& m_allowance;
    std::uint64_t m_first;
    std::uint64_t& m_executed;
    Recorder* m_recorder;
    std::vector<Block*> m_running; ///< null: not begun, or at its end
    std::vector<std::vector<Finding>> m_findings;
    std::vector<std::vector<std::string>> m_printed;
    Counters m_counters;
    std::uint64_t m_left;
};

void Wave::finish(std::uint64_t i) {
    Block* block = m_running[i];
    if (records(i))
        m_recorder->finish(*block);
    m_counters += block->counters;
    m_findings[i] = block->reporter.take();
    m_printed[i] = std::move(block->printed);
    m_blocks.give_back(block);
    m_running[i] = nullptr;
    --m_left;
}

bool Wave::turn(std::uint64_t i) {
    Block& block = *m_running[i];
    const std::uint64_t most = m_card.options.budget.warp_instructions;
    const Turn length = std::min<Turn>(turn_length, most - std::min(most, m_executed));
    Turn left = length;
    const bool goes_on = records(i) ? m_recorder->run(block, left) : block.run(left);
    m_executed += length - left;
    const std::string_view spent = goes_on ? m_allowance.spent(m_executed) : std::string_view{};
    if (!spent.empty())
        report_budget(block, spent, m_executed);
    const bool good = spent.empty() && !block.stopped;
    if (!goes_on || !good)
        finish(i);
    return good;
}

/// On a stack: every block of the wave goes round loops that wait for ever.
bool Wave::nothing_changes(std::uint64_t changes) const {
    if (!m_card.stack || m_left == 0 || changes != m_card.changes)
        return false;
    return std::ranges::all_of(m_running,
                               [](const Block* one) { return one == nullptr || one->spins(); });
}

bool Wave::run() {
    for (bool begin = true; m_left > 0; begin = false) {
        const std::uint64_t changes = m_card.changes;
        for (std::uint64_t i = 0; i < m_running.size(); ++i) {
            // Blocks get their memory when it is their first turn: most end in it.
            if (begin)
                m_running[i] = m_blocks.start(m_first + i);
            if (m_running[i] != nullptr && !turn(i))
                return false;
        }
        if (!nothing_changes(changes))
            continue;
        for (Block* block : m_running)
            if (block != nullptr)
                block->report_spinning();
        return false;
    }
    return true;
}

void Wave::tell(Outcome& outcome, FindingList& findings) {
    for (std::uint64_t i = 0; i < m_running.size(); ++i) {
        if (m_running[i] != nullptr)
            finish(i);
        findings.add(std::move(m_findings[i]));
        std::ranges::move(m_printed[i], std::back_inserter(outcome.printed));
    }
    outcome.counters += m_counters;
}

} // namespace

Outcome run_in_order(Card& card, const Allowance& allowance, Recorder* recorder) {
    Outcome outcome;
    outcome.finished = true;
    FindingList findings;
    Blocks blocks(card);
    const auto resident = static_cast<std::uint64_t>(std::max(card.options.resident_blocks, 1));
    std::uint64_t executed = 0;
    for (std::uint64_t first = 0; first < card.blocks && outcome.finished; first += resident) {
        const std::uint64_t count = std::min(resident, card.blocks - first);
        Wave wave(card, blocks, allowance, first, count, executed, recorder);
        outcome.finished = wave.run();
        wave.tell(outcome, findings);
    }
    outcome.findings = findings.take();
    return outcome;
}

} // namespace lockstep::simt
