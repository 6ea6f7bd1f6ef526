// SPDX-License-Identifier: MIT
// A queue's schedule, planned or replayed.
#include "app/blocks/figure/queue/schedule.hpp"

#include <algorithm>
#include <set>

namespace lockstep::queue {

Schedule planned(int customers, int cashiers, double longest) {
    Schedule schedule{cashiers, customers, 0, false, {}};
    const double one = 1.0 / (longest + customers - 1);
    std::vector<double> free_at(static_cast<std::size_t>(std::max(1, cashiers)), 0.0);
    for (int customer = 0; customer < customers; ++customer) {
        const auto soonest = std::min_element(free_at.begin(), free_at.end());
        const double length = customer == 0 ? longest * one : one;
        const int cashier = static_cast<int>(soonest - free_at.begin());
        schedule.services.push_back({cashier, customer, *soonest, *soonest + length});
        *soonest += length;
        schedule.end = std::max(schedule.end, *soonest);
    }
    return schedule;
}

Schedule replayed(const protocol::Spans& spans, int cashiers) {
    Schedule schedule{cashiers, 0, 0, true, {}};
    std::set<int> customers;
    for (std::size_t i = 0; i < spans.worker.size(); ++i) {
        const Service service{spans.worker[i], spans.task[i], spans.begin_ns[i] / 1e6,
                              spans.end_ns[i] / 1e6};
        schedule.services.push_back(service);
        schedule.cashiers = std::max(schedule.cashiers, service.cashier + 1);
        schedule.end = std::max(schedule.end, service.end);
        customers.insert(service.customer);
    }
    schedule.customers = static_cast<int>(customers.size());
    std::sort(schedule.services.begin(), schedule.services.end(),
              [](const Service& a, const Service& b) { return a.begin < b.begin; });
    return schedule;
}

Standing standing_at(const Schedule& schedule, double time) {
    Standing standing;
    for (const Service& service : schedule.services) {
        if (time < service.begin) ++standing.waiting;
        else if (time < service.end) ++standing.served;
        else ++standing.done;
    }
    return standing;
}

} // namespace lockstep::queue
