// SPDX-License-Identifier: MIT
// Sees other programs at work, outside the stamps: involuntary switches, CPU time that is missing
// from the wall time, and gaps in the time-stamp counter (measuring rule 5). What it makes of them
// is sim/stats's disturbed().
#pragma once

#include "kernels/measure/clock_check.hpp"
#include "kernels/measure/runner.hpp"
#include "sim/stats/rounds.hpp"

#include <filesystem>
#include <utility>

namespace lockstep {

/// What this machine does when nothing is going on.
struct UsualNoise {
    double switches_per_ms = 0;
    double off_cpu_ns_per_ms = 0;
    double gap_ns = 0; ///< in the spin before a round

    stats::Watched over(double sample_ns) const;
};

/// Twenty stretches of a millisecond on the first core, of which the quieter ones count (the lower
/// quartile): another program that runs just now must not become the usual.
UsualNoise measure_usual_noise();

/// Writes them to the file where they are those of a quiet machine.
void keep_usual_noise(const std::filesystem::path& file, const UsualNoise& usual);

/// From the file, or measured now and, if the machine is quiet enough to know, written to it. A
/// file that can be neither read nor written costs 20 ms at each start.
UsualNoise usual_noise(const std::filesystem::path& file);

/// Where the usual values of this machine are kept: $XDG_CACHE_HOME/lockstep/usual-<hash>.txt.
std::filesystem::path usual_noise_file(std::string_view machine_hash);

class Watcher {
  public:
    explicit Watcher(UsualNoise usual);

    /// The 50 us spin, and the count of switches.
    void begin_round();
    /// Just before and just after a batch, with everybody awake.
    void begin_sample(const Runner& runner);
    bool end_sample(const Runner& runner, double sample_ns);

    const stats::Watched& seen() const { return m_seen; } ///< in the last sample
    /// Whether the clock jumped in the last sample: it has no time.
    bool clock_jumped() const { return m_jumped; }
    /// By how much the clock jumped since this was asked, also between samples. ns.
    double take_jump_ns() { return std::exchange(m_jump_ns, 0); }

  private:
    void count_switches();

    UsualNoise m_usual;
    ClockCheck m_clock;
    double m_jump_ns = 0;
    bool m_jumped = false;
    stats::Watched m_seen;
    double m_gap_ns = 0;
    double m_switches = 0; ///< when they were last counted, which was at m_counted_ns
    std::int64_t m_counted_ns = 0;
    std::vector<double> m_lost_ns;
};

} // namespace lockstep
