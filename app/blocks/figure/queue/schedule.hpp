// SPDX-License-Identifier: MIT
// Who serves which customer when. From the stamps of a run where there is one; before that, from
// the rule that whoever is free takes the next. No drawing.
#pragma once

#include "kernels/protocol/messages.hpp"

#include <vector>

namespace lockstep::queue {

/// One customer at one cashier. Times in the unit of the schedule, from its start.
struct Service {
    int cashier = 0, customer = 0;
    double begin = 0, end = 0;
};

struct Schedule {
    int cashiers = 1, customers = 1;
    double end = 0;
    bool measured = false;
    std::vector<Service> services; ///< by begin
};

/// `customers` chains on `cashiers` workers; the first is `longest` times as long as each other.
/// The whole work is 1.
Schedule planned(int customers, int cashiers, double longest);
/// From the spans of one repetition; times in ms.
Schedule replayed(const protocol::Spans& spans, int cashiers);

/// Customers that wait, are served, and are done at `time`.
struct Standing {
    int waiting = 0, served = 0, done = 0;
};
Standing standing_at(const Schedule& schedule, double time);

} // namespace lockstep::queue
