// SPDX-License-Identifier: MIT
// Collects the findings of a block. The same thing at the same instruction is one finding with a
// count, so that its sentence is written once.
#pragma once

#include "sim/simt/finding.hpp"
#include "sim/simt/program.hpp"

#include <span>

namespace lockstep::simt {

class Reporter {
  public:
    Reporter(const Program& program, std::array<unsigned, 3> block)
        : m_program(&program), m_block(block) {}

    /// Counts it; hands it out to be described the first time that it is seen at this instruction.
    Finding* note(FindingKind kind, bool remark, const Code& code, std::uint32_t instruction,
                  int thread);
    std::vector<Finding> take() { return std::move(m_findings); }
    std::span<const Finding> findings() const { return m_findings; }
    /// How often something was noted.
    std::uint64_t noted() const { return m_noted; }

  private:
    const Program* m_program;
    std::uint64_t m_noted = 0;
    std::array<unsigned, 3> m_block;
    std::vector<Finding> m_findings;
};

/// Adds up what several blocks, in this order, have found.
class FindingList {
  public:
    void add(std::vector<Finding> found);
    /// Sorted by block, then by instruction.
    std::vector<Finding> take();

  private:
    std::vector<Finding> m_findings;
};

} // namespace lockstep::simt
