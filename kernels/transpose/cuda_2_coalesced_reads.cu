// SPDX-License-Identifier: MIT
// Since cuda_1_naive: neighbouring threads have neighbouring columns. Now each
// load touches four sectors and each store 32; the sum is what it was.
extern "C" __global__ void cuda_2_coalesced_reads(const unsigned* x,
                                                  unsigned* y, int n) {
    const int col = static_cast<int>(blockIdx.x * 32 + threadIdx.x);
    const int row = static_cast<int>(blockIdx.y * 32 + threadIdx.y);
    for (int k = 0; k < 32; k += 8)
        if (col < n && row + k < n)
            y[col * n + row + k] = x[(row + k) * n + col];
}
