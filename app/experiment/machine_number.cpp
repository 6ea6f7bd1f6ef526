// SPDX-License-Identifier: MIT
// Live values of the machine.
#include "app/experiment/machine_number.hpp"

#include "app/experiment/core_map.hpp"
#include "app/experiment/latency_groups.hpp"
#include "app/experiment/lookup.hpp"
#include "app/experiment/model_value.hpp"
#include "app/experiment/queries.hpp"
#include "sim/base/units.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace lockstep {

using Number = std::optional<LiveNumber>;

namespace {

Number known(double value, NumberKind kind = NumberKind::Exact, const char* unit = "") {
    if (!(value > 0))
        return std::nullopt;
    return LiveNumber{value, value, value, kind, false, unit};
}

/// The roofline far left and far right, where only one of its roofs is left.
struct Roofs {
    double peak_gflops = 0, memory_gb_s = 0;
};

Roofs roofs_of(const Session& session, const content::Lesson& lesson,
               const content::Experiment& experiment, std::string_view block) {
    const models::Model* model = models::find_model("roofline");
    const auto runs = runs_to_look_in(session, lesson, experiment, block);
    const Run* run = runs.empty() ? nullptr : runs.front();
    const auto at = [&](double k) {
        Values values = parameters_of(session, lesson, experiment);
        values["k"] = k;
        return model_value(*model, experiment, session.machine, std::move(values),
                           measured_facts(run, experiment, session.machine))
            .value_or(0);
    };
    constexpr double few = 1e-6, many = 1e9;
    return {at(many), 12 * at(few) / few}; // k multiply-adds for 24 bytes
}

/// From one core to the next: two threads of one core are no two cores.
double core_to_core_ns(const protocol::Passport& passport) {
    for (const LatencyGroup& group : latency_groups(passport.layout, passport.latencies))
        if (group.words != "same core")
            return group.median_ns;
    return 0;
}

} // namespace

Number machine_number(const Session& session, const content::Lesson& lesson,
                      const content::Experiment& experiment, std::string_view name,
                      std::string_view block) {
    const protocol::Machine& machine = session.machine;
    static const protocol::Passport nothing;
    const auto& passport = session.passport.taken ? *session.passport.taken : nothing;
    if (name == "cores")
        return known(machine.cores);
    if (name == "threads")
        return known(machine.threads);
    if (name == "lanes")
        return known(machine.simd_lanes_f32);
    if (name == "line")
        return known(machine.line_bytes);
    if (name == "timer")
        return known(passport.overheads.timer_ns, NumberKind::TimeNs);
    if (name == "noise")
        return known(passport.overheads.noise, NumberKind::Share);
    if (name == "core_to_core")
        return known(core_to_core_ns(passport), NumberKind::TimeNs);
    if (name != "peak" && name != "memory" && name != "ridge")
        return std::nullopt;
    const Roofs roofs = roofs_of(session, lesson, experiment, block);
    if (name == "peak")
        return known(roofs.peak_gflops, NumberKind::Exact, "Gflop/s");
    if (name == "memory")
        return known(roofs.memory_gb_s, NumberKind::Exact, "GB/s");
    return roofs.memory_gb_s > 0 ? known(roofs.peak_gflops / roofs.memory_gb_s) : std::nullopt;
}

std::string caches_text(const Session& session) {
    std::vector<std::string> sizes;
    int level = 0;
    if (session.passport.taken)
        for (const protocol::CacheInfo& cache : session.passport.taken->layout.caches)
            if (cache.kind != "instruction" && cache.level > level) {
                level = cache.level;
                sizes.push_back(cache_size_words(cache.size_bytes));
            }
    if (sizes.size() < 2)
        return sizes.empty() ? "" : sizes.front();
    const std::string last = sizes.back();
    sizes.pop_back();
    return fmt::format("{} and {}", fmt::join(sizes, ", "), last);
}

} // namespace lockstep
