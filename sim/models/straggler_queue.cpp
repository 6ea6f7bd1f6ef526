// SPDX-License-Identifier: MIT
// n tasks of which one is `factor` times as long, taken in order from one queue by whichever
// worker is free. The place of the long one decides how long the others wait at the end.
#include "sim/models/model.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace lockstep::models {

static constexpr ModelParameter parameters[] = {
    {"tasks", "tasks, one of them long", "", 1, 1024, 16},
    {"factor", "the long task, in times of a usual one", "×", 1, 16, 8},
    {"position", "place of the long task: 0 first, 1 middle, 2 last", "", 0, 2, 0},
    {"p", "workers", "", 1, 1048576, 2},
};

/// In times of a usual task. Whoever is free first takes the next one.
static double time_to_finish(int tasks, int long_task, double factor, double p) {
    std::vector<double> free_at(static_cast<std::size_t>(std::clamp(p, 1.0, 1.0 * tasks)), 0.0);
    for (int task = 0; task < tasks; ++task)
        *std::ranges::min_element(free_at) += task == long_task ? factor : 1;
    return std::ranges::max(free_at);
}

static double value(const Values& values) {
    const auto tasks = static_cast<int>(std::lround(read(parameters, values, "tasks")));
    const double factor = read(parameters, values, "factor");
    const double position = read(parameters, values, "position");
    const int places[] = {0, tasks / 2, tasks - 1};
    const int long_task = places[std::clamp(static_cast<int>(std::lround(position)), 0, 2)];
    return (tasks - 1 + factor) /
           time_to_finish(tasks, long_task, factor, read(parameters, values, "p"));
}

static double limit(const Values& values) {
    // Every task has a worker of its own, and so starts at once.
    const double factor = read(parameters, values, "factor");
    return (std::round(read(parameters, values, "tasks")) - 1 + factor) / factor;
}

extern const Model straggler_queue_model{
    .name = "straggler_queue",
    .title = "A queue with one long task",
    .formula = R"(S(p) = \frac{n - 1 + k}{T(p)})",
    .source = "R. L. Graham 1969, Bounds on multiprocessing timing anomalies, SIAM J. Appl. "
              "Math. 17(2): list scheduling",
    .sentence = "A long task that starts first runs beside all the others; one that starts last "
                "runs alone, and everybody waits for it.",
    .quantity = "speedup",
    .parameters = parameters,
    .value = value,
    .limit = limit,
};

} // namespace lockstep::models
