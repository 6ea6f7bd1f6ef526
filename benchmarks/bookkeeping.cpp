// SPDX-License-Identifier: MIT
// What a sample costs outside its stamps: waking, watching, checking, keeping. The work does
// nothing, so all of the time but the batch's own is the harness's.
#include "benchmarks/figure.hpp"
#include "kernels/measure/cores.hpp"
#include "kernels/measure/slices.hpp"
#include "kernels/measure/watcher.hpp"
#include "sim/stats/quantile.hpp"
#include "tests/kernels/measure/scribe.hpp"

#include <fmt/format.h>

namespace lockstep::benchmarks {

static std::uint64_t nothing(const Problem&, Context&) {
    return 0;
}

static Result<std::unique_ptr<Problem>> no_problem(const Values&) {
    return std::make_unique<Problem>();
}

static Result<std::unique_ptr<Runner>> no_card(const Variant&, const Problem&) {
    return fail("", "no card is asked here.");
}

static Result<Measured> measure() {
    constexpr Workload workload{"nothing",   "Nothing", "Nothing.", "nothing", {},
                                &no_problem, nullptr,   nullptr,    nullptr};
    constexpr Variant variant{"nothing", "serial", Crew::One, &nothing, nullptr, "", "", ""};
    Crews crews;
    Workshop workshop{crews, no_card};
    auto side = Side::create({0, &workload, &variant, &nothing, {}}, workshop);
    if (!side)
        return fail("", side.error().reason);
    Watcher watcher(UsualNoise{});
    Scribe scribe;
    Slices slices(scribe, crews);
    std::vector<double> outside_ns;
    constexpr int samples = 20'001;
    outside_ns.reserve(samples);
    for (int i = 0; i < samples; ++i) {
        const std::int64_t begin_ns = Recorder::now_ns();
        const auto batch = (*side)->batch(i, 1, [&] { watcher.begin_sample((*side)->runner()); });
        if (!batch)
            return fail("", batch.error().reason);
        const bool disturbed = watcher.end_sample((*side)->runner(), batch->duration_ns());
        slices.add({0, i, batch->duration_ns(), (*side)->totals(*batch, 1), disturbed ? 1 : 0,
                    batch->begin_ns, batch->end_ns});
        const auto all_ns = static_cast<double>(Recorder::now_ns() - begin_ns);
        outside_ns.push_back(all_ns - batch->duration_ns());
    }
    unpin_thread();
    const double median_ns = stats::median(outside_ns);
    return Measured{
        median_ns / 1000, median_ns <= 3000,
        fmt::format("median of {}; the spin of 50 us before a round is none of it", samples)};
}

extern const Figure bookkeeping{"harness outside the stamps", "<= 3 us", "us", &measure,
                                "known: 2.2 us, of a benchmark library in wide use"};

} // namespace lockstep::benchmarks
