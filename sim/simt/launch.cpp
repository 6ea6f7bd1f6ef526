// SPDX-License-Identifier: MIT
#include "sim/simt/launch.hpp"

#include "sim/simt/block.hpp"

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

struct Wave {
    std::vector<Block*> running;
    std::vector<std::vector<Finding>> findings; ///< by place in the wave
    std::vector<std::vector<std::string>> printed;
};

} // namespace

Outcome run_in_order(Card& card, const Allowance& allowance) {
    Outcome outcome;
    outcome.finished = true;
    FindingList findings;
    Blocks blocks(card);
    const auto resident = static_cast<std::uint64_t>(std::max(card.options.resident_blocks, 1));
    const std::uint64_t most = card.options.budget.warp_instructions;
    std::uint64_t executed = 0;
    for (std::uint64_t first = 0; first < card.blocks && outcome.finished; first += resident) {
        const std::uint64_t count = std::min(resident, card.blocks - first);
        Wave wave;
        wave.running.resize(count);
        wave.findings.resize(count);
        wave.printed.resize(count);
        std::uint64_t left_over = count;
        const auto finish = [&](std::uint64_t i) {
            Block* block = wave.running[i];
            outcome.counters += block->counters;
            wave.findings[i] = block->reporter.take();
            wave.printed[i] = std::move(block->printed);
            blocks.give_back(block);
        };
        for (bool begin = true; left_over > 0 && outcome.finished; begin = false) {
            for (std::uint64_t i = 0; i < count && outcome.finished; ++i) {
                // Blocks get their memory when it is their first turn: most end in it.
                if (begin)
                    wave.running[i] = blocks.start(first + i);
                Block* block = wave.running[i];
                if (block == nullptr)
                    continue;
                const Turn turn = std::min<Turn>(turn_length, most - std::min(most, executed));
                Turn left = turn;
                const bool goes_on = block->run(left);
                executed += turn - left;
                const std::string_view spent =
                    goes_on ? allowance.spent(executed) : std::string_view{};
                if (!spent.empty())
                    report_budget(*block, spent, executed);
                if (goes_on && spent.empty())
                    continue;
                outcome.finished = spent.empty() && !block->stopped;
                finish(i);
                wave.running[i] = nullptr;
                --left_over;
            }
        }
        for (std::uint64_t i = 0; i < count; ++i) {
            if (wave.running[i] != nullptr)
                finish(i);
            findings.add(std::move(wave.findings[i]));
            std::ranges::move(wave.printed[i], std::back_inserter(outcome.printed));
        }
    }
    outcome.findings = findings.take();
    return outcome;
}

} // namespace lockstep::simt
