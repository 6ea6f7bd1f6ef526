// SPDX-License-Identifier: MIT
// The same instructions for one thread at a time, each until it has to wait for others: what a
// kernel means, without groups, masks of lanes or joins.
#include "random_kernel.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace lockstep::simt {
namespace {

using Kind = RandomKernel::Kind;
using Instruction = RandomKernel::Instruction;

/// Instructions of the head that ptx() writes before the code.
constexpr std::uint64_t head = 15;

struct Thread {
    std::size_t pc = 0;
    std::array<std::uint32_t, 420> r{};
    std::array<bool, 20> p{};
    std::uint32_t shared = 0;
    bool ended = false, waits = false;
    std::uint64_t executed = head;
};

class InterpretedWarp {
  public:
    InterpretedWarp(const RandomKernel& kernel, const std::vector<std::uint32_t>& in,
                    std::uint32_t* out, unsigned first, std::uint32_t global)
        : m_kernel(kernel), m_in(in), m_out(out), m_global(global) {
        for (std::size_t i = 0; i < 32; ++i) {
            m_threads[i].r[0] = static_cast<std::uint32_t>(i);
            m_threads[i].r[1] = first + static_cast<std::uint32_t>(i);
            m_threads[i].p[19] = true;
        }
        for (std::size_t i = 0; i < kernel.code.size(); ++i)
            if (kernel.code[i].kind == Kind::Label)
                m_labels[kernel.code[i].value] = i;
    }

    /// False when threads wait for each other in vain.
    bool run() {
        for (;;) {
            for (std::size_t i = 0; i < 32; ++i)
                while (!m_threads[i].ended && !m_threads[i].waits)
                    step(m_threads[i], i);
            if (std::ranges::all_of(m_threads, &Thread::ended))
                return true;
            bool moved = false;
            for (std::size_t i = 0; i < 32; ++i)
                moved = meet(i) || moved;
            if (!moved)
                return false;
        }
    }
    std::uint64_t executed() const {
        std::uint64_t sum = 0;
        for (const Thread& one : m_threads)
            sum += one.executed;
        return sum;
    }

  private:
    const Instruction& at(const Thread& thread) const { return m_kernel.code[thread.pc]; }
    static std::uint32_t value(const Thread& t, int reg) {
        return reg >= 0 ? t.r[static_cast<std::size_t>(reg)] : static_cast<std::uint32_t>(-reg);
    }
    static std::uint32_t& reg(Thread& t, int index) { return t.r[static_cast<std::size_t>(index)]; }
    static bool predicate(const Thread& t, int index) {
        return t.p[index < 0 ? 19 : static_cast<std::size_t>(index)];
    }

    static std::uint32_t calculate(std::uint32_t operation, std::uint32_t a, std::uint32_t b) {
        switch (operation) {
        case 0:
            return a + b;
        case 1:
            return a - b;
        case 2:
            return a ^ b;
        case 3:
            return std::min(a, b);
        case 4:
            return a & b;
        case 5:
            return a * b;
        case 6:
            return b > 31 ? 0 : a >> b;
        case 7:
            return a & ~b;
        default:
            return a % b;
        }
    }

    void step(Thread& t, std::size_t index) {
        const Instruction& i = at(t);
        if (i.kind >= Kind::BarWarp) {
            t.waits = true;
            return;
        }
        t.executed += i.kind == Kind::Label ? 0 : 1;
        ++t.pc;
        const std::uint32_t a = value(t, i.a), b = value(t, i.b);
        switch (i.kind) {
        case Kind::Set:
            reg(t, i.d) = i.value;
            break;
        case Kind::Alu:
            reg(t, i.d) = calculate(i.value, a, b);
            break;
        case Kind::Compare:
            t.p[static_cast<std::size_t>(i.d)] =
                i.value == 0 ? a < b : (i.value == 1 ? a <= b : a == b);
            break;
        case Kind::Select:
            reg(t, i.d) = t.p[i.value] ? a : b;
            break;
        case Kind::Branch:
            t.pc = m_labels.at(i.value);
            break;
        case Kind::BranchIf:
            t.pc = predicate(t, i.a) ? m_labels.at(i.value) : t.pc;
            break;
        case Kind::BranchUnless:
            t.pc = predicate(t, i.a) ? t.pc : m_labels.at(i.value);
            break;
        case Kind::Table:
            t.pc = m_labels.at(static_cast<std::uint32_t>(i.labels[a]));
            break;
        case Kind::End:
            t.ended = true;
            break;
        case Kind::Load:
            reg(t, i.d) = m_in[(m_global + index) % 16 + i.value];
            break;
        case Kind::StoreShared:
            t.shared = a;
            break;
        case Kind::LoadShared:
            reg(t, i.d) = t.shared;
            break;
        case Kind::StoreResult:
            m_out[index * RandomKernel::results + i.value] = a;
            break;
        default:
            break;
        }
    }

