// SPDX-License-Identifier: MIT
// The sentences; the rows of numbers stand in passport_rows.cpp.
#include "app/experiment/passport_words.hpp"

#include "app/experiment/latency_groups.hpp"
#include "app/experiment/roofline.hpp"
#include "sim/base/units.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace lockstep {

namespace {

using protocol::Passport;

/// "2026-11-26T05:13:34Z" as people write it; what is not so stays as it is.
std::string date_words(const std::string& taken) {
    if (taken.size() < 16 || taken[10] != 'T')
        return taken;
    return fmt::format("{}, {} UTC", taken.substr(0, 10), taken.substr(11, 5));
}

std::string number(double value) {
    return format_number(value, 3);
}

/// "One core computes at most 80 Gflop/s with doubles and brings 14.5 GB/s from memory."
std::string roofline_sentence(const Roofline& roof, const Roofline* one) {
    const std::string who = roof.workers == 1   ? "One core computes"
                            : roof.workers == 2 ? "Both cores compute"
                                                : fmt::format("All {} cores compute", roof.workers);
    const std::string memory = roof.workers == 1 ? "brings" : "bring";
    std::string words =
        fmt::format("{} at most {} Gflop/s with doubles and {} {} GB/s from memory: a kernel with "
                    "fewer than {} flops for each byte waits for memory.",
                    who, number(roof.peak_gflops), memory, number(roof.memory_gb_s),
                    format_number(roof.ridge(), 2));
    if (one)
        words += fmt::format(" That is {} times the flops of one core, and {} times its bytes.",
                             format_number(roof.peak_gflops / one->peak_gflops, 2, Zeros::Keep),
                             format_number(roof.memory_gb_s / one->memory_gb_s, 2, Zeros::Keep));
    return words;
}

std::string latency_sentence(const Passport& passport) {
    const auto groups = latency_groups(passport.layout, passport.latencies);
    if (groups.empty())
        return {};
    const LatencyGroup& near = groups.front();
    std::string words =
        fmt::format("A cache line goes from one core to another in {} ns", number(near.median_ns));
    if (groups.size() > 1)
        words += fmt::format(" ({}) to {} ns ({})", near.words, number(groups.back().median_ns),
                             groups.back().words);
    return words + ".";
}

} // namespace

Provenance provenance_of(const PassportState& state) {
    return state.kept ? Provenance::Recorded : Provenance::Measured;
}

std::string taken_words(const PassportState& state) {
    if (!state.taken)
        return {};
    if (state.kept)
        return fmt::format("measured {}, and kept since", date_words(state.taken->taken));
    return fmt::format("measured just now, in {} s", format_number(state.taken->seconds, 2));
}

std::string machine_sentence(const protocol::Machine& machine, const PassportState& state) {
    std::string words = machine.cpu.empty() ? std::string("This computer") : machine.cpu;
    const std::string plural = machine.cores_present == 1 ? "" : "s";
    words += machine.cores == machine.cores_present
                 ? fmt::format(": {} core{}", machine.cores, plural)
                 : fmt::format(": {} of {} core{}", machine.cores, machine.cores_present, plural);
    if (!machine.simd.empty())
        words += ", " + machine.simd;
    if (machine.memory_gib > 0)
        words += fmt::format(", {:.0f} GiB", machine.memory_gib);
    const std::string hypervisor = state.taken ? state.taken->surroundings.hypervisor : "";
    if (!hypervisor.empty())
        words += fmt::format(", in a virtual machine ({})", hypervisor);
    else if (machine.virtual_machine)
        words += ", in a virtual machine";
    return words + ".";
}

std::vector<std::string> passport_sentences(const Passport& passport) {
    std::vector<std::string> sentences;
    const auto one = roofline_of_one(passport), all = roofline_of_all(passport);
    if (one)
        sentences.push_back(roofline_sentence(*one, nullptr));
    if (all && all->workers > 1)
        sentences.push_back(roofline_sentence(*all, one ? &*one : nullptr));
    if (std::string words = latency_sentence(passport); !words.empty())
        sentences.push_back(std::move(words));
    if (passport.overheads.noise > 0)
        sentences.push_back(fmt::format("Two equal runs differ by {} here: a smaller effect "
                                        "may not be seen.",
                                        format_percent(passport.overheads.noise)));
    return sentences;
}

} // namespace lockstep
