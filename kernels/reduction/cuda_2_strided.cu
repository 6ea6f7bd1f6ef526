// SPDX-License-Identifier: MIT
// Since cuda_1_interleaved: the threads that still add are the first ones, so
// that whole warps leave. But their numbers lie 2, 4, 8 words apart, and meet
// in the same banks.
extern "C" __global__ void cuda_2_strided(const unsigned* x, unsigned* sums,
                                          int n) {
    __shared__ unsigned part[256];
    const unsigned t = threadIdx.x;
    const int i = static_cast<int>(blockIdx.x * blockDim.x + t);
    part[t] = i < n ? x[i] : 0;
    __syncthreads();
#pragma unroll 1
    for (unsigned step = 1; step < blockDim.x; step *= 2) {
        const unsigned at = 2 * step * t;
        if (at < blockDim.x) part[at] += part[at + step];
        __syncthreads();
    }
    if (t == 0) sums[blockIdx.x] = part[0];
}
