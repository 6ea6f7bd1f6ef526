// SPDX-License-Identifier: MIT
// What a quiet machine of two cores would have measured: run files for `lockstep-bench --play`,
// made from the lesson's own models and from what its workloads do where these fail, so that every
// walk sees the same numbers and the same picture, and no picture contradicts its text.
#pragma once

#include "app/content/lesson.hpp"
#include "kernels/protocol/messages.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace lockstep::window_tests {

/// On what, and how, the runs are made.
struct PlayedMachine {
    int cores = 2;
    int threads = 0;        ///< 0: one for each core
    bool disturbed = false; ///< another program is there in every second round
    bool wrong = false;     ///< every way of running it but the baseline gives a wrong result
    bool card = false;      ///< it has one, whose clock and copies are known
    double passport_noise = 0.004; ///< between equal runs, as its passport has it
};
constexpr double addition_ns = 5; ///< of one atomic addition by one thread there
protocol::Machine quiet_machine(const PlayedMachine& on = {});

/// The passport of that machine, as the bench plays it. Returns its path; empty after a message.
std::string write_played_passport(const std::filesystem::path& folder, const PlayedMachine& on);

/// A run file for every run that the lesson's text asks for: each experiment at its own settings,
/// each run block at its. Returns their paths.
std::vector<std::string> write_played_runs(const content::Lesson& lesson,
                                           const protocol::Catalogue& catalogue,
                                           const std::filesystem::path& folder,
                                           const PlayedMachine& on = {});

} // namespace lockstep::window_tests
