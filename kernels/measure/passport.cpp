// SPDX-License-Identifier: MIT
// The probes in their order: the short ones first, and last the one that can take any time.
#include "kernels/measure/passport.hpp"

#include "kernels/measure/cores.hpp"
#include "kernels/measure/facts/counters.hpp"
#include "kernels/measure/facts/frequency.hpp"
#include "kernels/measure/facts/hypervisor.hpp"
#include "kernels/measure/facts/layout.hpp"
#include "kernels/measure/facts/memory_room.hpp"
#include "kernels/measure/probes/core_latency.hpp"
#include "kernels/measure/probes/overheads.hpp"
#include "kernels/measure/probes/peak_flops.hpp"
#include "kernels/measure/probes/triad_course.hpp"

#include <algorithm>
#include <chrono>
#include <fmt/chrono.h>
#include <fmt/format.h>

namespace lockstep {
namespace {

std::string utc_now() {
    const auto now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(now));
}

/// A probe that found nothing, or not all, has its sentence.
void remark_gaps(protocol::Passport& passport, const TriadRates& triads) {
    if (triads.missed > 0)
        passport.remarks.push_back(
            fmt::format("The time was enough for {} of {} bandwidths that tell the most.",
                        triads.telling - triads.missed, triads.telling));
    const bool wrong =
        std::ranges::any_of(passport.triads, [](const auto& rate) { return rate.gb_s <= 0; }) ||
        std::ranges::any_of(passport.peaks, [](const auto& peak) {
            return std::min({peak.f32_one, peak.f64_one, peak.f32_all, peak.f64_all}) <= 0;
        });
    if (wrong)
        passport.remarks.emplace_back("A probe that computed something wrong has no number.");
}

} // namespace

protocol::Passport look_up_passport() {
    protocol::Passport passport;
    const std::vector<int>& cpus = usable_cores().cpus;
    passport.layout = machine_layout(cpus, passport.remarks);
    const HardwareCounters counters = hardware_counters();
    passport.surroundings = {hypervisor_name(hypervisor_signature()), governor_words(cpus),
                             cpu_list(cpus), counters.usable, counters.words};
    return passport;
}

void measure_passport(protocol::Passport& passport, Crews& crews, Listener& listener,
                      const std::string& id, double budget_s) {
    constexpr int probes = 4;
    Pauses pauses(listener, crews, id, probes, budget_s);
    passport.edition = protocol::passport_edition;
    passport.taken = utc_now();
    pauses.begin("what doing nothing costs");
    passport.overheads = probe_overheads(crews, pauses);
    pauses.begin("peak flop/s");
    passport.peaks = probe_peaks(crews, pauses);
    pauses.begin("bandwidth");
    TriadRates triads = probe_triads(passport.layout, memory_room_bytes() / 8, crews, pauses);
    passport.triads = std::move(triads.rates);
    remark_gaps(passport, triads);
    pauses.begin("latency between cores");
    passport.latencies = probe_latencies(usable_cores().cpus, pauses, passport.remarks);
    passport.disturbed = pauses.disturbed();
    if (passport.disturbed > 0)
        passport.remarks.push_back(fmt::format(
            "Other programs never left the cores alone while {} of the peaks and bandwidths were "
            "measured: they are too low. Measure again when nothing else runs.",
            passport.disturbed));
    crews.rest();
    unpin_thread();
    passport.seconds = pauses.seconds();
}

} // namespace lockstep
