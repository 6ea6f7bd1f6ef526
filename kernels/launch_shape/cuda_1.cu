// SPDX-License-Identifier: MIT
// One thread for each item. The blocks of the grid hold at least as many
// threads as there are items; those beyond the last item have nothing to do.
extern "C" __global__ void cuda_1(float a, const float* x, const float* y,
                                  float* z, int items) {
    const int i = static_cast<int>(blockIdx.x * blockDim.x + threadIdx.x);
    if (i >= items) return;
    z[i] = a * x[i] + y[i];
}
