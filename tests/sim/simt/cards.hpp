// SPDX-License-Identifier: MIT
// Cards for tests, with the figures of NVIDIA's table of compute capabilities. The files in
// assets/devices have tests of their own in tests/app/content.
#pragma once

#include "sim/simt/device.hpp"

namespace lockstep::simt {

/// What all of them have in common since Volta.
inline Device card(int warps_per_sm, int blocks_per_sm, int shared_kib, int opt_in_kib) {
    Device device;
    device.sms = 1;
    device.schedulers_per_sm = 4;
    device.boost_clock_mhz = 1000;
    device.dram_bandwidth_gb_s = 100;
    device.l2_bytes = 1 << 20;
    device.warps_per_sm = warps_per_sm;
    device.threads_per_sm = 32 * warps_per_sm;
    device.blocks_per_sm = blocks_per_sm;
    device.threads_per_block = 1024;
    device.registers_per_sm = device.registers_per_block = 65536;
    device.registers_per_thread = 255;
    device.register_unit = 256;
    device.warp_granularity = 4;
    device.shared_bytes_per_sm = shared_kib * 1024;
    device.shared_bytes_per_block = 48 * 1024;
    device.shared_bytes_per_block_opt_in = opt_in_kib * 1024;
    device.shared_bytes_reserved = 1024;
    device.shared_unit_bytes = 128;
    device.sector_bytes = 32;
    device.line_bytes = 128;
    device.banks = 32;
    device.arithmetic = {4, "a test"};
    device.shared = {20, "a test"};
    device.l1_hit = {30, "a test"};
    device.l2_hit = {200, "a test"};
    device.dram = {400, "a test"};
    return device;
}

inline Device turing() { // 7.5
    Device device = card(32, 16, 64, 64);
    device.shared_bytes_reserved = 0;
    device.shared_unit_bytes = 256;
    return device;
}
inline Device a100() { // 8.0
    Device device = card(64, 32, 164, 163);
    device.sms = 108;
    return device;
}
inline Device ampere() { // 8.6
    return card(48, 16, 100, 99);
}
inline Device ada() { // 8.9
    return card(48, 24, 100, 99);
}
inline Device hopper() { // 9.0
    return card(64, 32, 228, 227);
}

} // namespace lockstep::simt
