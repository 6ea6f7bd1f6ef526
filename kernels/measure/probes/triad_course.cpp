// SPDX-License-Identifier: MIT
// Which bandwidths there is time for, the most telling first.
#include "kernels/measure/probes/triad_course.hpp"

#include "kernels/measure/cores.hpp"

#include <algorithm>
#include <tuple>

namespace lockstep {
namespace {

/// Of the budget, for the latencies between cores, which come last.
constexpr double kept_for_latencies = 0.4;

class ThisMachine final : public TriadGauge {
  public:
    ThisMachine(Crews& crews, Pauses& pauses) : m_crews(crews), m_pauses(pauses) {}

    double left_ns() const override { return m_pauses.left_ns(); }

    std::optional<protocol::TriadRate> measure(const TriadPlan& plan) override {
        constexpr double touched_at_once = 64e6; // some 50 ms where pages are slow to come
        m_pauses.before(longest_tries_ns);
        Team* team = gathered(m_crews, plan.workers);
        if (team == nullptr) return {};
        TriadArrays arrays(*team, plan.set_bytes);
        while (arrays.touch(touched_at_once / plan.workers)) {
            m_pauses.before(longest_tries_ns);
            gathered(m_crews, plan.workers);
        }
        return protocol::TriadRate{plan.level, plan.workers, arrays.set_bytes(),
                                   m_pauses.noted(arrays.best_gb_s())};
    }

    /// Teams of every size would together be more threads than some systems allow.
    void finished(int workers) override {
        if (workers > 1 && workers < usable_cores().workers())
            m_crews.dismiss(workers, Pinning::Pinned);
    }

  private:
    Crews& m_crews;
    Pauses& m_pauses;
};

/// "L1" before "L2", and memory last.
bool is_nearer(const protocol::TriadRate& a, const protocol::TriadRate& b) {
    const auto place = [](const protocol::TriadRate& rate) {
        return std::tuple(rate.level == "memory", rate.level, rate.workers);
    };
    return place(a) < place(b);
}

} // namespace

TriadRates carry_out(const TriadCounts& counts, const std::vector<protocol::CacheInfo>& caches,
                     double room_bytes, TriadGauge& gauge, double kept_ns) {
    TriadRates done;
    const auto measure = [&](const TriadPlan& plan) {
        if (gauge.left_ns() < longest_tries_ns) return false;
        if (auto rate = gauge.measure(plan)) done.rates.push_back(std::move(*rate));
        return true;
    };
    for (const int count : counts.telling) {
        for (const TriadPlan& plan : triad_plans(caches, count, room_bytes)) {
            ++done.telling;
            done.missed += measure(plan) ? 0 : 1;
        }
        gauge.finished(count);
    }
    for (const int count : counts.between) {
        const auto plans = triad_plans(caches, count, room_bytes);
        const double longest_ns = static_cast<double>(plans.size()) * longest_tries_ns;
        if (gauge.left_ns() < kept_ns + longest_ns) break;
        std::ranges::for_each(plans, measure);
        gauge.finished(count);
    }
    std::ranges::sort(done.rates, is_nearer);
    return done;
}

TriadRates probe_triads(const protocol::Layout& layout, double room_bytes, Crews& crews,
                        Pauses& pauses) {
    ThisMachine machine(crews, pauses);
    const Cores& cores = usable_cores();
    return carry_out(triad_counts(layout, cores.cpus, cores.workers()), layout.caches, room_bytes,
                     machine, kept_for_latencies * pauses.budget_ns());
}

} // namespace lockstep
