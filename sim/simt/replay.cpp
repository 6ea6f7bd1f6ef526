// SPDX-License-Identifier: MIT
#include "sim/simt/replay.hpp"

#include "sim/simt/run.hpp"

#include <algorithm>

namespace lockstep::simt {

Replay::Replay(std::shared_ptr<const Program> program, const Launch& launch, const Options& options,
               Recording& recording)
    : m_program(std::move(program)), m_launch(launch), m_recording(recording) {
    // Checks change nothing in what a block does, and what they found is in the recording.
    m_options.scheduling = options.scheduling;
    m_options.budget.memory_bytes = ~std::uint64_t{0}; // it had enough when it was recorded
}

Result<std::unique_ptr<Replay>> Replay::create(std::shared_ptr<const Program> program,
                                               const Launch& launch, const Options& options,
                                               Recording& recording) {
    std::unique_ptr<Replay> made(new Replay(std::move(program), launch, options, recording));
    LOCKSTEP_TRY(made->m_card, Card::create(*made->m_program, recording.history.memory(),
                                            made->m_launch, made->m_options));
    made->m_caches.resize(made->m_program->cache_count);
    made->m_block = std::make_unique<Block>(*made->m_card, made->m_caches);
    return made;
}

void Replay::step(const Warp& warp, const Step& step, Mask on) {
    for (; m_value_step == m_step; m_value_step = m_recording.history.step_of(m_value)) {
        m_recording.history.put(m_value);
        ++m_value;
    }
    if (m_step - m_from < m_count)
        m_watcher->see(m_step, warp, step, on);
    ++m_step;
}

void Replay::go_to(std::uint64_t step) {
    const std::size_t nearest = m_recording.checkpoint_before(step);
    const Checkpoint& checkpoint = m_recording.checkpoints[nearest];
    // Going on is as good as going back to a checkpoint that was passed.
    if (m_ready && m_step <= step && m_step >= checkpoint.step)
        return;
    m_recording.history.go_to(nearest);
    m_block->start(m_recording.block);
    m_block->restore(checkpoint.state);
    m_step = checkpoint.step;
    m_turn = checkpoint.turn;
    m_value = m_recording.history.first_value(m_step);
    m_value_step = m_recording.history.step_of(m_value);
    m_ready = true;
}

void Replay::run_turn() {
    const TurnRecord& turn = m_recording.turns[m_turn++];
    const std::size_t checkpoint = m_recording.checkpoint_before(turn.begin);
    m_recording.history.goes_on_to(checkpoint + 1);
    m_card->changes = turn.changes;
    Turn left = turn.length;
    m_block->run(left, *this);
}

void Replay::watch(std::uint64_t from, std::uint64_t to, Watcher& watcher) {
    to = std::min(to, m_recording.steps);
    if (from >= to)
        return;
    go_to(from);
    m_from = from;
    m_count = to - from;
    m_watcher = &watcher;
    while (m_step < to && m_turn < m_recording.turns.size())
        run_turn();
    m_count = 0;
}

const Block& Replay::at_end() {
    m_count = 0;
    if (!m_recording.checkpoints.empty()) {
        go_to(m_recording.steps);
        while (m_turn < m_recording.turns.size())
            run_turn();
    }
    return *m_block;
}

} // namespace lockstep::simt
