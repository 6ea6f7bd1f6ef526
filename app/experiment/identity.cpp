// SPDX-License-Identifier: MIT
// What tells one run from another: its id, its time, and the command that repeats it.
#include "app/experiment/parameters.hpp"
#include "app/experiment/paths.hpp"
#include "app/experiment/sweep.hpp"
#include "sim/base/random.hpp"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <random>
#include <set>

namespace lockstep {

std::string new_uuid() {
    std::random_device entropy;
    std::uint64_t high = (std::uint64_t{entropy()} << 32) | entropy();
    std::uint64_t low = (std::uint64_t{entropy()} << 32) | entropy();
    high = (high & ~0xF000u) | 0x4000u;         // version 4: random
    low = (low & ~(3ull << 62)) | (2ull << 62); // variant of RFC 9562
    return fmt::format("{:08x}-{:04x}-{:04x}-{:04x}-{:012x}", high >> 32, (high >> 16) & 0xFFFF,
                       high & 0xFFFF, low >> 48, low & 0xFFFFFFFFFFFF);
}

std::string utc_now() {
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(now));
}

std::string repeat_command(const Run& run) {
    // Only a lesson says what is counted.
    if (run.quantity == "count" && !run.lesson.empty())
        return join_words({"lockstep", "run", "lesson:" + run.lesson});
    std::vector<std::string> words{"lockstep", "run", run.workload};
    std::set<double> swept;
    std::vector<std::string> variants;
    for (const Series& series : run.planned.empty() ? run.series : run.planned) {
        if (series.provenance == Provenance::Model || series.is_simulated())
            continue;
        variants.push_back(series.variant);
        for (const Estimate& estimate : series.points)
            swept.insert(estimate.x);
    }
    if (!run.x.empty() && !swept.empty()) {
        words.push_back("--sweep");
        words.push_back(fmt::format("{}={}", run.x, fmt::join(swept, ",")));
    }
    for (const auto& [name, value] : run.parameters) {
        if (name == run.x || name == caches_parameter)
            continue;
        words.push_back("--set");
        words.push_back(fmt::format("{}={}", name, value));
    }
    if (run.cache == "cold") {
        words.push_back("--cache");
        words.push_back(run.cache);
    }
    if (!variants.empty()) {
        words.push_back("--variants");
        words.push_back(fmt::format("{}", fmt::join(variants, ",")));
    }
    return join_words(words);
}

} // namespace lockstep
