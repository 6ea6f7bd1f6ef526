// SPDX-License-Identifier: MIT
// n tasks of which one is `factor` times as long. No schedule beats both of these times: the sum
// shared out evenly, and the longest task alone.
#include "sim/models/model.hpp"

#include <algorithm>

namespace lockstep::models {

static constexpr ModelParameter parameters[] = {
    {"tasks", "tasks, one of them long", "", 1, 4096, 16},
    {"factor", "the long task, in times of a usual one", "×", 1, 16, 8},
    {"p", "workers", "", 1, 1048576, 2},
};

static double value(const Values& values) {
    const double longest = read(parameters, values, "factor");
    const double sum = read(parameters, values, "tasks") - 1 + longest;
    return sum / std::max(longest, sum / read(parameters, values, "p"));
}

static double limit(const Values& values) {
    const double longest = read(parameters, values, "factor");
    return (read(parameters, values, "tasks") - 1 + longest) / longest;
}

extern const Model straggler_tasks_model{
    .name = "straggler_tasks",
    .title = "Sum over maximum",
    .formula = R"(S(p) \le \frac{n - 1 + k}{\max\left(k, \frac{n - 1 + k}{p}\right)})",
    .source = "R. L. Graham 1969, Bounds on multiprocessing timing anomalies, SIAM J. Appl. "
              "Math. 17(2)",
    .sentence = "The best that any schedule can reach: the long task cannot be cut, so nobody "
                "finishes before it does, and it had better start first.",
    .quantity = "speedup",
    .parameters = parameters,
    .value = value,
    .limit = limit,
};

} // namespace lockstep::models
