// SPDX-License-Identifier: MIT
// The front's part of a comparison: rounds paired, disturbed ones left out, the pilot's memory.
#include "benchmarks/in_process.hpp"

#include "kernels/measure/comparison.hpp"
#include "kernels/measure/cores.hpp"
#include "kernels/measure/machine.hpp"
#include "sim/stats/memory.hpp"
#include "tests/kernels/measure/scribe.hpp"

namespace lockstep::benchmarks {
namespace {

Result<std::unique_ptr<Runner>> no_card(const Variant&, const Problem&) {
    return fail("", "no card is asked here.");
}

const UsualNoise& usual_here() {
    static const UsualNoise usual = usual_noise(usual_noise_file(machine_facts().hash));
    return usual;
}

} // namespace

Compared compare(SideRequest first, SideRequest second, double budget_s, double relative_width) {
    Crews crews;
    Workshop workshop{crews, no_card};
    Scribe scribe;
    first.point = 0;
    second.point = 1;
    const std::int64_t begin_ns = Recorder::now_ns();
    std::vector<SideRequest> sides;
    sides.push_back(std::move(first));
    sides.push_back(std::move(second));
    Comparison({"r", budget_s, relative_width}, workshop, Watcher(usual_here()), scribe)
        .run(std::move(sides));
    unpin_thread();
    Compared made;
    made.seconds = 1e-9 * static_cast<double>(Recorder::now_ns() - begin_ns);
    for (const int point : {0, 1})
        if (const auto& state = scribe.state_of(point);
            state.status == PointStatus::Wrong || state.status == PointStatus::Unavailable)
            made.refused.push_back(state.reason);
    std::map<int, Sample> of_first;
    for (const Sample& sample : scribe.samples_of(0))
        of_first[sample.round] = sample;
    std::vector<double> a, b, all;
    for (const Sample& sample : scribe.samples_of(1)) {
        const auto other = of_first.find(sample.round);
        if (other == of_first.end() || sample.round == 0) // the first look is no round
            continue;
        const int flags = sample.flags | other->second.flags;
        if ((flags & protocol::sample_disturbed) != 0) {
            made.left_out += (flags & protocol::sample_pilot) == 0 ? 1 : 0;
            continue;
        }
        all.push_back(sample.time_ns / other->second.time_ns);
        if ((flags & protocol::sample_pilot) != 0)
            continue;
        a.push_back(sample.time_ns);
        b.push_back(other->second.time_ns);
    }
    made.ratio = stats::ratio_interval(a, b, stats::interval_memory(all));
    return made;
}

} // namespace lockstep::benchmarks
