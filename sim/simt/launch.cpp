// SPDX-License-Identifier: MIT
#include "sim/simt/launch.hpp"

#include "sim/simt/block.hpp"
#include "sim/simt/recorder.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <new>

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
    void give_back(Block* block) {
        block->give_memory_back();
        m_free.push_back(block);
    }

  private:
    Card& m_card;
    std::vector<Region> m_caches;
    std::vector<std::unique_ptr<Block>> m_all;
    std::vector<Block*> m_free;
};

struct LastLine {
    const Code* code;
    std::uint32_t instruction;
    int warp;
};

/// Of a warp that has not come to its end; none when all have, or have not begun.
std::optional<LastLine> last_line(const Block& block) {
    for (const std::unique_ptr<Warp>& warp : block.warps) {
        if (warp->finished() || warp->frame == nullptr)
            continue;
        const Group& group = warp->groups.current;
        const bool runs = group.lanes != 0;
        const Code& code = runs ? *group.frame->code : warp->code();
        return LastLine{&code, code.steps[runs ? group.pc : 0].op.instruction, warp->index};
    }
    return std::nullopt;
}

/// The last line that the block executed, for whom a budget ends.
void report_budget(Block& block, std::string_view what, std::uint64_t instructions) {
    const std::optional<LastLine> last = last_line(block);
    if (!last)
        return;
    Finding* found = block.reporter.note(FindingKind::Budget, false, *last->code, last->instruction,
                                         last->warp * 32);
    if (found != nullptr)
        found->message = fmt::format(
            "The budget of {} is used up after {} warp instructions; the last line executed is "
            "PTX line {}.",
            what, instructions, found->ptx_line);
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
    bool run() {
        // The last guard: no budget knows how much the machine has left.
        try {
            return run_turns();
        } catch (const std::bad_alloc&) {
            report_out_of_memory();
            return false;
        }
    }
    void tell(Outcome& outcome, FindingList& findings);

  private:
    bool records(std::uint64_t i) const {
        return m_recorder != nullptr && m_recorder->records(m_first + i);
    }
    bool run_turns();
    void report_out_of_memory();
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
    std::uint64_t m_at = 0; ///< whose turn it is
};

void Wave::finish(std::uint64_t i) {
    Block* block = m_running[i];
    if (records(i))
        m_recorder->finish(*block);
    m_counters += block->counters;
    std::ranges::move(block->reporter.take(), std::back_inserter(m_findings[i]));
    m_printed[i] = std::move(block->printed);
    m_blocks.give_back(block);
    m_running[i] = nullptr;
    --m_left;
}

bool Wave::turn(std::uint64_t i) {
    Block& block = *m_running[i];
    const std::uint64_t most = m_card.options.budget.warp_instructions;
    // Asked before each turn: most blocks end in their first, and who asked behind it would let any
    // number of them run. With nothing left the block still begins, so that there is a line to
    // tell.
    std::string_view spent = m_allowance.spent(m_executed);
    const Turn length =
        spent.empty() ? std::min<Turn>(turn_length, most - std::min(most, m_executed)) : 0;
    Turn left = length;
    const bool watched = records(i) && !block.stopped;
    const bool goes_on = watched ? m_recorder->run(block, left) : block.run(left);
    m_executed += length - left;
    if (goes_on && m_executed >= most)
        spent = "instructions";
    if (goes_on && !spent.empty())
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

bool Wave::run_turns() {
    for (bool begin = true; m_left > 0; begin = false) {
        const std::uint64_t changes = m_card.changes;
        for (std::uint64_t i = 0; i < m_running.size(); ++i) {
            // Blocks get their memory when it is their first turn: most end in it.
            m_at = i;
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

/// The block that asked for more is left as it is.
void Wave::report_out_of_memory() {
    if (records(m_at))
        m_recorder->give_up();
    Reporter reporter(m_card.program, m_card.block_at(m_first + m_at));
    const Block* block = m_running[m_at];
    const std::optional<LastLine> last = block == nullptr ? std::nullopt : last_line(*block);
    const Code& code = last ? *last->code : m_card.program.entry_code();
    Finding* found = reporter.note(FindingKind::Budget, false, code, last ? last->instruction : 0,
                                   last ? last->warp * 32 : 0);
    found->message = fmt::format("The budget of memory is used up at PTX line {}: this machine has "
                                 "no more.",
                                 found->ptx_line);
    std::ranges::move(reporter.take(), std::back_inserter(m_findings[m_at]));
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
