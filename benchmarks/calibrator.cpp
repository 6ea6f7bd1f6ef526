// SPDX-License-Identifier: MIT
// Compiled once for each instruction set; the best one that the machine has is taken.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "benchmarks/calibrator.cpp"
#include <hwy/foreach_target.h>
//
#include "benchmarks/calibrator.hpp"
#include "benchmarks/engine.hpp"

#include <cstdint>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace lockstep::benchmarks {
namespace HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

/// Registers of 32 floats: register r becomes r + 1 times r + 2 plus itself.
void fma_rounds(float* registers, int count, int rounds) {
    const hn::CappedTag<float, 32> d;
    for (int round = 0; round < rounds; ++round)
        for (int r = 0; r + 2 < count; ++r)
            for (std::size_t i = 0; i < 32; i += hn::Lanes(d)) {
                float* at = registers + 32 * r + i;
                hn::Store(hn::MulAdd(hn::Load(d, at + 32), hn::Load(d, at + 64), hn::Load(d, at)),
                          d, at);
            }
}

void gather_rounds(const float* table, std::int32_t* indices, float* out, int rounds) {
    const hn::CappedTag<float, 32> d;
    const hn::Rebind<std::int32_t, decltype(d)> di;
    for (int round = 0; round < rounds; ++round)
        for (std::size_t i = 0; i < 32; i += hn::Lanes(d)) {
            const auto index = hn::Load(di, indices + i);
            hn::Store(hn::GatherIndex(d, table, index), d, out + i);
            hn::Store(hn::And(hn::Add(index, hn::Set(di, 37)), hn::Set(di, 4095)), di, indices + i);
        }
}

} // namespace HWY_NAMESPACE
} // namespace lockstep::benchmarks
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
#include "benchmarks/client.hpp"

#include <algorithm>
#include <barrier>
#include <fmt/format.h>
#include <thread>
#include <vector>

namespace lockstep::benchmarks {

HWY_EXPORT(fma_rounds);
HWY_EXPORT(gather_rounds);

static Calibration calibrate() {
    constexpr int registers = 34, rounds = 20'000;
    alignas(64) static float values[32 * registers];
    alignas(64) static std::int32_t indices[32];
    alignas(64) static float out[32];
    static float table[4096];
    std::ranges::fill(values, 1e-3f);
    for (std::int32_t i = 0; i < 32; ++i)
        indices[i] = i * 129;
    Calibration best;
    for (int k = 0; k < 7; ++k) {
        double begin = processor_seconds();
        HWY_DYNAMIC_DISPATCH(fma_rounds)(values, registers, rounds);
        best.fma_g = std::max(best.fma_g,
                              1e-9 * 32 * (registers - 2) * rounds / (processor_seconds() - begin));
        begin = processor_seconds();
        HWY_DYNAMIC_DISPATCH(gather_rounds)(table, indices, out, 8 * rounds);
        best.gather_g =
            std::max(best.gather_g, 1e-9 * 32 * 8 * rounds / (processor_seconds() - begin));
    }
    return best;
}

/// Wall time of the fma loop on each of so many threads at once. The threads read the clock: who
/// lets them go needs a core of his own to see when that was.
static double together_ms(int threads) {
    constexpr int registers = 34, rounds = 200'000; // far longer than a thread takes to wake
    struct alignas(64) Own {
        float values[32 * registers];
        double begin_ms, end_ms;
    };
    std::vector<Own> own(static_cast<std::size_t>(threads));
    std::barrier start(threads);
    std::vector<std::jthread> team;
    for (Own& one : own) {
        std::ranges::fill(one.values, 1e-3f);
        team.emplace_back([&] {
            start.arrive_and_wait();
            one.begin_ms = now_ms();
            HWY_DYNAMIC_DISPATCH(fma_rounds)(one.values, registers, rounds);
            one.end_ms = now_ms();
        });
    }
    team.clear(); // joins them
    return std::ranges::max_element(own, {}, &Own::end_ms)->end_ms -
           std::ranges::min_element(own, {}, &Own::begin_ms)->begin_ms;
}

double both_cores_over_one() {
    double one_ms = 1e9, two_ms = 1e9;
    for (int k = 0; k < 25; ++k) {
        one_ms = std::min(one_ms, together_ms(1));
        two_ms = std::min(two_ms, together_ms(2));
    }
    return 2 * one_ms / two_ms;
}

const Calibration& calibration() {
    static const Calibration known = calibrate();
    return known;
}

std::string beside_calibration(double rate_g) {
    const Calibration& best = calibration();
    return fmt::format("{:.2g} of 32-lane fmas ({:.3g} G/s), {:.2g} of gathers ({:.3g} G/s)",
                       rate_g / best.fma_g, best.fma_g, rate_g / best.gather_g, best.gather_g);
}

} // namespace lockstep::benchmarks
#endif
