// SPDX-License-Identifier: MIT
// Since cuda_4_first_add: lanes of a warp hand each other their sums, register
// to register. Shared memory holds one sum of each warp, and there is one
// barrier instead of nine.
static __device__ __forceinline__ unsigned sum_of_warp(unsigned sum) {
#pragma unroll 1
    for (unsigned step = 16; step > 0; step /= 2)
        sum += __shfl_down_sync(0xffffffffu, sum, step);
    return sum;
}

extern "C" __global__ void cuda_5_shuffle(const unsigned* x, unsigned* sums,
                                          int n) {
    __shared__ unsigned part[32];
    const unsigned t = threadIdx.x, lane = t % 32, warp = t / 32;
    const int i = static_cast<int>(blockIdx.x * blockDim.x * 2 + t);
    const int j = i + static_cast<int>(blockDim.x);
    unsigned sum = (i < n ? x[i] : 0) + (j < n ? x[j] : 0);
    sum = sum_of_warp(sum);
    if (lane == 0) part[warp] = sum;
    __syncthreads();
    if (warp > 0) return;
    sum = sum_of_warp(lane < blockDim.x / 32 ? part[lane] : 0);
    if (lane == 0) sums[blockIdx.x] = sum;
}
