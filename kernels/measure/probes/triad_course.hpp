// SPDX-License-Identifier: MIT
// Which bandwidths are measured in the time there is.
#pragma once

#include "kernels/measure/probes/pauses.hpp"
#include "kernels/measure/probes/triad.hpp"
#include "kernels/measure/probes/triad_counts.hpp"

#include <optional>
#include <vector>

namespace lockstep {

/// What carries plans out, and knows how much time there is.
class TriadGauge {
  public:
    TriadGauge() = default;
    TriadGauge(const TriadGauge&) = delete;
    TriadGauge& operator=(const TriadGauge&) = delete;
    virtual ~TriadGauge() = default;

    virtual double left_ns() const = 0;
    /// Nothing where there cannot be so many workers.
    virtual std::optional<protocol::TriadRate> measure(const TriadPlan& plan) = 0;
    /// Nothing more is asked of so many workers.
    virtual void finished(int workers) = 0;
};

struct TriadRates {
    std::vector<protocol::TriadRate> rates; ///< by level, from the nearest; within it by workers
    int telling = 0;                        ///< plans for the telling numbers of workers
    int missed = 0;                         ///< those of them that the time did not reach
};

/// First the telling counts as far as the time reaches, then as many of those between as leave
/// `kept_ns` for what comes after: of these, either all levels or none.
TriadRates carry_out(const TriadCounts& counts, const std::vector<protocol::CacheInfo>& caches,
                     double room_bytes, TriadGauge& gauge, double kept_ns);

/// The same on this machine.
TriadRates probe_triads(const protocol::Layout& layout, double room_bytes, Crews& crews,
                        Pauses& pauses);

} // namespace lockstep
