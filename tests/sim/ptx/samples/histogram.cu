// SPDX-License-Identifier: MIT
// Atomics in shared and in global memory.
__device__ unsigned long long total;

__global__ void histogram(const unsigned char* x, unsigned* bins, int n) {
    __shared__ unsigned local[256];
    local[threadIdx.x] = 0;
    __syncthreads();
    for (int i = threadIdx.x; i < n; i += 256)
        atomicAdd(&local[x[i]], 1u);
    __syncthreads();
    atomicAdd(&bins[threadIdx.x], local[threadIdx.x]);
    atomicMax(&bins[256], local[threadIdx.x]);
    atomicCAS(&bins[257], 0u, blockIdx.x);
    atomicExch(&bins[258], atomicInc(&bins[259], 7u));
    if (__any_sync(~0u, local[threadIdx.x] > 9))
        atomicAdd(&total, 1ull);
}
