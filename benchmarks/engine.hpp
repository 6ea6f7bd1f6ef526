// SPDX-License-Identifier: MIT
// Kernels through the warp simulator, for the figures that are the simulator's.
#pragma once

#include "kernels/measure/workload.hpp"
#include "sim/simt/simulate.hpp"

#include <string>
#include <vector>

namespace lockstep::benchmarks {

/// A launch or several, ready to be simulated again and again from the same memory.
struct EngineKernel {
    std::string name; ///< "reduction/cuda_1_interleaved"
    std::shared_ptr<const ptx::Module> module;
    std::vector<std::vector<std::byte>> buffers;
    std::vector<lockstep::Launch> launches;
};

/// Every CUDA kernel of the project, with the parameters that its workload has by default; those
/// that take less than `least_s` on one core get twice as much to do until they do not.
Result<std::vector<EngineKernel>> engine_kernels(double least_s = 0);
/// A loop of arithmetic on floats and integers with nothing else in it.
Result<EngineKernel> arithmetic_kernel();

struct EngineRun {
    double seconds = 0;           ///< of the clock
    double processor_seconds = 0; ///< of this thread
    double all_seconds = 0;       ///< of processor time, of all threads
    simt::Counters counters;
    bool side_by_side = false; ///< on several cores, but for launches of one block
    /// Lane instructions, counted as 32 for each warp instruction, in 1e9 a second of processor
    /// time.
    double rate_g() const {
        return 32e-9 * static_cast<double>(counters.instructions_executed) / processor_seconds;
    }
};

/// One simulation; the memory is made ready outside the stamps.
Result<EngineRun> run_once(const EngineKernel& kernel, const simt::Options& options);
/// The fastest of at least three, within about half a second.
Result<EngineRun> run_best(const EngineKernel& kernel, const simt::Options& options);

/// Of this thread, or of all of the program.
double processor_seconds();
double all_processor_seconds();

} // namespace lockstep::benchmarks
