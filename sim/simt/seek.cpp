// SPDX-License-Identifier: MIT
// Finding a step: the checkpoints know what was executed behind them, so that only the stretch in
// which it lies is executed again.
#include "sim/ptx/flow.hpp"
#include "sim/simt/touches.hpp"
#include "sim/simt/trace_parts.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace lockstep::simt {
namespace {

bool is_at(const ptx::Function& function, int place, const Sought& sought) {
    for (; place >= 0; place = function.places[static_cast<std::size_t>(place)].inlined_at) {
        const ptx::Place& at = function.places[static_cast<std::size_t>(place)];
        if (at.line == sought.line && (sought.file < 0 || at.file == sought.file))
            return true;
    }
    return false;
}

/// Which instructions are meant; of a divergence all that may be.
class SoughtSteps {
  public:
    SoughtSteps(const Recording& recording, const Program& program, const Sought& sought)
        : m_recording(recording), m_sought(sought), m_meant(recording.instructions),
          m_begins(recording.instructions) {
        for (const std::unique_ptr<Code>& code : program.codes)
            if (code != nullptr)
                mark(program.function(*code), *code);
    }

    bool may_be_in(const Checkpoint& stretch) const {
        if (m_sought.what == Sought::What::Divergence)
            return (stretch.diverged & warps()) != 0;
        for (std::size_t i = 0; i < m_meant.size(); ++i)
            if (m_meant[i] && (stretch.executed[i] & warps()) != 0)
                return true;
        return false;
    }
    bool is(const Warp& warp, const Step& step, Mask on) const {
        if ((warps() >> warp.index & 1) == 0)
            return false;
        if (m_sought.what == Sought::What::Divergence)
            return diverges(warp, step, on);
        return m_meant[index_of(warp, step)];
    }
    /// Of a step that is meant: nothing of the same line stands before it in its basic block.
    bool begins(const Warp& warp, const Step& step) const {
        return m_sought.what != Sought::What::Line || m_begins[index_of(warp, step)];
    }

  private:
    std::size_t index_of(const Warp& warp, const Step& step) const {
        const auto function = static_cast<std::size_t>(warp.frame->code->function);
        return m_recording.first_of[function] + place_of(warp, step);
    }
    Mask warps() const { return m_sought.warp < 0 ? ~Mask{0} : Mask{1} << (m_sought.warp & 31); }
    void mark(const ptx::Function& function, const Code& code) {
        const std::uint32_t first = m_recording.first_of[static_cast<std::size_t>(code.function)];
        for (std::size_t i = 0; i < code.steps.size(); ++i) {
            const bool in_text = i < function.instructions.size();
            const int place = in_text ? function.instructions[i].place : -1;
            m_meant[first + i] =
                m_sought.what == Sought::What::Step ||
                (m_sought.what == Sought::What::Line && is_at(function, place, m_sought)) ||
                (m_sought.what == Sought::What::Ptx && code.function == m_sought.function &&
                 static_cast<int>(i) == m_sought.instruction);
        }
        if (m_sought.what == Sought::What::Line && m_sought.anew)
            mark_begins(ptx::find_flow(function), first);
    }
    /// A compiler mixes the instructions of neighbouring lines: within a basic block only the first
    /// of a line counts as coming to it.
    void mark_begins(const ptx::Flow& flow, std::uint32_t first) {
        int block = -1; // that has begun with the line
        for (std::size_t i = 0; i < flow.block_of.size(); ++i) {
            if (!m_meant[first + i] || flow.block_of[i] == block)
                continue;
            m_begins[first + i] = true;
            block = flow.block_of[i];
        }
    }

    const Recording& m_recording;
    const Sought& m_sought;
    std::vector<bool> m_meant, m_begins;
};

/// The first or the last of the steps that it is shown, `low` the first that counts.
struct Searcher final : Watcher {
    Searcher(const SoughtSteps& what, const Sought& how, std::uint64_t first)
        : target(what), sought(how), low(first) {}
    void see(std::uint64_t step, const Warp& warp, const Step& what, Mask on) override {
        const bool meant = target.is(warp, what, on);
        const bool went_on =
            std::exchange(inside[static_cast<std::size_t>(warp.index)], meant) && sought.anew;
        const bool comes = meant && !went_on && (!sought.anew || target.begins(warp, what));
        if (comes && step >= low && (sought.backward || !found))
            found = step;
    }
    /// The stretch holds nothing that is meant: who executed anything in it has left.
    void pass(const Checkpoint& stretch) {
        Mask ran = 0;
        for (const Mask warps : stretch.executed)
            ran |= warps;
        for_lanes(ran, [&](int warp) { inside[static_cast<std::size_t>(warp)] = false; });
    }
    const SoughtSteps& target;
    const Sought& sought;
    std::uint64_t low;
    std::array<bool, 32> inside{}; ///< by warp: its last step was one, too
    std::optional<std::uint64_t> found;
};

} // namespace

std::optional<std::uint64_t> Trace::seek(const Sought& sought, std::uint64_t from) {
    const Recording& recording = *m_parts->recording;
    const SoughtSteps target(recording, *m_parts->program, sought);
    const std::size_t count = recording.checkpoints.size();
    if (count == 0 || (sought.backward && from == 0))
        return std::nullopt;
    // Forward from behind `from`, backward from before it.
    const std::uint64_t low = sought.backward ? 0 : from + 1;
    const std::uint64_t high = sought.backward ? std::min(from, steps()) : steps();
    if (low >= high)
        return std::nullopt;
    // What the step at `from` is says whether the one behind it is come to anew.
    const std::uint64_t begin = sought.anew && !sought.backward && low > 0 ? low - 1 : low;
    Searcher searcher(target, sought, low);
    std::size_t k = recording.checkpoint_before(sought.backward ? high - 1 : begin);
    for (; k < count; k += sought.backward ? std::size_t(-1) : 1) {
        const Checkpoint& stretch = recording.checkpoints[k];
        const std::uint64_t end =
            k + 1 < count ? recording.checkpoints[k + 1].step : recording.steps;
        if (!target.may_be_in(stretch)) {
            searcher.pass(stretch);
            continue;
        }
        if (sought.backward)
            searcher.inside = {};
        m_parts->replay->watch(std::max(begin, stretch.step), std::min(high, end), searcher);
        if (searcher.found)
            return searcher.found;
    }
    return std::nullopt;
}

} // namespace lockstep::simt
