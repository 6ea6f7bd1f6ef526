// SPDX-License-Identifier: MIT
// The plan of cuda_1.cu: as many blocks as it takes to have a thread for each
// item.
#include "kernels/launch_shape/launch_shape.hpp"

namespace lockstep::launch_shape {

LaunchPlan cuda_1(const LaunchShape& job, int input) {
    return job.plan("cuda_1", static_cast<unsigned>(job.blocks()), input);
}

} // namespace lockstep::launch_shape

namespace lockstep {
extern const Variant launch_shape_cuda_1{
    "launch_shape",
    "cuda_1",
    Crew::Card,
    nullptr,
    &ErasedPlan<&launch_shape::cuda_1>::plan,
    "One CUDA thread for each item.",
    "cuda_1",
    "kernels/launch_shape/cuda_1.cu",
};
}
