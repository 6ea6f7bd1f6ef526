// SPDX-License-Identifier: MIT
// Kernels beside the small catalogue of support.hpp, an experiment that counts them, and a second
// bench that answers from a formula.
#pragma once

#include "tests/app/experiment/scene.hpp"

#include <gtest/gtest.h>

namespace lockstep::testing_support {

protocol::Catalogue kernels();

/// Sectors a request of cuda_1 over f.
content::Experiment counting();

/// Beside the time of simd, counted against f = 0.
content::Experiment beside_time();

PlannedRun plan_counted(const content::Experiment& experiment, Values sliders = {},
                        const lockstep::Run* previous = nullptr,
                        const content::Comparison* compare = nullptr);

/// 4 sectors a request at f = 0, 32 at f = 1.
protocol::Simulated counts_at(const std::string& id, const protocol::PointRequest& point);

void fill_counts(lockstep::Run& run, const protocol::SimulateRequest& request);

/// A session whose lesson counts, guessed and ready to run.
struct CountedScene : Scene {
    explicit CountedScene(content::Experiment experiment = counting());

    static content::RunBody counted_gate();

    /// Answers the last simulation; `most` ends it early, without its done.
    void count(std::size_t most = 1000);
};

} // namespace lockstep::testing_support
