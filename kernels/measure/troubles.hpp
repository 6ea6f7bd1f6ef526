// SPDX-License-Identifier: MIT
// What the machine did to a run besides carrying it out, round by round, and in sentences: who took
// a core, when the bench was kept from running, when the clock jumped, whether all became slower.
#pragma once

#include "sim/stats/drift.hpp"
#include "sim/stats/rounds.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lockstep {

class Troubles {
  public:
    /// A sample after the pilot that the watcher called disturbed.
    void disturbed(int round, const stats::Watched& seen);
    void clock_jumped(double jump_ns);
    void drifted(const stats::Drift& drift) { m_drift = drift; }
    void say(std::string_view sentence) { m_said.emplace_back(sentence); }

    /// For the learner, one for each kind of trouble; `rounds` were timed after the pilot. Empty on
    /// a quiet machine.
    std::vector<std::string> sentences(int rounds) const;

  private:
    std::string load_words(int rounds) const;
    std::string standstill_words() const;
    std::string clock_words() const;

    std::map<int, double> m_load;        ///< by round: ns, the most of any sample
    std::map<int, double> m_standstills; ///< by round: ns
    int m_jumps = 0;
    double m_largest_jump_ns = 0;
    std::optional<stats::Drift> m_drift;
    std::vector<std::string> m_said;
};

} // namespace lockstep
