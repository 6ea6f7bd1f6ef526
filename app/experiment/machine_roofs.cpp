// SPDX-License-Identifier: MIT
#include "app/experiment/machine_roofs.hpp"

#include "app/experiment/roofline.hpp"

namespace lockstep {

void put_roofs(protocol::Machine& machine, const protocol::Passport& passport) {
    const auto one = roofline_of_one(passport);
    if (!one)
        return;
    machine.peak_gflops = one->peak_gflops;
    machine.memory_gb_s = one->memory_gb_s;
    const auto all = roofline_of_all(passport);
    machine.peak_gflops_all = all ? all->peak_gflops : one->peak_gflops;
    machine.memory_gb_s_all = all ? all->memory_gb_s : one->memory_gb_s;
}

void keep_roofs(protocol::Machine& machine, const protocol::Machine& before) {
    machine.peak_gflops = before.peak_gflops;
    machine.memory_gb_s = before.memory_gb_s;
    machine.peak_gflops_all = before.peak_gflops_all;
    machine.memory_gb_s_all = before.memory_gb_s_all;
}

} // namespace lockstep
