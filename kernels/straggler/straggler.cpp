// SPDX-License-Identifier: MIT
// Which tasks are long: drawn by chance, always the same one, or by position.
#include "kernels/straggler/straggler.hpp"

#include "sim/base/random.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace lockstep {
namespace {

constexpr std::string_view kinds[] = {"work", "wait"};
constexpr std::string_view patterns[] = {"random", "always the same"};
constexpr std::string_view positions[] = {"first", "middle", "last"};
constexpr Parameter parameters[] = {
    {"kind", "what a task does: compute, or wait on a timer", "", 0, 1, 1,
     Scale::Linear, true, kinds},
    {"chance", "chance that a worker is late in a step (waits)", "share",
     0, 0.2, 0.02},
    {"factor", "a long task, in times of the others", "×", 1, 16, 5},
    {"pattern", "who is late (waits)", "", 0, 1, 0, Scale::Linear, true,
     patterns},
    {"position", "place of the long task (work)", "", 0, 2, 0, Scale::Linear,
     true, positions},
    {"steps", "steps in one repetition, at least (waits: more if few are late)",
     "", 0, 100, 12, Scale::Linear, true},
    {"base_ms", "a worker's step when nothing delays it (waits)", "ms", 0.1, 5,
     2, Scale::Log},
    {"task_us", "a task that is not long (work)", "us", 5, 400, 40, Scale::Log},
};

constexpr int work_tasks = 16;
constexpr int most_steps = 50; ///< that rare late steps may ask for

/// How many of p workers are late, for a draw u in [0, 1): the inverse of the
/// binomial distribution. At least one is when u >= (1 - chance)^p.
int late_workers(double u, int p, double chance) {
    double probability = std::pow(1 - chance, p);
    double below = probability;
    int late = 0;
    while (u >= below && late < p) {
        probability *= (p - late) / (late + 1.0) * chance / (1 - chance);
        ++late;
        below += probability;
    }
    return late;
}

/// Every input should hold the same whole number of late steps, or the median
/// over repetitions would show a step that was never drawn: k late ones among
/// k / q steps, for the smallest k that gives as many steps as asked for.
int steps_of(const Values& values) {
    const int asked = static_cast<int>(value_of(values, "steps", 12));
    const bool drawn =
        value_of(values, "kind", 0) > 0 && value_of(values, "pattern", 0) < 1;
    const double late = 1 - std::pow(1 - value_of(values, "chance", 0),
                                     value_of(values, "p", 1));
    if (!drawn || asked == 0 || late <= 0) return asked;
    const double steps = std::round(std::ceil(asked * late) / late);
    return std::max(asked,
                    static_cast<int>(std::min<double>(most_steps, steps)));
}

template <class T>
void shuffle(std::vector<T>& list, Random& random) {
    for (std::size_t i = list.size(); i > 1; --i)
        std::swap(list[i - 1], list[random.below(i)]);
}

// The draws are spread evenly over [0, 1) (stratified sampling): a plain
// generator would need thousands of steps before the share of late ones came
// near to what was set. Each input has every fourth stratum, in its own order.
void draw_late_workers(Straggler& job, double chance) {
    Random random(20261121);
    const int strata = input_count * job.steps;
    std::vector<int> workers(static_cast<std::size_t>(job.tasks));
    std::iota(workers.begin(), workers.end(), 0);
    for (int input = 0; input < input_count; ++input) {
        std::vector<int> mine(static_cast<std::size_t>(job.steps));
        for (int i = 0; i < job.steps; ++i)
            mine[static_cast<std::size_t>(i)] = i * input_count + input;
        shuffle(mine, random);
        for (int step = 0; step < job.steps; ++step) {
            const double u =
                (mine[static_cast<std::size_t>(step)] + 0.5) / strata;
            shuffle(workers, random);
            const int late = late_workers(u, job.tasks, chance);
            for (int i = 0; i < late; ++i)
                job.is_long[job.index(
                    input, step, workers[static_cast<std::size_t>(i)])] = 1;
        }
    }
}

void place_long_task(Straggler& job, int task) {
    for (int input = 0; input < input_count; ++input)
        for (int step = 0; step < job.steps; ++step)
            job.is_long[job.index(input, step, task)] = 1;
}

Result<std::unique_ptr<Problem>> create(const Values& values) {
    LOCKSTEP_CHECK(check_values(straggler_workload, values));
    auto job = std::make_unique<Straggler>();
    job->waits = value_of(values, "kind", 0) > 0;
    job->steps = steps_of(values);
    job->factor = value_of(values, "factor", 5);
    const int workers = static_cast<int>(value_of(values, "p", 1));
    job->tasks = job->waits ? workers : work_tasks;
    job->base = job->waits ? std::llround(1e6 * value_of(values, "base_ms", 2))
                           : std::llround(value_of(values, "task_us", 40) *
                                          chain_steps_per_us());
    job->next =
        std::vector<std::atomic<int>>(static_cast<std::size_t>(job->steps));
    job->is_long.resize(job->index(input_count, 0, 0));
    if (!job->waits) {
        const int places[] = {0, work_tasks / 2, work_tasks - 1};
        place_long_task(
            *job, places[static_cast<int>(value_of(values, "position", 0))]);
    } else if (value_of(values, "pattern", 0) > 0) {
        place_long_task(*job, 0);
    } else {
        draw_late_workers(*job, value_of(values, "chance", 0));
    }
    return job;
}

double items(const Values& values) {
    return steps_of(values);
}
double none(const Values&) {
    return 0;
}

int phases(const Values& values) {
    return steps_of(values);
}

} // namespace

extern const Workload straggler_workload{
    .name = "straggler",
    .title = "All wait for the slowest",
    .sentence = "Every step ends when its last task has ended, so the slowest "
                "worker of each step sets the time of all.",
    .item = "step",
    .parameters = parameters,
    .create = &create,
    .items = &items,
    .flops = &none,
    .bytes = &none,
    .phases = &phases,
};

} // namespace lockstep
