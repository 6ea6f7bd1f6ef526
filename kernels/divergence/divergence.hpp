// SPDX-License-Identifier: MIT
// Lanes that share one instruction, and a branch at which some of them leave.
//     for (int lane = 0; lane < lanes; ++lane)
//         for (int step = 0; step < steps; ++step) {
//             v[lane] = 0.5f * (v[lane] + x[step][lane]);
//             for (int i = 0; i < length; ++i)     // own r for each path
//                 v[lane] = r[path[step][lane]] * v[lane] * (1 - v[lane]);
//             y[step][lane] = v[lane];
//         }
// A chain of 3 flops after 12 bytes: the paths that a group takes set the time.
#pragma once

#include "kernels/measure/workload.hpp"

#include <array>

namespace lockstep {

inline constexpr int divergence_steps = 64; ///< a lane's numbers, in a chain
inline constexpr int divergence_paths = 32; ///< one for each lane of a warp

/// Each path is the logistic map with an r of its own: chaotic, so that every
/// bit of the way shows in the end, and always between 0 and 1.
inline constexpr float divergence_r[divergence_paths] = {
    3.900f,  3.905f,  3.910f,  3.915f,  3.920f,  3.925f,  3.930f,  3.935f,
    3.940f,  3.945f,  3.950f,  3.955f,  3.960f,  3.965f,  3.970f,  3.975f,
    3.9025f, 3.9075f, 3.9125f, 3.9175f, 3.9225f, 3.9275f, 3.9325f, 3.9375f,
    3.9425f, 3.9475f, 3.9525f, 3.9575f, 3.9625f, 3.9675f, 3.9725f, 3.9775f};

struct Divergence : Problem {
    int lanes = 0;  ///< numbers worked on at a time, if there were room
    int stride = 0; ///< lanes rounded up to 64; the rest has path -1
    int group = 1;  ///< W: lanes that share one instruction
    int length = 1; ///< operations of a path, known only at run time
    int paths = 2;
    bool skip = true; ///< leave out a path that no lane of the group wants
    std::array<std::vector<float>, input_count> x;  ///< [step][stride]
    std::array<std::vector<int>, input_count> path; ///< [step][stride]
    mutable std::vector<float> y;                   ///< [step][stride]

    int at(int step, int lane) const { return step * stride + lane; }

    /// Lane steps that somebody wanted: each lane walks one path a step.
    double wanted() const {
        return static_cast<double>(lanes) * divergence_steps * length;
    }

    /// What goes up and comes back for a kernel of a thread for each lane.
    LaunchPlan plan(std::string kernel, int input) const;

    /// The last row in 64 bits: a lane's last number holds all its others.
    std::uint64_t fold(std::span<const float> numbers) const;
    void forget_results() const override;
};

extern const Workload divergence_workload;

} // namespace lockstep