    /// If all of the thread's mask have come to the same kind of exchange, they do it.
    bool meet(std::size_t leader) {
        Thread& first = m_threads[leader];
        if (!first.waits)
            return false;
        const Instruction& what = at(first);
        const std::uint32_t mask = value(first, what.m);
        std::vector<std::size_t> all;
        for (std::size_t k = 0; k < 32; ++k) {
            Thread& other = m_threads[k];
            if ((mask >> k & 1) == 0 || other.ended)
                continue;
            if (!other.waits || at(other).kind != what.kind || value(other, at(other).m) != mask)
                return false;
            all.push_back(k);
        }
        exchange(all);
        for (const std::size_t k : all) {
            m_threads[k].waits = false;
            ++m_threads[k].pc;
            ++m_threads[k].executed;
        }
        return true;
    }

    void exchange(const std::vector<std::size_t>& all) {
        const std::array<Thread, 32> before = m_threads;
        std::uint32_t yes = 0, sum = 0, everybody = 0;
        for (const std::size_t k : all) {
            everybody |= 1u << k;
            const Kind kind = at(before[k]).kind;
            const bool votes = kind == Kind::Ballot || kind == Kind::Any || kind == Kind::All;
            if (votes && predicate(before[k], at(before[k]).a))
                yes |= 1u << k;
            sum += value(before[k], std::max(at(before[k]).a, 0));
        }
        for (const std::size_t k : all) {
            Thread& t = m_threads[k];
            const Instruction& i = at(t);
            switch (i.kind) {
            case Kind::Ballot:
                reg(t, i.d) = yes;
                break;
            case Kind::Any:
                t.p[static_cast<std::size_t>(i.d)] = yes != 0;
                break;
            case Kind::All:
                t.p[static_cast<std::size_t>(i.d)] = yes == everybody;
                break;
            case Kind::Reduce:
                reg(t, i.d) = sum;
                break;
            case Kind::Shuffle: {
                const Thread& from = before[value(t, i.b)];
                reg(t, i.d) = value(from, at(from).a);
                break;
            }
            case Kind::Match: {
                std::uint32_t equal = 0;
                for (const std::size_t other : all)
                    if (value(before[other], at(before[other]).a) == value(before[k], i.a))
                        equal |= 1u << other;
                reg(t, i.d) = equal;
                break;
            }
            default:
                break;
            }
        }
    }

    const RandomKernel& m_kernel;
    const std::vector<std::uint32_t>& m_in;
    std::uint32_t* m_out;
    std::uint32_t m_global;
    std::array<Thread, 32> m_threads;
    std::map<std::uint32_t, std::size_t> m_labels;
};

} // namespace

ThreadsRun run_threads(const RandomKernel& kernel, const std::vector<std::uint32_t>& in,
                       unsigned blocks, unsigned threads) {
    ThreadsRun result;
    result.out.resize(std::size_t{blocks} * threads * RandomKernel::results);
    result.finished = true;
    for (unsigned block = 0; block < blocks; ++block) {
        for (unsigned first = 0; first < threads; first += 32) {
            const std::uint32_t global = block * threads + first;
            InterpretedWarp warp(kernel, in,
                                 result.out.data() + std::size_t{global} * RandomKernel::results,
                                 first, global);
            result.finished = warp.run() && result.finished;
            result.instructions += warp.executed();
        }
    }
    return result;
}

} // namespace lockstep::simt
