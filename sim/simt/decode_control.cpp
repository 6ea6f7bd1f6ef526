// SPDX-License-Identifier: MIT
// Branches, calls, returns, barriers of a block; and where lanes can meet.
#include "sim/simt/decode.hpp"
#include "sim/simt/groups.hpp"

#include <algorithm>

namespace lockstep::simt {

bool Decoder::decode_control(std::string_view opcode, const ptx::Instruction& instruction,
                             Step& step) {
    if (opcode == "bra") {
        step.kind = StepKind::Branch;
        step.target = static_cast<std::uint32_t>(instruction.operands[0].index);
    } else if (opcode == "brx") {
        step.kind = StepKind::BranchTable;
        step.op.slots[0] = place(instruction.operands[0], ptx::Type::U32).slot;
        const auto table = static_cast<std::size_t>(instruction.operands[1].index);
        const std::vector<int>& targets = m_function.tables[table].targets;
        step.extra = add(m_code.tables, std::vector<std::uint32_t>(targets.begin(), targets.end()));
    } else if (opcode == "call") {
        decode_call(instruction, step);
    } else if (opcode == "ret") {
        step.kind = m_function.entry ? StepKind::Exit : StepKind::Return;
    } else if (opcode == "exit") {
        step.kind = StepKind::Exit;
    } else if (opcode == "trap") {
        step.kind = StepKind::Trap;
    } else if ((opcode == "bar" || opcode == "barrier") && !instruction.has("warp")) {
        decode_barrier(opcode, instruction, step);
    } else {
        return false;
    }
    return true;
}

void Decoder::decode_call(const ptx::Instruction& instruction, Step& step) {
    step.kind = StepKind::Call;
    CallUse use;
    bool named = false;
    for (const Operand& operand : instruction.operands) {
        if (operand.form == Operand::Form::Function && !named) {
            use.function = operand.index;
            named = true;
        } else if (operand.form == Operand::Form::Register && !named) {
            use.pointer = place(operand, ptx::Type::U64);
            named = true;
        } else if (operand.form == Operand::Form::List) {
            for (const Operand& part : operand.parts) {
                ParameterSlot slot;
                if (part.form == Operand::Form::Variable) {
                    slot = part.where == Operand::Where::Function ? m_layout.passed(part.index)
                           : part.where == Operand::Where::Result
                               ? m_code.results[static_cast<std::size_t>(part.index)]
                               : m_code.parameters[static_cast<std::size_t>(part.index)];
                } else {
                    const Place found = place(part, part.type);
                    slot = {found.slot, found.bytes};
                }
                (named ? use.arguments : use.results).push_back(slot);
            }
        }
    }
    step.extra = add(m_code.calls, std::move(use));
}

void Decoder::decode_barrier(std::string_view opcode, const ptx::Instruction& instruction,
                             Step& step) {
    step.kind = StepKind::Barrier;
    BarrierUse use;
    std::size_t next = 0;
    if (instruction.has("cluster")) {
        use.kind = instruction.has("wait") ? BarrierKind::ClusterWait : BarrierKind::ClusterArrive;
        use.relaxed = instruction.has("relaxed");
        // Coming and waiting are two things: what lies between them is ordered thread by thread.
        m_program.partial_barriers = true;
    } else if (instruction.has("red")) {
        use.kind = instruction.has("popc")  ? BarrierKind::Popc
                   : instruction.has("and") ? BarrierKind::And
                                            : BarrierKind::Or;
        use.result = place(instruction.operands[next++], ptx::Type::U32);
        use.negated = instruction.operands.back().negated;
        use.source = place(instruction.operands.back(), ptx::Type::Pred);
    } else if (instruction.has("arrive")) {
        use.kind = BarrierKind::Arrive;
    }
    const std::size_t end = instruction.operands.size() - (next > 0 ? 1 : 0);
    if (next < end)
        use.id = place(instruction.operands[next++], ptx::Type::U32);
    if (next < end)
        use.count = place(instruction.operands[next++], ptx::Type::U32);
    use.aligned = opcode == "bar" || instruction.has("aligned");
    if (use.count.slot != no_slot)
        m_program.partial_barriers = true;
    step.extra = add(m_code.barriers, use);
}

void Decoder::mark_meetings() {
    std::vector<Step>& steps = m_code.steps;
    std::vector<std::uint32_t> marked;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        Step& step = steps[i];
        const bool branches = step.kind == StepKind::Branch || step.kind == StepKind::BranchTable;
        const int meeting = m_flow.meets_at[i];
        if (branches) {
            step.meets_at = meeting >= m_flow.exit || meeting < 0
                                ? Groups::no_meeting
                                : static_cast<std::uint32_t>(meeting);
        } else if (step.kind != StepKind::Plain && step.kind != StepKind::Clock) {
            step.meets_at = static_cast<std::uint32_t>(i + 1);
        } else {
            continue;
        }
        if (step.meets_at != Groups::no_meeting)
            marked.push_back(step.meets_at);
    }
    for (const std::uint32_t at : marked)
        if (at < steps.size())
            steps[at].meets = true;
}

void Decoder::mark_runs() {
    std::vector<Step>& steps = m_code.steps;
    for (std::size_t i = steps.size(); i-- > 0;) {
        Step& step = steps[i];
        if (step.kind != StepKind::Plain || step.divides) {
            step.run = 0;
            continue;
        }
        const bool goes_on = i + 1 < steps.size() && !steps[i + 1].meets;
        const unsigned after = goes_on ? steps[i + 1].run : 0u;
        step.run = static_cast<std::uint16_t>(std::min(after + 1, 60000u));
    }
}

} // namespace lockstep::simt
