// SPDX-License-Identifier: MIT
// Since cuda_1: the grid may be of any size. A thread goes on to the item that
// lies as far ahead as there are threads, until there is none.
extern "C" __global__ void cuda_2_grid_stride(float a, const float* x,
                                              const float* y, float* z,
                                              int items) {
    const int threads = static_cast<int>(gridDim.x * blockDim.x);
    int i = static_cast<int>(blockIdx.x * blockDim.x + threadIdx.x);
#pragma unroll 1
    for (; i < items; i += threads)
        z[i] = a * x[i] + y[i];
}
