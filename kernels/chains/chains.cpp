// SPDX-License-Identifier: MIT
// The same work cut into c chains, the first of which may be a larger customer.
#include "kernels/chains/chains.hpp"

#include <cmath>

namespace lockstep {
namespace {

constexpr std::string_view kinds[] = {"threads", "timers"};
constexpr Parameter parameters[] = {
    {"chains", "customers, each a chain of steps", "", 1, 12, 3, Scale::Linear,
     true},
    {"work_ms", "work of all customers together", "ms", 0.1, 50, 10},
    {"longest", "largest customer, in times of the others", "×", 1, 8, 1},
    {"kind", "what a cashier does: compute, or wait on a timer", "", 0, 1, 0,
     Scale::Linear, true, kinds},
};

Result<std::unique_ptr<Problem>> create(const Values& values) {
    LOCKSTEP_CHECK(check_values(chains_workload, values));
    auto job = std::make_unique<Chains>();
    job->chains = static_cast<int>(value_of(values, "chains", 3));
    job->timers = value_of(values, "kind", 0) > 0;
    const double work_us = 1e3 * value_of(values, "work_ms", 10);
    const double longest = value_of(values, "longest", 1);
    for (int i = 0; i < job->chains; ++i) {
        const double share =
            (i == 0 ? longest : 1) / (longest + job->chains - 1);
        const double own_us = work_us * share;
        job->steps.push_back(std::llround(own_us * chain_steps_per_us()));
        job->wait_ns.push_back(std::llround(own_us * 1e3));
    }
    return job;
}

double items(const Values& values) {
    return value_of(values, "chains", 3);
}
double none(const Values&) {
    return 0;
}

} // namespace

extern const Workload chains_workload{
    .name = "chains",
    .title = "Customers and cashiers",
    .sentence = "The same work is cut into independent chains. A worker takes "
                "a whole chain at a time, so the number of rounds or the "
                "longest chain sets the time.",
    .item = "customer",
    .parameters = parameters,
    .create = &create,
    .items = &items,
    .flops = &none,
    .bytes = &none,
};

} // namespace lockstep
