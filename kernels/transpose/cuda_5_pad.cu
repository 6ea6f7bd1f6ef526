// SPDX-License-Identifier: MIT
// Since cuda_4_padded: how many words a row has is known only at launch, so
// that each width can be tried. The tile is one stretch of shared memory.
extern "C" __global__ void cuda_5_pad(const unsigned* x, unsigned* y, int n,
                                      unsigned width) {
    extern __shared__ unsigned tile[];
    const unsigned i = threadIdx.x, j = threadIdx.y;
    int col = static_cast<int>(blockIdx.x * 32 + i);
    int row = static_cast<int>(blockIdx.y * 32 + j);
    for (unsigned k = 0; k < 32; k += 8)
        if (col < n && row + static_cast<int>(k) < n)
            tile[(j + k) * width + i] =
                x[(row + static_cast<int>(k)) * n + col];
    __syncthreads();
    col = static_cast<int>(blockIdx.y * 32 + i);
    row = static_cast<int>(blockIdx.x * 32 + j);
    for (unsigned k = 0; k < 32; k += 8)
        if (col < n && row + static_cast<int>(k) < n)
            y[(row + static_cast<int>(k)) * n + col] = tile[i * width + j + k];
}
