// SPDX-License-Identifier: MIT
// One thread for each pixel. The 32 threads of a warp iterate until the last of
// them has left, as W lanes of a vector unit do.
extern "C" __global__ void cuda_1_naive(int* counts, int size, int iterations,
                                        float left, float top, float step) {
    const int x = static_cast<int>(blockIdx.x * blockDim.x + threadIdx.x);
    const int y = static_cast<int>(blockIdx.y * blockDim.y + threadIdx.y);
    if (x >= size || y >= size) return;
    const float cr = left + static_cast<float>(x) * step;
    const float ci = top + static_cast<float>(y) * step;
    float zr = 0, zi = 0;
    int n = 0;
    for (; n < iterations && zr * zr + zi * zi <= 4; ++n) {
        const float next = zr * zr - zi * zi + cr;
        zi = 2 * zr * zi + ci;
        zr = next;
    }
    counts[y * size + x] = n;
}
