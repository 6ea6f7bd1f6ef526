// SPDX-License-Identifier: MIT
// A machine in a few words, and what it cannot show.
#include "app/experiment/queries.hpp"
#include "sim/base/units.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace lockstep {

std::string machine_words(const protocol::Machine& machine) {
    std::string words = fmt::format("{} {}", machine.cores, machine.cores == 1 ? "core" : "cores");
    if (!machine.simd.empty())
        words += fmt::format(" · {}", machine.simd);
    if (machine.memory_gib > 0)
        words += fmt::format(" · {:.0f} GiB", machine.memory_gib);
    if (machine.has_gpu)
        words += fmt::format(" · {}", machine.gpu);
    return words;
}

std::string welcome_words(const protocol::Machine& machine) {
    const std::string begin = "Lockstep runs real programs on this computer";
    if (machine.cores < 1)
        return begin + ".";
    const std::string cores =
        machine.cores == 1 ? "1 core" : fmt::format("{} cores", machine.cores);
    if (machine.has_gpu)
        return fmt::format("{}: {} and a graphics card, {}.", begin, cores, machine.gpu);
    return fmt::format("{}: {}, no GPU (that is fine).", begin, cores);
}

namespace {

/// "This container may use 1.5 of 8 cores."
std::string quota_words(const protocol::Machine& machine) {
    if (machine.quota_cores <= 0 || machine.quota_cores >= machine.cores_present)
        return {};
    return fmt::format("This container may use {} of {} cores.",
                       format_number(machine.quota_cores, 2), machine.cores_present);
}

bool needs_only_waiting_threads(const Session& session, const content::Experiment& experiment) {
    for (const std::string& name : experiment.variants) {
        const auto* variant = session.catalogue.variant(experiment.workload, name);
        if (!variant || variant->crew != "threads")
            return false;
    }
    return !experiment.variants.empty();
}

/// The variants that need a card, on a machine that has none.
bool misses_a_card(const Session& session, const content::Experiment& experiment) {
    if (session.machine.has_gpu)
        return false;
    for (const std::string& name : experiment.variants) {
        const auto* variant = session.catalogue.variant(experiment.workload, name);
        if (variant && variant->crew == "card")
            return true;
    }
    return false;
}

/// The variants that need vectors, where one lane is all there is.
bool misses_vectors(const Session& session, const content::Experiment& experiment) {
    return session.machine.simd_lanes_f32 <= 1 &&
           std::ranges::any_of(experiment.variants, [](const std::string& variant) {
               return variant == "simd" || variant == "multicore_simd";
           });
}

void append(std::string& text, const std::string& sentence) {
    if (sentence.empty())
        return;
    if (!text.empty())
        text += ' ';
    text += sentence;
}

} // namespace

double usual_noise(const Session& session) {
    const auto& passport = session.passport.taken;
    return passport && passport->overheads.noise > 0 ? passport->overheads.noise
                                                     : session.machine.noise;
}

bool noise_hides(const Session& session, const content::Experiment& experiment) {
    return !experiment.counts() && experiment.needs_effect > 0 &&
           usual_noise(session) > experiment.needs_effect / 2;
}

std::string cannot_show(const Session& session, const content::Experiment& experiment) {
    const protocol::Machine& machine = session.machine;
    std::string text;
    if (experiment.counts())
        return text; // counts are the same on every machine
    if (machine.cores < experiment.needs_cores &&
        !needs_only_waiting_threads(session, experiment)) {
        append(text, machine.cores == 1 ? std::string("One core cannot run two things at once.")
                                        : fmt::format("This needs {} cores; here there are {}.",
                                                      experiment.needs_cores, machine.cores));
        append(text, quota_words(machine));
        append(text,
               "The run still measures what sharing costs here, and the model shows the rest.");
    } else if (!needs_only_waiting_threads(session, experiment)) {
        append(text, quota_words(machine));
    }
    if (noise_hides(session, experiment))
        append(text,
               fmt::format("Two equal runs differ by {} here, so an effect of {} may not be seen.",
                           format_percent(usual_noise(session)),
                           format_percent(experiment.needs_effect)));
    if (misses_vectors(session, experiment))
        append(text, "No vector unit was found: one lane computes at a time.");
    if (!misses_a_card(session, experiment))
        return text;
    append(text, fmt::format("CUDA: {}.", machine.gpu.empty() ? "no NVIDIA driver found"
                                                              : machine.gpu));
    if (experiment.simulated)
        append(text, "The same kernel is simulated here, lane by lane, and counted.");
    else if (machine.simd_lanes_f32 > 1)
        append(text, fmt::format("Your CPU's vector unit shows the same effect with {} lanes.",
                                 machine.simd_lanes_f32));
    return text;
}

} // namespace lockstep
