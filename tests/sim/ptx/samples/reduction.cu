// SPDX-License-Identifier: MIT
// A sum with shuffles within the warps and shared memory between them.
__global__ void reduction(const float* x, float* sum, int n) {
    __shared__ float partial[32];
    float value = 0;
    for (int i = blockIdx.x * blockDim.x + threadIdx.x; i < n; i += gridDim.x * blockDim.x)
        value += x[i];
    for (int offset = 16; offset > 0; offset /= 2)
        value += __shfl_down_sync(~0u, value, offset);
    if (threadIdx.x % 32 == 0)
        partial[threadIdx.x / 32] = value;
    __syncthreads();
    if (threadIdx.x < 32) {
        value = threadIdx.x < blockDim.x / 32 ? partial[threadIdx.x] : 0;
        for (int offset = 16; offset > 0; offset /= 2)
            value += __shfl_xor_sync(~0u, value, offset);
        if (threadIdx.x == 0)
            atomicAdd(sum, value);
    }
}
