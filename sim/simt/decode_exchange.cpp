// SPDX-License-Identifier: MIT
// Instructions by which the lanes of a warp wait for each other or read each other's registers.
#include "sim/simt/decode.hpp"
#include "sim/simt/engines.hpp"

namespace lockstep::simt {

static ExchangeKind vote_kind(const ptx::Instruction& i) {
    if (i.has("all"))
        return ExchangeKind::VoteAll;
    if (i.has("any"))
        return ExchangeKind::VoteAny;
    return i.has("uni") ? ExchangeKind::VoteUni : ExchangeKind::VoteBallot;
}

static ExchangeKind shuffle_kind(const ptx::Instruction& i) {
    if (i.has("up"))
        return ExchangeKind::ShuffleUp;
    if (i.has("down"))
        return ExchangeKind::ShuffleDown;
    return i.has("bfly") ? ExchangeKind::ShuffleBfly : ExchangeKind::ShuffleIdx;
}

static ExchangeKind reduce_kind(const ptx::Instruction& i) {
    if (i.has("add"))
        return ExchangeKind::ReduceAdd;
    if (i.has("min"))
        return ExchangeKind::ReduceMin;
    if (i.has("max"))
        return ExchangeKind::ReduceMax;
    if (i.has("and"))
        return ExchangeKind::ReduceAnd;
    return i.has("or") ? ExchangeKind::ReduceOr : ExchangeKind::ReduceXor;
}

bool Decoder::decode_exchange(std::string_view opcode, const ptx::Instruction& instruction,
                              Step& step) {
    const std::vector<Operand>& operands = instruction.operands;
    const ptx::Type type = instruction.types.empty() ? ptx::Type::None : instruction.types.back();
    if (opcode == "activemask") {
        step.engine = active_mask;
        step.op.slots[0] = place(operands[0], ptx::Type::B32).slot;
        return true;
    }
    Exchange use;
    std::size_t sources = 0; ///< of the instruction, before the mask
    ptx::Type second = ptx::Type::U32;
    if (opcode == "bar" || opcode == "barrier") {
        use.kind = ExchangeKind::BarWarp;
    } else if (opcode == "shfl") {
        use.kind = shuffle_kind(instruction);
        sources = 3;
    } else if (opcode == "vote") {
        use.kind = vote_kind(instruction);
        sources = 1;
    } else if (opcode == "match") {
        use.kind = instruction.has("all") ? ExchangeKind::MatchAll : ExchangeKind::MatchAny;
        sources = 1;
    } else if (opcode == "redux") {
        if (ptx::kind_of(type) == ptx::Kind::Float)
            return false;
        use.kind = reduce_kind(instruction);
        use.is_signed = ptx::kind_of(type) == ptx::Kind::Signed;
        sources = 1;
    } else if (opcode == "elect") {
        use.kind = ExchangeKind::Elect;
    } else {
        return false;
    }
    const bool vote = opcode == "vote";
    std::size_t next = 0;
    if (use.kind != ExchangeKind::BarWarp) {
        const Operand& result = operands[next++];
        const bool pair = result.form == Operand::Form::List;
        const Operand& first = pair ? result.parts[0] : result;
        use.result = place(first, vote && use.kind != ExchangeKind::VoteBallot ? ptx::Type::Pred
                                                                               : ptx::Type::B32);
        if (pair)
            use.second = place(result.parts[1], ptx::Type::Pred);
    }
    if (sources > 0) {
        use.negated = operands[next].negated;
        use.a = place(operands[next++], vote ? ptx::Type::Pred : type);
    }
    if (sources > 1) {
        use.b = place(operands[next++], second);
        use.c = place(operands[next++], second);
    }
    use.synchronises = next < operands.size();
    if (use.synchronises)
        use.members = place(operands[next], ptx::Type::B32);
    step.kind = StepKind::Exchange;
    step.extra = add(m_code.exchanges, use);
    return true;
}

} // namespace lockstep::simt
