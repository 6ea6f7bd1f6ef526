// SPDX-License-Identifier: MIT
// Since cuda_3_sequential: half the threads did nothing after they had loaded.
// Now each loads two numbers and adds them on the way: half as many blocks.
extern "C" __global__ void cuda_4_first_add(const unsigned* x, unsigned* sums,
                                            int n) {
    __shared__ unsigned part[256];
    const unsigned t = threadIdx.x;
    const int i = static_cast<int>(blockIdx.x * blockDim.x * 2 + t);
    const int j = i + static_cast<int>(blockDim.x);
    part[t] = (i < n ? x[i] : 0) + (j < n ? x[j] : 0);
    __syncthreads();
#pragma unroll 1
    for (unsigned step = blockDim.x / 2; step > 0; step /= 2) {
        if (t < step) part[t] += part[t + step];
        __syncthreads();
    }
    if (t == 0) sums[blockIdx.x] = part[0];
}
