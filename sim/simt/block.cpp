// SPDX-License-Identifier: MIT
#include "sim/simt/block.hpp"

#include "sim/simt/run.hpp"
#include "sim/simt/space.hpp"

#include <bit>
#include <fmt/format.h>

namespace lockstep::simt {

Block::Block(Card& in, std::vector<Region>& known)
    : card(in), caches(known), reporter(in.program, {}) {
    const unsigned count = (card.block_threads + 31) / 32;
    for (unsigned i = 0; i < count; ++i)
        warps.push_back(std::make_unique<Warp>(*this, static_cast<int>(i)));
}

void Block::start(std::uint64_t at) {
    number = at;
    position = card.block_at(at);
    counters = {};
    reporter = Reporter(card.program, position);
    stopped = conflicted = false;
    m_next = 0;
    printed.clear();
    give_memory_back();
    if (!take_memory(card.block_bytes)) {
        report_memory(reporter.note(FindingKind::Budget, false, card.program.entry_code(), 0, 0));
        stopped = true;
        return;
    }
    // Nobody may rely on what is in shared memory, yet the same run has to read the same there.
    shared_bytes.assign(card.shared_bytes + 16, std::byte{0});
    shared = Region{shared_start,
                    shared_start + card.shared_bytes,
                    shared_bytes.data(),
                    nullptr,
                    nullptr,
                    RegionKind::Shared,
                    -1};
    if (card.options.checks.initialisation) {
        shared_written.assign(card.shared_bytes / 64 + 1, 0);
        shared.written = shared_written.data();
    }
    if (card.options.checks.races) {
        if (races == nullptr)
            races = std::make_unique<RaceDetector>(card.shared_bytes, card.block_threads,
                                                   card.program.partial_barriers,
                                                   card.program.shared_granule);
        races->start();
    }
    barriers.reset();
    for (std::size_t i = 0; i < warps.size(); ++i) {
        const unsigned rest = card.block_threads - static_cast<unsigned>(i) * 32;
        warps[i]->start(rest >= 32 ? ~Mask{0} : (Mask{1} << rest) - 1);
    }
}

/// On several cores other blocks are at work than in the reference order. Where each keeps to its
/// share, the reference order has enough as well: so the outcome is the same on any number of them.
bool Block::take_memory(std::uint64_t bytes) {
    const std::uint64_t most = card.options.budget.memory_bytes;
    m_held_bytes += bytes;
    if (card.sharing != nullptr)
        return m_held_bytes <= most / card.resident_blocks();
    card.held_bytes += bytes;
    return card.held_bytes <= most;
}

void Block::give_memory_back() {
    if (card.sharing == nullptr)
        card.held_bytes -= m_held_bytes;
    m_held_bytes = 0;
}

void Block::report_memory(Finding* found) const {
    if (found != nullptr)
        found->message = fmt::format(
            "The budget of memory is used up at PTX line {}: the blocks that run at once would "
            "hold {} bytes of local and shared memory, registers and what checks know of them, and "
            "may hold {}.",
            found->ptx_line, card.held_bytes, card.options.budget.memory_bytes);
}

bool Block::run(Turn& left) {
    NoObserver nobody;
    return run(left, nobody);
}

Warp* Block::next_ready() {
    for (std::size_t i = 0; i < warps.size(); ++i) {
        Warp& warp = *warps[(m_next + i) % warps.size()];
        if (warp.ready() && !(card.stack && warp.spins()))
            return &warp;
    }
    return nullptr;
}

bool Block::wake() {
    bool finished = true;
    for (const std::unique_ptr<Warp>& warp : warps)
        finished = finished && warp->finished();
    if (finished)
        return false;
    for (const std::unique_ptr<Warp>& warp : warps)
        if (!card.stack && warp->groups.release())
            return true;
    report_standstill();
    stopped = true;
    return false;
}

unsigned Block::exited_threads() const {
    unsigned count = 0;
    for (const std::unique_ptr<Warp>& warp : warps)
        count += count_lanes(warp->exited);
    return count;
}

void Block::report_standstill() {
    for (const std::unique_ptr<Warp>& warp : warps) {
        for (const auto* list : {&warp->parked, &warp->waiting}) {
            if (list->empty())
                continue;
            const Warp::Parked& one = list->front();
            const int lane = std::countr_zero(one.group.lanes);
            const ptx::Function& function = card.program.function(*one.group.frame->code);
            Finding* found = reporter.note(FindingKind::Barrier, false, *one.group.frame->code,
                                           one.step->op.instruction, warp->index * 32 + lane);
            if (found != nullptr)
                found->message = fmt::format(
                    "Nothing in the block can move: thread {} waits for ever at PTX line {} for "
                    "threads that cannot come.",
                    found->thread, function.instructions[one.step->op.instruction].line);
            return;
        }
    }
}

} // namespace lockstep::simt
