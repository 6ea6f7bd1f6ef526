// SPDX-License-Identifier: MIT
// What else a core may have to do while something is measured on it. These are
// stand-ins, threads of ours beside the work, since nobody can order a virus
// scanner for a lesson; but what they take from the work they really take.
#pragma once

#include "kernels/measure/workload.hpp"
#include "sim/base/random.hpp"

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <ctime>
#include <mutex>
#include <thread>
#include <vector>

namespace lockstep {

/// A thread on the caller's core, from here to the end of the scope.
class Company {
  public:
    Company(const Company&) = delete;
    Company& operator=(const Company&) = delete;

  protected:
    Company() = default;
    ~Company() = default; // m_thread asks it to stop, and waits

    static double own_ns() {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return 1e9 * static_cast<double>(time.tv_sec) +
               static_cast<double>(time.tv_nsec);
    }

    /// Does pieces until it has had so much of the core.
    static void keep_busy(const std::stop_token& stop, double wanted_ns,
                          auto&& piece) {
        const double begin_ns = own_ns();
        while (!stop.stop_requested() && own_ns() - begin_ns < wanted_ns)
            piece();
    }

    void sleep(const std::stop_token& stop, double ns) {
        std::unique_lock lock(m_mutex);
        m_wake.wait_for(lock, stop,
                        std::chrono::duration<double, std::nano>(ns),
                        [] { return false; });
    }

    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::jthread m_thread; ///< last: it ends before what it waits on
};

/// Another program. It wakes fifty times a second, at times that nobody
/// knows beforehand, and wants its share of the core.
class Neighbour : Company {
  public:
    explicit Neighbour(double share) {
        if (share <= 0) return;
        m_thread = std::jthread([this, share](std::stop_token stop) {
            Random lots(static_cast<std::uint64_t>(Recorder::now_ns()));
            for (int turn = 0; !stop.stop_requested(); ++turn) {
                // The first gap ends anywhere in a period.
                const double mean = turn == 0 ? 0.5 : 1 - share;
                sleep(stop, 2 * lots.uniform() * mean * period_ns);
                std::uint64_t x = 1;
                keep_busy(stop, share * period_ns, [&] { x = chain(x, 4096); });
            }
        });
    }

  private:
    static constexpr double period_ns = 20e6;
};

/// A window of 1440 x 900 that is drawn 60 times a second by the processor,
/// as it is where no graphics card does it: ten milliseconds a frame.
class Redraw : Company {
  public:
    Redraw() {
        m_thread = std::jthread([this](std::stop_token stop) {
            std::vector<std::uint32_t> pixels(1440 * 900);
            std::size_t row = 0;
            while (!stop.stop_requested()) {
                const auto begin = std::chrono::steady_clock::now();
                keep_busy(stop, frame_ns, [&] { paint(pixels, row++ % 900); });
                const std::chrono::duration<double, std::nano> took =
                    std::chrono::steady_clock::now() - begin;
                if (took.count() < period_ns)
                    sleep(stop, period_ns - took.count());
            }
        });
    }

  private:
    static constexpr double period_ns = 1e9 / 60, frame_ns = 10e6;

    /// A colour laid over one row, a quarter opaque.
    static void paint(std::vector<std::uint32_t>& pixels, std::size_t row) {
        for (std::size_t i = 1440 * row; i < 1440 * (row + 1); ++i)
            pixels[i] =
                pixels[i] - ((pixels[i] >> 2) & 0x3F3F3F3Fu) + 0x10203040u;
    }
};

} // namespace lockstep
