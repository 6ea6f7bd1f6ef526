// SPDX-License-Identifier: MIT
// Since cuda_0: neighbouring threads make neighbouring loads. With stride 1 the
// 32 words of a warp fill four sectors, from 8 on each has one of its own.
extern "C" __global__ void cuda_1(const unsigned* x, const unsigned* index,
                                  unsigned* sums, unsigned loads,
                                  unsigned begin, unsigned stride,
                                  unsigned mask, int shuffled) {
    const unsigned threads = gridDim.x * blockDim.x;
    const unsigned thread = blockIdx.x * blockDim.x + threadIdx.x;
    unsigned sum = 0, k = thread;
    if (shuffled) {
#pragma unroll 1
        for (; k < loads; k += threads)
            sum += x[index[k]];
    } else {
#pragma unroll 1
        for (; k < loads; k += threads)
            sum += x[(begin + k * stride) & mask];
    }
    sums[thread] = sum;
}
