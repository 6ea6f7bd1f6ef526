// SPDX-License-Identifier: MIT
// One thread for four words. Neighbouring threads read from neighbouring rows,
// n words apart: each load of a warp touches 32 sectors, each store four.
extern "C" __global__ void cuda_1_naive(const unsigned* x, unsigned* y, int n) {
    const int row = static_cast<int>(blockIdx.x * 32 + threadIdx.x);
    const int col = static_cast<int>(blockIdx.y * 32 + threadIdx.y);
    for (int k = 0; k < 32; k += 8)
        if (row < n && col + k < n)
            y[(col + k) * n + row] = x[row * n + col + k];
}
