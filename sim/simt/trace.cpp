// SPDX-License-Identifier: MIT
// Looking at a trace: windows of steps, registers, shared memory.
#include "sim/simt/trace.hpp"

#include "sim/simt/describe.hpp"
#include "sim/simt/registers.hpp"
#include "sim/simt/trace_parts.hpp"

#include <algorithm>

namespace lockstep::simt {

Trace::Trace(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
Trace::~Trace() = default;

std::uint64_t Trace::block() const {
    return m_parts->recording->block;
}
std::uint64_t Trace::steps() const {
    return m_parts->recording->steps;
}
const Program& Trace::program() const {
    return *m_parts->program;
}
int Trace::warps() const {
    return m_parts->warps;
}
std::uint64_t Trace::shared_bytes() const {
    return m_parts->shared_bytes;
}
bool Trace::seeks_take_longer() const {
    return m_parts->recording->thinned;
}
bool Trace::ends_early() const {
    return m_parts->recording->cut;
}
std::size_t Trace::bytes() const {
    return m_parts->recording->bytes();
}
std::size_t Trace::checkpoints() const {
    return m_parts->recording->checkpoints.size();
}
std::span<const Finding> Trace::findings() const {
    return m_parts->recording->findings;
}
std::span<const FindingAt> Trace::found() const {
    return m_parts->recording->found;
}

namespace {

struct Describer final : Watcher {
    void see(std::uint64_t step, const Warp& warp, const Step& what, Mask on) override {
        steps.push_back(describe(step, warp, what, on));
    }
    std::vector<TraceStep> steps;
};

/// Looks at the block before one step, and notes what the warp executes on the way there.
template <class Look>
struct Looker final : Watcher {
    Looker(std::uint64_t step, int warp, Look look) : m_step(step), m_warp(warp), m_look(look) {}
    void see(std::uint64_t step, const Warp& warp, const Step& what, Mask) override {
        if (step == m_step)
            m_look(warp.block, &warp, executed);
        else if (warp.index == m_warp)
            executed.emplace_back(warp.frame->code, place_of(warp, what));
    }
    std::vector<std::pair<const Code*, std::uint32_t>> executed;

  private:
    std::uint64_t m_step;
    int m_warp;
    Look m_look;
};

using Executed = std::vector<std::pair<const Code*, std::uint32_t>>;

/// look(block, warp, executed): `warp` executes the step; null at the end.
template <class Look>
void look_before(Trace::Parts& parts, std::uint64_t step, int warp, Look look) {
    Recording& recording = *parts.recording;
    if (recording.checkpoints.empty())
        return;
    const std::uint64_t begin = recording.checkpoints[recording.checkpoint_before(step)].step;
    Looker<Look> looker(step, warp, look);
    parts.replay->watch(begin, step + 1, looker);
    if (step >= recording.steps)
        look(parts.replay->at_end(), nullptr, looker.executed);
}

/// The frame that is meant, or null.
const Frame* frame_for(const Block& block, const Warp* executing, int warp, int lane) {
    const Warp& asked = *block.warps[static_cast<std::size_t>(warp)];
    if (lane >= 0)
        return asked.frame_of(lane);
    if (executing == &asked)
        return asked.frame;
    return asked.live() == 0 ? nullptr : asked.frame_of(__builtin_ctz(asked.live()));
}

/// By instruction of the function: whether the warp has executed it before.
std::vector<bool> executed_in(const Recording& recording, std::uint64_t step, int warp,
                              const Code& code, const Executed& lately) {
    std::vector<bool> made(code.steps.size());
    const std::uint32_t first = recording.first_of[static_cast<std::size_t>(code.function)];
    const std::size_t now = recording.checkpoint_before(step);
    for (std::size_t k = 0; k < now; ++k)
        for (std::size_t i = 0; i < made.size(); ++i)
            if ((recording.checkpoints[k].executed[first + i] >> warp & 1) != 0)
                made[i] = true;
    for (const auto& [where, place] : lately)
        if (where == &code)
            made[place] = true;
    return made;
}

} // namespace

std::vector<TraceStep> Trace::window(std::uint64_t from, std::uint64_t count) {
    Describer describer;
    const std::uint64_t left = from < steps() ? steps() - from : 0;
    m_parts->replay->watch(from, from + std::min(count, left), describer);
    return std::move(describer.steps);
}

RegistersView Trace::registers(std::uint64_t step, int warp, int lane) {
    RegistersView seen;
    step = std::min(step, steps());
    if (warp < 0 || warp >= warps() || lane >= 32)
        return seen;
    look_before(*m_parts, step, warp,
                [&](const Block& block, const Warp* executing, const Executed& lately) {
                    const Frame* frame = frame_for(block, executing, warp, lane);
                    if (frame != nullptr)
                        seen = read_registers(
                            *m_parts->program, *frame,
                            executed_in(*m_parts->recording, step, warp, *frame->code, lately));
                });
    return seen;
}

std::vector<std::byte> Trace::shared(std::uint64_t step) {
    std::vector<std::byte> seen;
    look_before(*m_parts, std::min(step, steps()), -1,
                [&](const Block& block, const Warp*, const Executed&) {
                    seen.assign(block.shared_bytes.begin(),
                                block.shared_bytes.begin() +
                                    static_cast<std::ptrdiff_t>(block.card.shared_bytes));
                });
    return seen;
}

} // namespace lockstep::simt
