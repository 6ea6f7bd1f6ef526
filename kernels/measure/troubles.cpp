// SPDX-License-Identifier: MIT
// Sentences about a run's troubles.
#include "kernels/measure/troubles.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace lockstep {
namespace {

/// So long no scheduler lets a thread wait that is ready: somebody stopped it, or the machine.
constexpr double standstill_ns = 0.3e9;

std::string duration_words(double ns) {
    return ns >= 10e9    ? fmt::format("{:.0f} s", ns / 1e9)
           : ns >= 0.1e9 ? fmt::format("{:.1f} s", ns / 1e9)
                         : fmt::format("{:.2f} ms", ns / 1e6);
}

std::string rounds_words(std::size_t count, int rounds) {
    return fmt::format("{} of {} round{}", count, rounds, rounds == 1 ? "" : "s");
}

} // namespace

void Troubles::disturbed(int round, const stats::Watched& seen) {
    const double lost_ns = std::max(seen.off_cpu_ns, seen.gap_ns);
    if (lost_ns >= standstill_ns) {
        double& longest_ns = m_standstills[round];
        longest_ns = std::max(longest_ns, lost_ns);
        return;
    }
    double& most_ns = m_load[round];
    most_ns = std::max(most_ns, lost_ns);
}

void Troubles::clock_jumped(double jump_ns) {
    ++m_jumps;
    if (std::abs(jump_ns) > std::abs(m_largest_jump_ns)) m_largest_jump_ns = jump_ns;
}

std::string Troubles::load_words(int rounds) const {
    double largest_ns = 0;
    for (const auto& [round, ns] : m_load)
        largest_ns = std::max(largest_ns, ns);
    const bool too_many = 4 * m_load.size() > static_cast<std::size_t>(rounds);
    return fmt::format("Another program took a core in {}, for up to {}: {}.",
                       rounds_words(m_load.size(), rounds), duration_words(largest_ns),
                       too_many ? "too many to leave them out"
                                : "these rounds are left out of what they touch");
}

std::string Troubles::standstill_words() const {
    double total_ns = 0;
    for (const auto& [round, ns] : m_standstills)
        total_ns += ns;
    const bool once = m_standstills.size() == 1;
    return fmt::format("The bench was kept from running for {}{}: {} left out of what {}.",
                       duration_words(total_ns), once ? "" : " in all",
                       once ? "that round is" : "these rounds are",
                       once ? "it touches" : "they touch");
}

std::string Troubles::clock_words() const {
    return fmt::format("The clock jumped {} by {}{}, while the processor's counter did not: "
                       "samples in which it did have no time.",
                       m_largest_jump_ns < 0 ? "back" : "forward",
                       duration_words(std::abs(m_largest_jump_ns)),
                       m_jumps == 1 ? "" : fmt::format(", and {} times in all", m_jumps));
}

std::vector<std::string> Troubles::sentences(int rounds) const {
    std::vector<std::string> all = m_said;
    if (!m_load.empty()) all.push_back(load_words(rounds));
    if (!m_standstills.empty()) all.push_back(standstill_words());
    if (m_jumps > 0) all.push_back(clock_words());
    if (m_drift)
        all.push_back(fmt::format(
            "While this was measured the machine became {:.2f} times {}: a time is that of both "
            "its parts; a ratio, whose sides were timed in turn, is not touched.",
            m_drift->ratio > 1 ? m_drift->ratio : 1 / m_drift->ratio,
            m_drift->ratio > 1 ? "slower" : "faster"));
    return all;
}

} // namespace lockstep
