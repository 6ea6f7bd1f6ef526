// SPDX-License-Identifier: MIT
// A stretch of the loads for each thread, as for a core. Between the words of
// neighbouring lanes lies all that the first of them reads later.
extern "C" __global__ void cuda_0_stretches(const unsigned* x,
                                            const unsigned* index,
                                            unsigned* sums, unsigned loads,
                                            unsigned begin, unsigned stride,
                                            unsigned mask, int shuffled) {
    const unsigned threads = gridDim.x * blockDim.x;
    const unsigned thread = blockIdx.x * blockDim.x + threadIdx.x;
    const unsigned each = (loads + threads - 1) / threads;
    unsigned sum = 0, k = thread * each;
    const unsigned end = k + each < loads ? k + each : loads;
    if (shuffled) {
#pragma unroll 1
        for (; k < end; ++k)
            sum += x[index[k]];
    } else {
#pragma unroll 1
        for (; k < end; ++k)
            sum += x[(begin + k * stride) & mask];
    }
    sums[thread] = sum;
}
