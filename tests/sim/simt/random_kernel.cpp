// SPDX-License-Identifier: MIT
#include "random_kernel.hpp"

#include <fmt/format.h>

namespace lockstep::simt {
namespace {

using Kind = RandomKernel::Kind;
using Instruction = RandomKernel::Instruction;

// Registers: 0 lane, 1 thread of the block, 2 to 9 data, 10 to 29 temporaries, from 30 on one for
// each mask and loop counter.
constexpr int lane = 0, first_data = 2, data = 8, temporary = 10, first_own = 30;

class Maker {
  public:
    explicit Maker(std::uint64_t seed) : m_random(seed) {}

    RandomKernel make() {
        const int all = own();
        emit({.kind = Kind::Set, .d = all, .value = ~0u});
        for (int k = 0; k < data; ++k)
            emit({.kind = Kind::Load,
                  .d = first_data + k,
                  .value = static_cast<std::uint32_t>(k) * 5});
        statements(all, 0);
        for (int k = 0; k < RandomKernel::results; ++k)
            emit({.kind = Kind::StoreResult,
                  .a = first_data + k,
                  .value = static_cast<std::uint32_t>(k)});
        emit({.kind = Kind::End});
        return std::move(m_kernel);
    }

  private:
    void emit(Instruction instruction) { m_kernel.code.push_back(std::move(instruction)); }
    int own() { return m_next_own++; }
    std::uint32_t label() { return m_next_label++; }
    std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(m_random.below(n)); }
    int some() { return first_data + static_cast<int>(below(data)); }
    void place(std::uint32_t at) { emit({.kind = Kind::Label, .value = at}); }

    void statements(int mask, int depth) {
        const std::uint32_t count = 2 + below(4);
        for (std::uint32_t i = 0; i < count && m_kernel.code.size() < 400; ++i)
            statement(mask, depth);
    }

    void statement(int mask, int depth) {
        const std::uint32_t choice = below(depth < 4 ? 14 : 9);
        if (choice < 4)
            return emit(
                {.kind = Kind::Alu, .d = some(), .a = some(), .b = some(), .value = below(6)});
        if (choice == 4)
            return emit({.kind = Kind::BarWarp, .m = mask});
        if (choice == 5)
            return shuffle(mask);
        if (choice == 6)
            return vote(mask);
        if (choice == 7)
            return emit({.kind = below(2) == 0 ? Kind::Match : Kind::Reduce,
                         .d = some(),
                         .a = some(),
                         .m = mask});
        if (choice == 8)
            return through_shared_memory(mask);
        if (choice < 11)
            return branch(mask, depth);
        if (choice == 11)
            return loop(mask, depth);
        return choice == 12 ? ways(mask, depth) : leave(mask, depth);
    }

    /// Only a lane that takes part may be read: those of the mask that have not ended.
    void shuffle(int mask) {
        emit({.kind = Kind::Ballot, .d = temporary, .a = -1, .m = mask});
        emit({.kind = Kind::Alu, .d = temporary + 1, .a = some(), .b = -31, .value = 4});
        emit({.kind = Kind::Alu,
              .d = temporary + 2,
              .a = temporary,
              .b = temporary + 1,
              .value = 6});
        emit({.kind = Kind::Alu, .d = temporary + 2, .a = temporary + 2, .b = -1, .value = 4});
        emit({.kind = Kind::Compare, .d = 0, .a = temporary + 2, .b = -1, .value = 2});
        emit({.kind = Kind::Select, .d = temporary + 1, .a = temporary + 1, .b = lane, .value = 0});
        emit({.kind = Kind::Shuffle, .d = some(), .a = some(), .b = temporary + 1, .m = mask});
    }

    void vote(int mask) {
        emit({.kind = Kind::Compare, .d = 0, .a = some(), .b = some(), .value = below(3)});
        const std::uint32_t which = below(3);
        const int target = some();
        if (which == 0)
            return emit({.kind = Kind::Ballot, .d = target, .a = 0, .m = mask});
        emit({.kind = which == 1 ? Kind::Any : Kind::All, .d = 1, .a = 0, .m = mask});
        emit({.kind = Kind::Select, .d = target, .a = target, .b = some(), .value = 1});
    }

