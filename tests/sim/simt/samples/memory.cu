// SPDX-License-Identifier: MIT
// Memory, exchanges, a switch, for tests/sim/simt/compiled_test.cpp. Compiled by nvcc 13:
// nvcc -ptx -O3 -std=c++20 -fmad=false -lineinfo -arch=compute_80
//   -o memory.ptx memory.cu
#include <cooperative_groups.h>
#include <cuda_pipeline.h>

namespace cg = cooperative_groups;

extern "C" {
__device__ __noinline__ int f0(int x) {
    return x + 1;
}
__device__ __noinline__ int f1(int x) {
    return x * 3;
}
__device__ __noinline__ int f2(int x) {
    return x - 7;
}
__global__ void locals(int* out, int k) {
    int a[16];
    for (int i = 0; i < 16; i++)
        a[i] = i * threadIdx.x;
    int s = 0;
    for (int i = 0; i < k; i++)
        s += a[(i * 7) % 16];
    out[threadIdx.x] = s;
}
__global__ void both(int* out) {
    if (threadIdx.x & 1) {
        out[threadIdx.x] = 1;
        __syncwarp();
        out[threadIdx.x] += 1;
    } else {
        out[threadIdx.x] = 5;
        __syncwarp();
        out[threadIdx.x] += 2;
    }
}
__global__ void sw(int* out, const int* in) {
    int r;
    switch (in[threadIdx.x]) {
    case 0:
        r = f0(1);
        break;
    case 1:
        r = f1(2);
        break;
    case 2:
        r = f2(3);
        break;
    case 3:
        r = f0(9);
        break;
    case 4:
        r = f1(8);
        break;
    case 5:
        r = f2(5);
        break;
    case 6:
        r = f0(7);
        break;
    default:
        r = -1;
    }
    out[threadIdx.x] = r;
}
__global__ void mm(const float* A, const float* B, float* C, int n) {
    __shared__ float a[16][16], b[16][16];
    int x = threadIdx.x, y = threadIdx.y, c = blockIdx.x * 16 + x, r = blockIdx.y * 16 + y;
    float s = 0;
    for (int t = 0; t < n; t += 16) {
        a[y][x] = A[r * n + t + x];
        b[y][x] = B[(t + y) * n + c];
        __syncthreads();
        for (int k = 0; k < 16; k++)
            s += a[y][k] * b[k][x];
        __syncthreads();
    }
    C[r * n + c] = s;
}
__global__ void vec(const float4* a, double2* b) {
    float4 v = a[threadIdx.x];
    b[threadIdx.x] = make_double2(v.x + v.y, v.z + v.w);
}
__global__ void dyn(int* o) {
    extern __shared__ int s[];
    s[threadIdx.x] = threadIdx.x;
    __syncthreads();
    o[threadIdx.x] = s[blockDim.x - 1 - threadIdx.x];
}
__global__ void votes(unsigned* o) {
    unsigned b = __ballot_sync(~0u, threadIdx.x % 3 == 0);
    o[threadIdx.x] = b;
    if (threadIdx.x < 10) {
        o[32 + threadIdx.x] = __activemask();
        o[64 + threadIdx.x] = __match_any_sync(0x3ff, threadIdx.x % 4);
    }
    o[96 + threadIdx.x] = __reduce_add_sync(~0u, threadIdx.x);
    o[128 + threadIdx.x] = __syncthreads_count(threadIdx.x < 5);
    o[160 + threadIdx.x] = __syncthreads_or(threadIdx.x == 7);
}
__global__ void pipe(const int* in, int* o) {
    __shared__ int s[128];
    __pipeline_memcpy_async(&s[threadIdx.x], &in[threadIdx.x], 4);
    __pipeline_commit();
    __pipeline_wait_prior(0);
    __syncthreads();
    o[threadIdx.x] = s[127 - threadIdx.x];
}
__global__ void tile(int* o) {
    auto t = cg::tiled_partition<8>(cg::this_thread_block());
    int v = threadIdx.x;
    for (int i = 4; i; i /= 2)
        v += t.shfl_down(v, i);
    o[threadIdx.x] = v;
}
}
