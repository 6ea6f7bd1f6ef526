// SPDX-License-Identifier: MIT
#include "demo_run.hpp"

#include <cmath>

namespace lockstep::demo {

namespace {

double law(double f, double p) {
    return 1 / ((1 - f) + f / p);
}

/// Two workers share what is shared; the loss is time in which nobody works.
stats::GapFactors factors(double f, double p, double loss) {
    stats::GapFactors gap;
    gap.workers = p;
    gap.rate = 0.998;
    gap.serial_part = law(f, p) / p;
    gap.load_balance = 0.999;
    gap.coordination = 1 - loss;
    return gap;
}

protocol::Spans spans(double f, double p, double time_ns, int point) {
    protocol::Spans made;
    made.point = point;
    made.time_ns = time_ns;
    const double serial = time_ns * (1 - f) / ((1 - f) + f / p);
    const auto add = [&](int worker, int kind, int task, double begin, double end) {
        made.worker.push_back(worker);
        made.phase.push_back(0);
        made.task.push_back(task);
        made.kind.push_back(kind);
        made.begin_ns.push_back(begin);
        made.end_ns.push_back(end);
    };
    if (serial > 0)
        add(0, 1, 0, 0, serial);
    for (int worker = 0; worker < static_cast<int>(p); ++worker)
        if (f > 0)
            add(worker, 0, worker + 1, serial + 2e4 * worker, time_ns - 3e4 * (1 - worker));
    return made;
}

/// 11 pilot rounds and 21 that count, two of them disturbed; they scatter the same way every time.
void fill_samples(Point& point, double time_ns) {
    for (int round = 0; round < 34; ++round) {
        const double wave = 0.004 * std::sin(round * 2.4) + 0.002 * std::sin(round * 5.1);
        const bool pilot = round < 11, disturbed = round == 19 || round == 27;
        point.round.push_back(round);
        point.time_ns.push_back(time_ns * (1 + wave + (disturbed ? 0.05 : 0)));
        point.flags.push_back(pilot       ? protocol::sample_pilot
                              : disturbed ? protocol::sample_disturbed
                                          : 0);
    }
}

void add_point(Run& run, Series& series, double x, double f, double p, double loss) {
    Point point;
    point.id = static_cast<int>(run.points.size());
    point.workload = "amdahl";
    point.variant = series.variant;
    point.parameters = {{"f", f}, {"p", p}};
    const stats::GapFactors gap = factors(f, p, loss);
    const double time_ns = 1e7 / gap.speedup();
    fill_samples(point, time_ns);
    point.spans = spans(f, p, time_ns, point.id);
    Estimate estimate;
    estimate.x = x;
    estimate.point = point.id;
    estimate.value = gap.speedup();
    estimate.low = estimate.value * 0.9965;
    estimate.high = estimate.value * 1.0045;
    estimate.n = 21;
    estimate.disturbed = 2;
    estimate.with_all = estimate.value * 0.998;
    estimate.factors = gap;
    series.points.push_back(estimate);
    run.points.push_back(std::move(point));
}

} // namespace

protocol::Machine machine() {
    protocol::Machine here;
    here.hash = "here";
    here.name = "2 cores, AVX-512, 24 GiB";
    here.cores = here.threads = here.cores_present = cores;
    here.simd = "AVX-512";
    here.simd_lanes_f32 = 16;
    here.memory_gib = 24;
    here.gpu = "no NVIDIA driver found";
    here.noise = 0.003;
    return here;
}

Run made_run(int marks, double piece_us, double loss, bool over_workers) {
    Run run;
    run.id = over_workers ? "run-workers" : piece_us < 1 ? "run-fine" : "run-first";
    run.lesson = "amdahl";
    run.experiment_id = over_workers ? "workers" : "main";
    run.started = "2026-11-21T10:00:00Z";
    run.machine = machine();
    run.workload = "amdahl";
    run.x = over_workers ? "p" : "f";
    run.quantity = "speedup";
    run.baseline = "serial";
    run.parameters = {{"piece_us", piece_us}, {"p", cores}};
    Series series;
    series.variant = "multicore";
    series.label = "multicore";
    if (over_workers)
        for (const double p : {1.0, 2.0})
            add_point(run, series, p, 0.5, p, loss);
    else
        for (int i = 0; i < marks && i < 9; ++i)
            add_point(run, series, shares[static_cast<std::size_t>(i)],
                      shares[static_cast<std::size_t>(i)], cores,
                      loss * shares[static_cast<std::size_t>(i)]);
    run.series = {series};
    return run;
}

} // namespace lockstep::demo
