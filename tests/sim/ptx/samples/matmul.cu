// SPDX-License-Identifier: MIT
// Tiles in shared memory, the outer one sized by the launch.
constexpr int tile = 16;

__global__ void __launch_bounds__(256, 2)
    matmul(const float* __restrict__ a, const float* __restrict__ b, float* c, int n) {
    __shared__ float a_tile[tile][tile];
    extern __shared__ float b_tile[];
    const int row = blockIdx.y * tile + threadIdx.y, column = blockIdx.x * tile + threadIdx.x;
    float sum = 0;
    for (int k = 0; k < n; k += tile) {
        a_tile[threadIdx.y][threadIdx.x] = a[row * n + k + threadIdx.x];
        b_tile[threadIdx.y * tile + threadIdx.x] = b[(k + threadIdx.y) * n + column];
        __syncthreads();
        for (int i = 0; i < tile; ++i)
            sum += a_tile[threadIdx.y][i] * b_tile[i * tile + threadIdx.x];
        __syncthreads();
    }
    c[row * n + column] = sum;
}
