// SPDX-License-Identifier: MIT
// Since cuda_2_coalesced_reads: a block turns its 32 x 32 words in shared
// memory, so that loads and stores both touch four sectors. But a column of
// the tile lies in one bank, and reading it takes 32 passes.
extern "C" __global__ void cuda_3_shared(const unsigned* x, unsigned* y,
                                         int n) {
    __shared__ unsigned tile[32][32];
    const unsigned i = threadIdx.x, j = threadIdx.y;
    int col = static_cast<int>(blockIdx.x * 32 + i);
    int row = static_cast<int>(blockIdx.y * 32 + j);
    for (int k = 0; k < 32; k += 8)
        if (col < n && row + k < n) tile[j + k][i] = x[(row + k) * n + col];
    __syncthreads();
    col = static_cast<int>(blockIdx.y * 32 + i);
    row = static_cast<int>(blockIdx.x * 32 + j);
    for (int k = 0; k < 32; k += 8)
        if (col < n && row + k < n) y[(row + k) * n + col] = tile[i][j + k];
}