    void through_shared_memory(int mask) {
        emit({.kind = Kind::BarWarp, .m = mask});
        emit({.kind = Kind::StoreShared, .a = some()});
        emit({.kind = Kind::BarWarp, .m = mask});
        // A lane outside the mask may be writing: only those inside are asked, by their own number.
        emit({.kind = Kind::LoadShared, .d = some()});
    }

    void condition() {
        const bool by_lane = below(2) == 0;
        if (by_lane)
            emit({.kind = Kind::Alu,
                  .d = temporary,
                  .a = lane,
                  .b = -static_cast<int>(1 + below(31)),
                  .value = 4});
        else
            emit({.kind = Kind::Alu, .d = temporary, .a = some(), .b = -7, .value = 4});
        emit({.kind = Kind::Compare,
              .d = 0,
              .a = temporary,
              .b = -static_cast<int>(below(5)) - 1,
              .value = below(3)});
    }

    void branch(int mask, int depth) {
        const int taken = own(), inner = own();
        const std::uint32_t other = label(), meet = label();
        condition();
        emit({.kind = Kind::Ballot, .d = taken, .a = 0, .m = mask});
        emit({.kind = Kind::BranchUnless, .a = 0, .value = other});
        emit({.kind = Kind::Alu, .d = inner, .a = taken, .b = taken, .value = 4});
        statements(inner, depth + 1);
        emit({.kind = Kind::Branch, .value = meet});
        place(other);
        if (below(3) > 0) {
            // In the mask, and not among those that went the other way.
            emit({.kind = Kind::Alu, .d = inner, .a = mask, .b = taken, .value = 7});
            statements(inner, depth + 1);
        }
        place(meet);
    }

    void loop(int mask, int depth) {
        const int inside = own(), counter = own(), trips = own(), next = own();
        const std::uint32_t again = label(), end = label();
        emit({.kind = Kind::Alu, .d = trips, .a = some(), .b = -3, .value = 4});
        emit({.kind = Kind::Set, .d = counter, .value = 0});
        emit({.kind = Kind::Alu, .d = inside, .a = mask, .b = mask, .value = 4});
        place(again);
        statements(inside, depth + 1);
        emit({.kind = Kind::Alu, .d = counter, .a = counter, .b = -1, .value = 0});
        emit({.kind = Kind::Compare, .d = 0, .a = counter, .b = trips, .value = 1});
        emit({.kind = Kind::Ballot, .d = next, .a = 0, .m = inside});
        emit({.kind = Kind::BranchUnless, .a = 0, .value = end});
        emit({.kind = Kind::Alu, .d = inside, .a = next, .b = next, .value = 4});
        emit({.kind = Kind::Branch, .value = again});
        place(end);
    }

    void ways(int mask, int depth) {
        const int count = 2 + static_cast<int>(below(4));
        const int way = own(), inside = own();
        const std::uint32_t meet = label();
        emit({.kind = Kind::Alu,
              .d = way,
              .a = below(2) == 0 ? lane : some(),
              .b = -count,
              .value = 8});
        emit({.kind = Kind::Match, .d = inside, .a = way, .m = mask});
        std::vector<int> labels;
        for (int k = 0; k < count; ++k)
            labels.push_back(static_cast<int>(label()));
        emit({.kind = Kind::Table, .a = way, .value = label(), .labels = labels});
        for (int k = 0; k < count; ++k) {
            place(static_cast<std::uint32_t>(labels[static_cast<std::size_t>(k)]));
            statements(inside, depth + 2);
            emit({.kind = Kind::Branch, .value = meet});
        }
        place(meet);
    }

    /// Some lanes end here, if there are enough instructions before.
    void leave(int, int depth) {
        if (depth == 0 || below(2) == 0)
            return;
        const std::uint32_t stay = label();
        condition();
        emit({.kind = Kind::BranchIf, .a = 0, .value = stay});
        emit({.kind = Kind::StoreResult, .a = some(), .value = below(RandomKernel::results)});
        emit({.kind = Kind::End});
        place(stay);
    }

