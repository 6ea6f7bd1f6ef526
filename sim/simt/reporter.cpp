// SPDX-License-Identifier: MIT
#include "sim/simt/reporter.hpp"

#include <algorithm>
#include <tuple>

namespace lockstep::simt {

static bool same(const Finding& a, const Finding& b) {
    return a.kind == b.kind && a.remark == b.remark && a.function == b.function &&
           a.instruction == b.instruction;
}

Finding* Reporter::note(FindingKind kind, bool remark, const Code& code, std::uint32_t instruction,
                        int thread) {
    ++m_noted;
    Finding finding;
    finding.kind = kind;
    finding.remark = remark;
    finding.function = code.function;
    finding.instruction = static_cast<int>(instruction);
    for (Finding& known : m_findings) {
        if (!same(known, finding))
            continue;
        ++known.count;
        return nullptr;
    }
    const ptx::Function& function = m_program->function(code);
    if (instruction < function.instructions.size()) {
        const ptx::Instruction& at = function.instructions[instruction];
        finding.ptx_line = at.line;
        if (at.place >= 0)
            finding.source_line = function.places[static_cast<std::size_t>(at.place)].line;
    }
    finding.block = m_block;
    finding.thread = thread;
    finding.lane = thread % 32;
    return &m_findings.emplace_back(finding);
}

void FindingList::add(std::vector<Finding> found) {
    for (Finding& one : found) {
        const auto known = std::ranges::find_if(
            m_findings, [&](const Finding& other) { return same(other, one); });
        if (known == m_findings.end())
            m_findings.push_back(std::move(one));
        else
            known->count += one.count;
    }
}

std::vector<Finding> FindingList::take() {
    std::ranges::stable_sort(m_findings, {}, [](const Finding& one) {
        return std::tuple(one.block[2], one.block[1], one.block[0], one.function, one.instruction,
                          one.kind, one.remark);
    });
    return std::move(m_findings);
}

} // namespace lockstep::simt
