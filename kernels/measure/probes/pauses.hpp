// SPDX-License-Identifier: MIT
// The breaths between the pieces that a passport is measured in, and the time it has left. A run
// has its own (slices.hpp): its samples must be sent and may have to be taken again, and a probe
// keeps the best or the median of its tries.
#pragma once

#include "kernels/measure/probes/tries.hpp"
#include "kernels/measure/slices.hpp"

#include <string>
#include <vector>

namespace lockstep {

class Pauses {
  public:
    /// `probes`: how often begin() will be called.
    Pauses(Listener& listener, Crews& crews, std::string id, int probes, double budget_s);

    /// The next probe, in words for the progress line: "peak flop/s".
    void begin(const std::string& probe);
    /// Before a piece that should take so long: takes a breath when the slice would outlast its
    /// 200 ms. Teams sleep then, and have to be woken.
    void before(double expected_ns);

    /// Keeps count of what other programs disturbed, and hands the value on.
    double noted(const BestTry& best);
    int disturbed() const { return m_disturbed; }

    double budget_ns() const { return m_budget_ns; }
    double left_ns() const;
    double seconds() const; ///< since the start

  private:
    void breathe(double expected_ns);

    Listener& m_listener;
    Crews& m_crews;
    protocol::Progress m_news;
    double m_budget_ns;
    std::int64_t m_start_ns, m_slice_ns;
    double m_announced_ns = 0;
    int m_disturbed = 0;
};

/// The team of so many pinned workers, awake and alone, with the calling thread as its first; null
/// where the system does not give that many.
Team* gathered(Crews& crews, int workers);

/// 1, 2, 4 and so on up to `most`, which is there too.
std::vector<int> doubling_up_to(int most);

} // namespace lockstep