    Random m_random;
    RandomKernel m_kernel;
    int m_next_own = first_own;
    std::uint32_t m_next_label = 0;
};

/// A register, or an immediate that is written as a negative number.
std::string operand(int reg) {
    return reg >= 0 ? fmt::format("%r{}", reg) : fmt::format("{}", -reg);
}

std::string print(const Instruction& i) {
    static constexpr const char* alu[] = {"add.s32",    "sub.s32", "xor.b32", "min.u32", "and.b32",
                                          "mul.lo.u32", "shr.u32", "",        "rem.u32"};
    static constexpr const char* compare[] = {"lt.u32", "le.u32", "eq.u32"};
    const std::string d = operand(i.d), a = operand(i.a), b = operand(i.b), m = operand(i.m);
    switch (i.kind) {
    case Kind::Set:
        return fmt::format("mov.u32 {}, {};", d, i.value);
    case Kind::Alu:
        if (i.value == 7) // a and not b
            return fmt::format("lop3.b32 {}, {}, {}, 0, 0x30;", d, a, b);
        return fmt::format("{} {}, {}, {};", alu[i.value], d, a, b);
    case Kind::Compare:
        return fmt::format("setp.{} %p{}, {}, {};", compare[i.value], i.d, a, b);
    case Kind::Select:
        return fmt::format("selp.b32 {}, {}, {}, %p{};", d, a, b, i.value);
    case Kind::Branch:
        return fmt::format("bra L{};", i.value);
    case Kind::BranchIf:
        return fmt::format("@%p{} bra L{};", i.a, i.value);
    case Kind::BranchUnless:
        return fmt::format("@!%p{} bra L{};", i.a, i.value);
    case Kind::Label:
        return fmt::format("L{}:", i.value);
    case Kind::End:
        return "ret;";
    case Kind::Load:
        return fmt::format("ld.global.u32 {}, [%d4+{}];", d, i.value * 4);
    case Kind::StoreShared:
        return fmt::format("st.shared.u32 [%r400], {};", a);
    case Kind::LoadShared:
        return fmt::format("ld.shared.u32 {}, [%r400];", d);
    case Kind::StoreResult:
        return fmt::format("st.global.u32 [%d5+{}], {};", i.value * 4, a);
    case Kind::BarWarp:
        return fmt::format("bar.warp.sync {};", m);
    case Kind::Ballot:
        return fmt::format("vote.sync.ballot.b32 {}, {}, {};", d, i.a < 0 ? "%p19" : "%p0", m);
    case Kind::Any:
        return fmt::format("vote.sync.any.pred %p{}, %p{}, {};", i.d, i.a, m);
    case Kind::All:
        return fmt::format("vote.sync.all.pred %p{}, %p{}, {};", i.d, i.a, m);
    case Kind::Shuffle:
        return fmt::format("shfl.sync.idx.b32 {}, {}, {}, 31, {};", d, a, b, m);
    case Kind::Match:
        return fmt::format("match.any.sync.b32 {}, {}, {};", d, a, m);
    case Kind::Reduce:
        return fmt::format("redux.sync.add.u32 {}, {}, {};", d, a, m);
    case Kind::Table:
        break;
    }
    std::string labels;
    for (const int one : i.labels)
        labels += fmt::format("{}L{}", labels.empty() ? "" : ", ", one);
    return fmt::format("T{}: .branchtargets {};\nbrx.idx {}, T{};", i.value, labels, a, i.value);
}

} // namespace

RandomKernel RandomKernel::make(std::uint64_t seed) {
    return Maker(seed).make();
}

std::string RandomKernel::ptx() const {
    std::string text = R"(.version 8.0
.target sm_80
.address_size 64
.visible .entry k(.param .u64 in, .param .u64 out) {
.reg .pred %p<20>;
.reg .b32 %r<420>;
.reg .b64 %d<10>;
.shared .align 4 .b8 s[4096];
ld.param.u64 %d1, [in];
ld.param.u64 %d2, [out];
mov.u32 %r0, %laneid;
mov.u32 %r1, %tid.x;
mov.u32 %r401, %ctaid.x;
mov.u32 %r402, %ntid.x;
mad.lo.u32 %r403, %r401, %r402, %r1;
and.b32 %r404, %r403, 15;
mul.wide.u32 %d3, %r404, 4;
add.s64 %d4, %d1, %d3;
mul.wide.u32 %d3, %r403, 32;
add.s64 %d5, %d2, %d3;
mov.u32 %r400, s;
mad.lo.u32 %r400, %r1, 4, %r400;
setp.eq.u32 %p19, %r0, %r0;
)";
    for (const Instruction& one : code)
        text += print(one) + "\n";
    return text + "}\n";
}

} // namespace lockstep::simt
