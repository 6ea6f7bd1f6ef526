// SPDX-License-Identifier: MIT
// One filled message of every kind: every field differs from its default, so that a field which is
// not carried over shows.
#pragma once

#include "kernels/protocol/messages.hpp"

namespace lockstep::protocol::examples {

inline Catalogue catalogue() {
    ParameterInfo share{"f", "shared part", "1", 0, 1, 0.5, true, true, {"work", "wait"}};
    ParameterInfo piece{"piece_us", "size of one piece", "us", 0.05, 1000, 20, true, false, {}};
    VariantInfo multicore{"multicore",
                          "One piece after another, by whoever is free.",
                          "amdahl_multicore",
                          "kernels/amdahl/multicore.cpp",
                          "arena",
                          true,
                          "amdahl"};
    WorkloadInfo amdahl{"amdahl",
                        "A job with a serial part",
                        "Half of it is \"serial\".\n",
                        "step",
                        {share, piece},
                        {multicore}};
    return {{amdahl, {"chains", "Chains", "Queues.", "chain", {}, {}}}};
}

inline Machine machine() {
    return {"abc123",
            "2 cores, AVX-512, 24 GiB",
            "A processor",
            2,
            4,
            8,
            1.5,
            "AVX-512",
            16,
            128,
            23.5,
            true,
            true,
            "no NVIDIA driver found",
            21.5,
            5.75,
            80,
            155,
            14.5,
            25,
            0.004,
            {"This container may use 1.5 of 8 cores.", "Größe: ü"},
            120000};
}

/// Two sockets of a hybrid machine, one core of which may not be used, and a card.
inline Passport passport() {
    Passport all;
    all.edition = passport_edition;
    all.taken = "2026-11-26T05:13:34Z";
    all.seconds = 3.5;
    all.disturbed = 2;
    all.layout = {2,
                  {{"P", 1, 4.5}, {"E", 1, 3.25}},
                  {{0, 0, 0, {0, 1}, true}, {1, 1, 1, {2}, false}},
                  {{0, 16, {0, 1}}, {1, 8, {2}}},
                  {{1, "data", 32768, 64, 8, 2, 2, {{0, 1}, {2}}}}};
    all.surroundings = {"KVM", "performance", "0-1", true, "cycles"};
    GpuInfo& gpu = all.gpu;
    gpu.present = true;
    gpu.name = "A card";
    gpu.compute_capability = "9.0";
    gpu.multiprocessors = 132, gpu.warp_size = 32;
    gpu.threads_per_block = 1024, gpu.threads_per_multiprocessor = 2048;
    gpu.blocks_per_multiprocessor = 24, gpu.registers_per_multiprocessor = 65536;
    gpu.shared_bytes_per_block = 232448, gpu.shared_bytes_per_multiprocessor = 233472;
    gpu.memory_gib = 139.5, gpu.l2_bytes = 62914560, gpu.clock_ghz = 1.75;
    gpu.memory_bus_bits = 6144, gpu.driver = "13.0";
    gpu.to_card_gb_s = 55.5, gpu.from_card_gb_s = 52.25, gpu.memory_gb_s = 4000;
    gpu.launch_ns = 6500;
    all.peaks = {{"AVX-512", 16, true, 2, 160, 80, 310, 155}};
    all.triads = {{"L1", 1, 16384, 90}, {"memory", 1, 2e8, 14.5}, {"memory", 2, 1e8, 25}};
    all.latencies = {{0, 1, 2}, {{}, {21.5}, {130, 131.5}}, 3};
    all.overheads = {20.5, 1, 15000, 250, 2, 35, 0.004};
    all.remarks = {"One thing could not be had."};
    return all;
}

inline PointRequest point() {
    return {7, "amdahl", "multicore", {{"f", 0.25}, {"p", 2}}};
}

/// Two steps, the first of which loads, by two lanes that are not side by side.
inline Steps steps() {
    return {"t1",   4000,
            {1, 1}, {2, 2},
            {7, 8}, {31, 32},
            {0, 1}, {~0u, 3},
            {3, 1}, {0, 1},
            {0, 3}, {{1, 12}, {2, 5, 1, 13}},
            {0},    {2},
            {1},    {16},
            {5},    {123145302310912},
            {0},    {{0, 48}},
            {1},    {"Two threads."}};
}

inline std::vector<ToBench> to_bench() {
    return {RunRequest{"r1", {point(), {8, "amdahl", "serial", {}}}, 2.5, 0.02, "cold"},
            Go{"r1", 1234567890123456789, 1234567890123456999},
            PassportRequest{"p1", true},
            PictureRequest{"q1", point()},
            SimulateRequest{
                "s1",
                {point()},
                {{"mine.ptx", ".entry add", "add", {4, 2, 1}, {128}, 64, {{"f32", 512, "iota"}}}},
                8,
                2,
                true,
                2.5,
                0,
                12.5,
                12,
                3,
                ".version 8.0",
                "void add();",
                {{"sms", 132}, {"compute_capability", 9}},
                {{"add", 90, 22, 1024, 8}},
                true,
                true},
            StepsRequest{"t1", 4'000'000'000, 500},
            RegistersRequest{"t2", 4123, 2, 7, true, 500},
            SharedRequest{"t3", 4123, 16, 32},
            SeekRequest{"t4", 4123, true, "line", 3, 12, 1, 2, 9, true},
            OverviewRequest{"t6", 4000, 8000, 80},
            PtxRequest{"t5", 11, 40}};
}

inline OccupancyInfo occupancy() {
    return {{"add", 90, 22, 1024, 8}, "No compiler.", 16, 2, 4, 0.5, 2112, 3072,
            {"warps", "registers"},   "Too large."};
}

inline Samples samples() {
    return {"r1",
            7,
            {11, 12},
            {2501000.25, 1e-3},
            {{1, 2}, {3, 4}},
            {5, 6},
            {7, 8},
            {9, 10},
            {16, 16},
            {0, 12.5},
            {3.5, 4.5},
            {60.5, 70.5},
            {0, sample_pilot | sample_redraw}};
}

inline std::vector<FromBench> from_bench() {
    Spans spans{"r1", 7, 99.5, {0, 1}, {2, 3}, {4, 5}, {0, 2}, {0, 10.5}, {10, 20.25}};
    Picture picture{"r1", 7, 2, 1, 1, 1, std::vector<std::byte>(8, std::byte{'\n'})};
    return {Hello{version, "lockstep-bench 1.0.0", catalogue(), machine()},
            PassportAnswer{"p1", machine(), passport()},
            Progress{"r1", 450, true, "pilot", 3, 41, 2.25},
            samples(),
            PointState{"r1", 7, PointStatus::Disturbed, "Another program.", 12, 4096, 2, 1.99},
            spans,
            picture,
            Simulated{"s1",
                      7,
                      PointStatus::Wrong,
                      "Not serial's.",
                      "add",
                      {4, 2, 1},
                      {128},
                      {{"branches", 12}},
                      {{"race", "Two threads.", true, 31, 12, {1, 0, 0}, 37, 5, 3}},
                      true,
                      "One core only.",
                      0.25,
                      {1, 2.5},
                      4096,
                      7,
                      {12, 4'000'000'000, 8, 4096, 80, true, true, {"add"}, {"", "add.cu"}},
                      {occupancy()},
                      {{"add", 75, 24, 1024, 0}, {"add", 90, 22, 1024, 8}}},
            steps(),
            Registers{"t2",
                      4123,
                      2,
                      1,
                      ~0u,
                      500,
                      502,
                      {"%r1", "%p2"},
                      {"b32", "pred"},
                      {1, 0},
                      {{-7}, {0, 1}},
                      {{}, {3}}},
            SharedBytes{"t3", 4123, 16, 4096, "00ff"},
            SoughtStep{"t4", 4200},
            Overview{"t6", 4000, 8000, 4, {"91wx", "...8"}},
            PtxText{"t5", 11, 80, {".version 8.0", "add.s32 %r1, %r2, %r3;"}},
            Done{"r1", true, 3.75, {"The clock jumped."}},
            ErrorMessage{"r1", {"run r1", "unknown workload 'amdal'.", "Did you mean 'amdahl'?"}}};
}

} // namespace lockstep::protocol::examples
