// SPDX-License-Identifier: MIT
// Timing tries, and asking the kernel whether all workers ran all the time.
#include "kernels/measure/probes/tries.hpp"

#include "kernels/measure/recorder.hpp"

#include <algorithm>

namespace lockstep {

static constexpr int enough_tries = 12;
/// Of a worker's time: more was taken by somebody else.
static constexpr double most_lost = 0.02;

static double ns_since(std::int64_t begin_ns) {
    return static_cast<double>(Recorder::now_ns() - begin_ns);
}

Tries::Tries(Team& team) : m_team(team), m_start_ns(Recorder::now_ns()) {}

bool Tries::wanted() const {
    const double gone_ns = ns_since(m_start_ns);
    const bool few = m_tries < enough_tries && gone_ns < tries_ns;
    return few || (m_clean == 0 && gone_ns < longest_tries_ns);
}

void Tries::begin() {
    m_team.wake();
    m_lost_ns = m_team.lost_ns();
    m_begin_ns = Recorder::now_ns();
}

void Tries::end(double amount) {
    const double took_ns = ns_since(m_begin_ns);
    const std::vector<double> lost_ns = m_team.lost_ns();
    double most_ns = 0;
    for (std::size_t i = 0; i < std::min(lost_ns.size(), m_lost_ns.size()); ++i)
        most_ns = std::max(most_ns, lost_ns[i] - m_lost_ns[i]);
    m_clean += most_ns <= most_lost * took_ns ? 1 : 0;
    m_best = std::max(m_best, amount / took_ns);
    ++m_tries;
}

} // namespace lockstep
