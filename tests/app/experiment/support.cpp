// SPDX-License-Identifier: MIT
#include "tests/app/experiment/support.hpp"

#include "app/experiment/estimates.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace lockstep::testing_support {

protocol::Catalogue catalogue() {
    protocol::WorkloadInfo amdahl;
    amdahl.name = "amdahl";
    amdahl.title = "A job with a serial part";
    amdahl.item = "unit";
    amdahl.parameters = {{.name = "f",
                          .words = "shared part",
                          .unit = "",
                          .low = 0,
                          .high = 1,
                          .fallback = 0.5,
                          .choices = {}},
                         {.name = "piece_us",
                          .words = "size of one piece",
                          .unit = "us",
                          .low = 0.05,
                          .high = 1000,
                          .fallback = 20,
                          .log = true,
                          .choices = {}},
                         {.name = "order",
                          .words = "order",
                          .unit = "",
                          .low = 0,
                          .high = 1,
                          .fallback = 0,
                          .whole = true,
                          .choices = {"mixed", "sorted"}}};
    const auto variant = [](const char* name, const char* crew, bool workers) {
        return protocol::VariantInfo{name, "A sentence.", name, "kernels/amdahl/x.cpp",
                                     crew, workers,       ""};
    };
    amdahl.variants = {variant("serial", "one", false), variant("simd", "one", false),
                       variant("multicore", "arena", true), variant("waiting", "threads", true)};
    return {{amdahl}};
}

protocol::Machine machine(int cores) {
    protocol::Machine here;
    here.hash = "here";
    here.name = "2 cores, AVX2, 24 GiB";
    here.cpu = "Test CPU";
    here.cores = here.threads = here.cores_present = cores;
    here.simd = "AVX2";
    here.simd_lanes_f32 = 8;
    here.memory_gib = 24;
    here.gpu = "no NVIDIA driver found";
    return here;
}

content::Experiment shared_part() {
    content::Experiment main;
    main.id = "main";
    main.workload = "amdahl";
    main.variants = {"multicore"};
    main.x = "f";
    main.x_values = {0, 0.25, 0.5, 0.75, 1};
    main.models = {"amdahl"};
    main.sliders = {{.parameter = "p",
                     .words = {},
                     .start = {0, true},
                     .low = {2, false},
                     .high = {0, true},
                     .stops = {}},
                    {.parameter = "piece_us",
                     .words = "size of one piece",
                     .start = {20, false},
                     .low = {0.05, false},
                     .high = {1000, false},
                     .log = true,
                     .stops = {}}};
    return main;
}

double amdahl_time(const Point& point) {
    const double f = value_of(point.parameters, "f", 0.5);
    if (point.variant != "multicore")
        return 1e6;
    return 1e6 * (1 - f + f / value_of(point.parameters, "p", 1));
}

void add_rounds(Run& run, int begin, int count, int flags, const TimeOf& time_of) {
    for (const Point& point : std::vector<Point>(run.points)) {
        protocol::Samples samples;
        samples.id = run.id;
        samples.point = point.id;
        const double p = value_of(point.parameters, "p", 1);
        const double wall = time_of(point);
        for (int round = begin; round < begin + count; ++round) {
            const double common = 1 + 0.004 * ((round * 5) % 7 - 3);
            const double own = 1 + 0.0004 * ((round * 3 + point.id * 2) % 9 - 4);
            samples.round.push_back(round);
            samples.time_ns.push_back(wall * common * own);
            const double f =
                point.variant == "multicore" ? value_of(point.parameters, "f", 0.5) : 1;
            const double busy = std::min(1e6 * f / p, wall) * common * own;
            samples.busy_ns.emplace_back(static_cast<std::size_t>(p), busy);
            samples.longest_ns.push_back(busy);
            samples.serial_ns.push_back(std::max(0.0, (1 - f) * 1e6) * common * own);
            samples.flags.push_back(flags);
        }
        collect(run, samples);
    }
}

void fill_run(Run& run, const TimeOf& time_of) {
    for (const Point& point : std::vector<Point>(run.points)) {
        protocol::PointState state;
        state.id = run.id;
        state.point = point.id;
        state.items = 100;
        collect(run, state);
    }
    add_rounds(run, 0, 11, protocol::sample_pilot, time_of);
    add_rounds(run, 11, 15, 0, time_of);
    protocol::Done done;
    done.id = run.id;
    done.seconds = 1;
    collect(run, done);
}

Run card_run() {
    PlannedRun plan = planned(shared_part(), machine());
    fill_run(plan.run);
    for (Point& point : plan.run.points) {
        if (point.variant == plan.run.baseline)
            continue;
        for (auto* const column : {&point.longest_ns, &point.serial_ns})
            std::ranges::fill(*column, 0);
        std::ranges::fill(point.busy_ns, std::vector<double>{});
        for (const double time_ns : point.time_ns) {
            point.kernel_ns.push_back(0.8 * time_ns);
            point.copy_ns.push_back(3 * time_ns);
        }
    }
    update_series(plan.run);
    return plan.run;
}

PlannedRun planned(const content::Experiment& experiment, const protocol::Machine& here,
                   Values sliders, const content::Comparison* compare, const Run* previous,
                   const protocol::Catalogue& known) {
    auto plan = plan_run({.experiment = experiment,
                          .catalogue = known,
                          .machine = here,
                          .sliders = std::move(sliders),
                          .compare = compare,
                          .previous = previous});
    if (!plan) {
        std::fprintf(stderr, "%s\n", plan.error().text().c_str());
        std::abort();
    }
    return *std::move(plan);
}

} // namespace lockstep::testing_support
