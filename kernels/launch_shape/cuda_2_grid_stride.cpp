// SPDX-License-Identifier: MIT
// The plan of cuda_2_grid_stride.cu: as many blocks as were asked for, however
// many items there are.
#include "kernels/launch_shape/launch_shape.hpp"

namespace lockstep::launch_shape {

LaunchPlan cuda_2_grid_stride(const LaunchShape& job, int input) {
    return job.plan("cuda_2_grid_stride", static_cast<unsigned>(job.grid),
                    input);
}

} // namespace lockstep::launch_shape

namespace lockstep {
extern const Variant launch_shape_cuda_2_grid_stride{
    "launch_shape",
    "cuda_2_grid_stride",
    Crew::Card,
    nullptr,
    &ErasedPlan<&launch_shape::cuda_2_grid_stride>::plan,
    "A grid of a chosen size strides over the items.",
    "cuda_2_grid_stride",
    "kernels/launch_shape/cuda_2_grid_stride.cu",
};
}
