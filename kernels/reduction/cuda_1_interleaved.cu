// SPDX-License-Identifier: MIT
// A block folds 256 numbers in shared memory, in eight steps. In each step the
// threads that still add stand between threads that do not, so that every warp
// takes part to the end, with ever fewer of its lanes.
extern "C" __global__ void cuda_1_interleaved(const unsigned* x, unsigned* sums,
                                              int n) {
    __shared__ unsigned part[256];
    const unsigned t = threadIdx.x;
    const int i = static_cast<int>(blockIdx.x * blockDim.x + t);
    part[t] = i < n ? x[i] : 0;
    __syncthreads();
#pragma unroll 1
    for (unsigned step = 1; step < blockDim.x; step *= 2) {
        if (t % (2 * step) == 0) part[t] += part[t + step];
        __syncthreads();
    }
    if (t == 0) sums[blockIdx.x] = part[0];
}
