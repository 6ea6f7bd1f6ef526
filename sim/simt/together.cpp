// SPDX-License-Identifier: MIT
// Blocks on several cores. Only a launch in which no block's use of global memory matters to
// another is run so, and then the order of the blocks cannot be seen in its outcome.
#include "sim/simt/block.hpp"
#include "sim/simt/launch.hpp"
#include "sim/simt/sharing.hpp"

#include <algorithm>
#include <chrono>
#include <new>
#include <semaphore>
#include <thread>
#include <utility>

namespace lockstep::simt {
namespace {

struct BlockResult {
    std::uint64_t block = 0;
    std::vector<Finding> findings;
    std::vector<std::string> printed;
};

/// What the threads of one attempt share.
struct Attempt {
    Attempt(Card& c, const Allowance& a, int n)
        : card(c), allowance(a), threads(static_cast<std::uint64_t>(n)) {}
    Card& card;
    const Allowance& allowance;
    const std::uint64_t threads;
    // Each in a cache line of its own: all threads ask after each block whether to give up, and no
    // two write the others that often.
    alignas(64) std::atomic<bool> given_up{false};
    std::atomic<bool> conflict{false};
    alignas(64) std::atomic<std::uint64_t> next{0};
    alignas(64) std::atomic<std::uint64_t> executed{0};
};

struct Deal {
    std::uint64_t begin, end; ///< blocks; none when all are dealt
};

/// Neighbouring blocks use neighbouring words, whose claims lie in one cache line: dealt one by
/// one, two cores would take that line from each other at every access. Towards the end fewer are
/// dealt, so that nobody has many left when the others have none.
Deal deal(Attempt& attempt) {
    constexpr std::uint64_t most = 16, shares = 4;
    std::uint64_t begin = attempt.next.load(std::memory_order_relaxed);
    while (begin < attempt.card.blocks) {
        const std::uint64_t left = attempt.card.blocks - begin;
        const std::uint64_t count =
            std::clamp<std::uint64_t>(left / (attempt.threads * shares), 1, most);
        if (attempt.next.compare_exchange_weak(begin, begin + count, std::memory_order_relaxed))
            return {begin, begin + count};
    }
    return {begin, begin};
}

struct alignas(64) Worker {
    bool watches = false; ///< it asks whether the launch has to end: only the caller's thread may
    Counters counters;
    std::vector<BlockResult> results; ///< of blocks that have something to tell
};

constexpr Turn turn = 65536;

/// Told to the others now and then: most blocks are much shorter than a turn.
void tell_executed(Attempt& attempt, const Worker& worker, std::uint64_t& own) {
    const std::uint64_t executed = attempt.executed.fetch_add(own) + own;
    own = 0;
    if (executed >= attempt.card.options.budget.warp_instructions ||
        (worker.watches && !attempt.allowance.spent(executed).empty()))
        attempt.given_up = true;
}

void run_blocks(Attempt& attempt, Worker& worker) {
    std::vector<Region> caches(attempt.card.program.cache_count);
    Block block(attempt.card, caches);
    Deal dealt{0, 0};
    std::uint64_t executed = 0; // that the others do not know of
    while (!attempt.given_up.load(std::memory_order_relaxed)) {
        if (dealt.begin == dealt.end)
            dealt = deal(attempt);
        if (dealt.begin == dealt.end)
            break;
        const std::uint64_t number = dealt.begin++;
        block.start(number);
        bool goes_on = true;
        while (goes_on && !attempt.given_up.load(std::memory_order_relaxed)) {
            Turn left = turn;
            goes_on = block.run(left);
            executed += turn - left;
            if (executed >= turn)
                tell_executed(attempt, worker, executed);
        }
        worker.counters += block.counters;
        BlockResult result{number, block.reporter.take(), std::move(block.printed)};
        if (!result.findings.empty() || !result.printed.empty())
            worker.results.push_back(std::move(result));
        if (block.stopped)
            attempt.given_up = true;
        if (block.conflicted)
            attempt.conflict = true;
    }
    tell_executed(attempt, worker, executed);
}

/// A machine that has no more memory may have enough for one core.
template <typename Work>
void guarded(Attempt& attempt, Work&& work) {
    try {
        std::forward<Work>(work)();
    } catch (const std::bad_alloc&) {
        attempt.given_up = true;
    }
}

/// The caller has no block left, but another's may never end.
void watch_until_done(Attempt& attempt, std::counting_semaphore<>& done) {
    while (!done.try_acquire_for(std::chrono::milliseconds(10)))
        if (!attempt.allowance.spent(attempt.executed).empty())
            attempt.given_up = true;
}

Outcome collect(std::vector<Worker>& workers) {
    Outcome outcome;
    outcome.finished = true;
    outcome.in_reference_order = false;
    std::vector<BlockResult> results;
    for (Worker& worker : workers) {
        outcome.counters += worker.counters;
        std::ranges::move(worker.results, std::back_inserter(results));
    }
    std::ranges::sort(results, {}, &BlockResult::block);
    FindingList findings;
    for (BlockResult& result : results) {
        findings.add(std::move(result.findings));
        std::ranges::move(result.printed, std::back_inserter(outcome.printed));
    }
    outcome.findings = findings.take();
    return outcome;
}

void attach(Card& card, Sharing* sharing) {
    card.sharing = sharing;
    for (Region& region : card.regions)
        if (region.kind == RegionKind::Global)
            region.ownership =
                sharing == nullptr ? nullptr : sharing->of(static_cast<std::size_t>(region.index));
}

/// The first attempt hopes that what is read is not written, and that no two blocks use a line;
/// where a block has less than a line of an allocation they must.
std::vector<Expected> at_first(const Card& card) {
    std::vector<Expected> expected;
    for (const Allocation& one : card.memory.allocations()) {
        const bool shared = one.bytes.size() / Claims::usual_line_bytes < card.blocks;
        expected.push_back({false, shared ? Grain::Words : Grain::Lines});
    }
    return expected;
}

} // namespace

std::optional<Outcome> run_together(Card& card, const Allowance& allowance, int threads,
                                    std::string& why) {
    std::vector<Expected> expected = at_first(card);
    for (;;) {
        Sharing sharing(card.memory.allocations(), expected, card.options.checks.initialisation);
        attach(card, &sharing);
        Attempt attempt(card, allowance, threads);
        std::vector<Worker> workers(static_cast<std::size_t>(threads));
        workers[0].watches = true;
        {
            std::counting_semaphore<> done{0};
            std::vector<std::jthread> team;
            for (std::size_t i = 1; i < workers.size(); ++i)
                team.emplace_back([&, i] {
                    guarded(attempt, [&] { run_blocks(attempt, workers[i]); });
                    done.release();
                });
            guarded(attempt, [&] {
                run_blocks(attempt, workers[0]);
                for (std::size_t i = 1; i < workers.size(); ++i)
                    watch_until_done(attempt, done);
            });
        }
        attach(card, nullptr);
        if (!attempt.given_up && !attempt.conflict)
            return collect(workers);
        sharing.restore();
        const std::vector<Expected> learned = sharing.learned();
        if (attempt.conflict && learned != expected) {
            expected = learned;
            continue;
        }
        why = attempt.conflict
                  ? "blocks use the same words of global memory, so their order matters"
                  : "a block did not come to its end";
        return std::nullopt;
    }
}

} // namespace lockstep::simt
