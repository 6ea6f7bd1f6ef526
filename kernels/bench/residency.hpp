// SPDX-License-Identifier: MIT
// How many blocks of a launch are resident together on the card that a request names. Registers are
// ptxas's for that card; where nobody knows them, there is a range, and the most is taken.
#pragma once

#include "kernels/bench/ptxas.hpp"
#include "kernels/protocol/messages.hpp"
#include "sim/simt/device.hpp"
#include "sim/simt/program.hpp"
#include "sim/simt/simulate.hpp"

#include <string>
#include <vector>

namespace lockstep::bench {

class Residency {
  public:
    /// Fails with the figure of the card that is missing or cannot be.
    static Result<Residency> create(const protocol::SimulateRequest& request);

    /// 90 for compute capability 9.0.
    int sm() const { return 10 * m_device.capability_major + m_device.capability_minor; }

    /// What ptxas said of the kernels that are launched next, or why that is not known.
    void know(const Result<std::string>& ptxas_log);
    /// Whether that came with the request.
    bool knows() const { return !m_figures.empty(); }

    /// Blocks of a wave of this launch, at least 1.
    int wave_of(const simt::Program& program, const simt::Launch& launch);

    /// Of every kernel and shape that wave_of() was asked about, once.
    const std::vector<protocol::OccupancyInfo>& seen() const { return m_seen; }
    /// What ptxas said of those kernels, for this card and for others.
    std::vector<KernelFigures> figures() const;

  private:
    simt::Device m_device;
    std::vector<KernelFigures> m_figures;
    std::string m_unknown = "ptxas was not asked.";
    std::vector<protocol::OccupancyInfo> m_seen;
};

} // namespace lockstep::bench
