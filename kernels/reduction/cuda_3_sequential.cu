// SPDX-License-Identifier: MIT
// Since cuda_2_strided: each step adds the second half to the first, so that
// neighbouring threads have neighbouring words, and banks never meet.
extern "C" __global__ void cuda_3_sequential(const unsigned* x, unsigned* sums,
                                             int n) {
    __shared__ unsigned part[256];
    const unsigned t = threadIdx.x;
    const int i = static_cast<int>(blockIdx.x * blockDim.x + t);
    part[t] = i < n ? x[i] : 0;
    __syncthreads();
#pragma unroll 1
    for (unsigned step = blockDim.x / 2; step > 0; step /= 2) {
        if (t < step) part[t] += part[t + step];
        __syncthreads();
    }
    if (t == 0) sums[blockIdx.x] = part[0];
}
