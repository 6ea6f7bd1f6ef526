// SPDX-License-Identifier: MIT
// One thread for each lane; the 32 threads of a warp share one instruction.
// Each path is a loop of its own whose length is known only at run time, or the
// compiler would make one path of them that chooses its number.
static __device__ __forceinline__ float walk(float v, int path, int n) {
    switch (path) {
    case 0:
#pragma unroll 1
        for (int i = 0; i < n; ++i) v = 3.900f * v * (1 - v);
        break;
    case 1:
#pragma unroll 1
        for (int i = 0; i < n; ++i) v = 3.905f * v * (1 - v);
        break;
    case 2:
#pragma unroll 1
        for (int i = 0; i < n; ++i) v = 3.910f * v * (1 - v);
        break;
    case 3:
#pragma unroll 1
        for (int i = 0; i < n; ++i) v = 3.915f * v * (1 - v);
        break;
    case 4:
#pragma unroll 1
        for (int i = 0; i < n; ++i) v = 3.920f * v * (1 - v);
        break;
    case 5:
#pragma unroll 1
        for (int i = 0; i < n; ++i) v = 3.925f * v * (1 - v);
        break;
    case 6:
#pragma unroll 1
        for (int i = 0; i < n; ++i) v = 3.930f * v * (1 - v);
        break;
    case 7:
#pragma unroll 1
        for (int i = 0; i < n; ++i) v = 3.935f * v * (1 - v);
        break;
    case 8:
#pragma unroll 1
        for (int i = 0; i < n; ++i) v = 3.940f * v * (1 - v);
        break;
    case 9:
#pragma unroll 1
        for (int i = 0; i < n; ++i) v = 3.945f * v * (1 - v);
        break;
    case 10:
#pragma unroll 1
        for (int i = 0; i < n; ++i) v = 3.950f * v * (1 - v);
        break;
    case 11:
#pragma unroll 1
        for (int i = 0; i < n; ++i) v = 3.955f * v * (1 - v);
        break;
    case 12:
#pragma unroll 1
        for (int i = 0; i < n; ++i) v = 3.960f * v * (1 - v);
        break;
    case 13:
#pragma unroll 1
        for (int i = 0; i < n; ++i) v = 3.965f * v * (1 - v);
        break;
    case 14:
#pragma unroll 1
        for (int i = 0; i < n; ++i) v = 3.970f * v * (1 - v);
        break;
    case 15:
#pragma unroll 1
        for (int i = 0; i < n; ++i) v = 3.975f * v * (1 - v);
        break;
    default:
        break;
    }
    return v;
}

extern "C" __global__ void cuda_1(const float* x, const int* path, float* y,
                                  int lanes, int stride, int steps,
                                  int length) {
    const int lane =
        static_cast<int>(blockIdx.x * blockDim.x + threadIdx.x);
    if (lane >= lanes) return;
    float v = 0.5f;
    for (int step = 0; step < steps; ++step) {
        const int i = step * stride + lane;
        v = 0.5f * (v + x[i]);
        v = walk(v, path[i], length);
        y[i] = v;
    }
}
