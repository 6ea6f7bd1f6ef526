// SPDX-License-Identifier: MIT
// What the played machine says of itself.
#include "app/experiment/passport_file.hpp"
#include "tests/app/demo_passport.hpp"
#include "tests/window/played_runs.hpp"

#include <algorithm>
#include <cstdio>

namespace lockstep::window_tests {

protocol::Machine quiet_machine(const PlayedMachine& on) {
    const int cores = on.cores;
    protocol::Machine machine;
    machine.hash = "played";
    machine.name = std::to_string(cores) + (cores == 1 ? " core" : " cores") + ", AVX-512, 24 GiB";
    machine.cpu = "a machine that is played";
    machine.cores = machine.cores_present = cores;
    machine.threads = std::max(cores, on.threads);
    machine.simd = "AVX-512";
    machine.simd_lanes_f32 = 16;
    machine.memory_gib = 24;
    machine.has_gpu = on.card;
    machine.gpu = on.card ? "a card that is played" : "no NVIDIA driver found";
    machine.timer_ns = 25;
    machine.atomic_add_ns = addition_ns;
    machine.peak_gflops = 48;
    machine.peak_gflops_all = 48 * cores;
    machine.memory_gb_s = 12;
    machine.memory_gb_s_all = cores > 1 ? 18 : 12;
    machine.noise = 0.003;
    return machine;
}

std::string write_played_passport(const std::filesystem::path& folder, const PlayedMachine& on) {
    protocol::PassportAnswer answer{"", quiet_machine(on), demo::two_cores()};
    answer.passport.overheads.noise = on.passport_noise;
    if (const auto kept = keep_passport(folder, answer); !kept) {
        std::fprintf(stderr, "%s\n", kept.error().text().c_str());
        return {};
    }
    return passport_file(folder, answer.machine.hash).string();
}

} // namespace lockstep::window_tests
