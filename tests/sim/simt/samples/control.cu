// SPDX-License-Identifier: MIT
// Calls, locks, prints, sums, for tests/sim/simt/compiled_test.cpp. Compiled by nvcc 13:
// nvcc -ptx -O3 -std=c++20 -fmad=false -lineinfo -arch=compute_80 -o control.ptx control.cu
#include <cassert>
#include <cstdio>
#include <cuda_fp16.h>

extern "C" {
__global__ void reduce(const float* in, float* out, int n) {
    float s = 0;
    for (int i = blockIdx.x * blockDim.x + threadIdx.x; i < n; i += gridDim.x * blockDim.x)
        s += in[i];
    for (int o = 16; o; o /= 2)
        s += __shfl_down_sync(~0u, s, o);
    __shared__ float w[32];
    if (threadIdx.x % 32 == 0)
        w[threadIdx.x / 32] = s;
    __syncthreads();
    if (threadIdx.x < 32) {
        s = threadIdx.x < blockDim.x / 32 ? w[threadIdx.x] : 0;
        for (int o = 16; o; o /= 2)
            s += __shfl_down_sync(~0u, s, o);
        if (!threadIdx.x)
            atomicAdd(out, s);
    }
}
__global__ void hist(const unsigned char* in, int* out, int n) {
    __shared__ int h[256];
    h[threadIdx.x] = 0;
    __syncthreads();
    for (int i = blockIdx.x * blockDim.x + threadIdx.x; i < n; i += gridDim.x * blockDim.x)
        atomicAdd(&h[in[i]], 1);
    __syncthreads();
    atomicAdd(&out[threadIdx.x], h[threadIdx.x]);
}
__device__ __noinline__ int fib(int n) {
    return n < 2 ? n : fib(n - 1) + fib(n - 2);
}
__global__ void fibs(int* out) {
    out[threadIdx.x] = fib(threadIdx.x % 12);
}
__device__ __noinline__ int f0(int x) {
    return x + 1;
}
__device__ __noinline__ int f1(int x) {
    return x * 3;
}
__device__ __noinline__ int f2(int x) {
    return x - 7;
}
typedef int (*fn)(int);
__device__ fn table[3] = {f0, f1, f2};
__global__ void indirect(int* out) {
    out[threadIdx.x] = table[threadIdx.x % 3](threadIdx.x);
}
__global__ void lock(int* l, int* count) {
    bool done = false;
    while (!done) {
        if (atomicCAS(l, 0, 1) == 0) {
            *(volatile int*)count = *(volatile int*)count + 1;
            __threadfence();
            atomicExch(l, 0);
            done = true;
        }
    }
}
__global__ void spin(int* l, int* count) {
    while (atomicCAS(l, 0, 1) != 0)
        ;
    *(volatile int*)count = *(volatile int*)count + 1;
    __threadfence();
    atomicExch(l, 0);
}
__global__ void halves(const __half* a, __half* b, int n) {
    int i = threadIdx.x;
    if (i < n)
        b[i] = __hadd(a[i], __hmul(a[i], a[i]));
}
__global__ void print(int x) {
    printf("thread %d of %d: %s %.2f %lld\n", threadIdx.x, x, "hi", 1.5, 123456789012LL);
}
__global__ void asserts(int x) {
    assert(threadIdx.x < x);
}
struct Big {
    int a[10];
};
__global__ void bv(int* o, Big s, int k) {
    o[threadIdx.x] = s.a[(threadIdx.x * k) % 10];
}
__constant__ float coef[4] = {1, 2, 3, 4};
__global__ void cst(float* o) {
    o[threadIdx.x] = coef[threadIdx.x % 4];
}
}
