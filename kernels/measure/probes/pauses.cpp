// SPDX-License-Identifier: MIT
// When to breathe, and what is said then.
#include "kernels/measure/probes/pauses.hpp"

#include "kernels/measure/cores.hpp"
#include "kernels/measure/recorder.hpp"

#include <algorithm>
#include <cmath>

namespace lockstep {

static constexpr double slice_ns = protocol::slice_ms * 1e6;

Pauses::Pauses(Listener& listener, Crews& crews, std::string id, int probes, double budget_s)
    : m_listener(listener), m_crews(crews), m_budget_ns(budget_s * 1e9),
      m_start_ns(Recorder::now_ns()), m_slice_ns(m_start_ns) {
    m_news.id = std::move(id);
    m_news.rounds_planned = probes;
    m_news.rounds_done = -1;
}

void Pauses::begin(const std::string& probe) {
    m_news.phase = probe;
    ++m_news.rounds_done;
    breathe(0);
}

void Pauses::before(double expected_ns) {
    const auto gone_ns = static_cast<double>(Recorder::now_ns() - m_slice_ns);
    const bool fits = gone_ns + expected_ns <= slice_ns;
    const bool just_announced = gone_ns < 1e6 && expected_ns <= m_announced_ns;
    if (!fits && !just_announced) breathe(expected_ns);
}

void Pauses::breathe(double expected_ns) {
    m_crews.rest();
    m_news.await_go = true;
    // On a busy machine a piece takes longer than it should.
    m_news.next_slice_ms =
        protocol::slice_ms +
        (expected_ns > slice_ns ? static_cast<int>(std::ceil(expected_ns / 1e6)) : 0);
    m_listener.progress(m_news);
    m_announced_ns = expected_ns;
    m_slice_ns = Recorder::now_ns();
}

double Pauses::noted(const BestTry& best) {
    m_disturbed += best.disturbed ? 1 : 0;
    return best.value;
}

double Pauses::seconds() const {
    return static_cast<double>(Recorder::now_ns() - m_start_ns) / 1e9;
}

double Pauses::left_ns() const {
    return m_budget_ns - static_cast<double>(Recorder::now_ns() - m_start_ns);
}

Team* gathered(Crews& crews, int workers) {
    const auto team = crews.team(workers, Pinning::Pinned);
    if (!team) return nullptr;
    crews.rest_but(*team, nullptr);
    pin_thread(usable_cores().cpus.front());
    (*team)->wake();
    return *team;
}

std::vector<int> doubling_up_to(int most) {
    std::vector<int> numbers;
    for (int number = 1; number < most; number *= 2)
        numbers.push_back(number);
    numbers.push_back(most);
    return numbers;
}

} // namespace lockstep
