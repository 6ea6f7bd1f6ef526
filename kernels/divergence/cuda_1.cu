// SPDX-License-Identifier: MIT
// One thread for each lane; the 32 threads of a warp share one instruction.
// Each path is a loop of its own whose length is known only at run time, or the
// compiler would make one path of them that chooses its number.
// clang-format off
static __device__ __forceinline__ float walk(float v, int path, int n) {
    switch (path) {
    case 0: _Pragma("unroll 1")
        for (int i = 0; i < n; ++i) { v = 3.900f * v * (1 - v); } break;
    case 1: _Pragma("unroll 1")
        for (int i = 0; i < n; ++i) { v = 3.905f * v * (1 - v); } break;
    case 2: _Pragma("unroll 1")
        for (int i = 0; i < n; ++i) { v = 3.910f * v * (1 - v); } break;
    case 3: _Pragma("unroll 1")
        for (int i = 0; i < n; ++i) { v = 3.915f * v * (1 - v); } break;
    case 4: _Pragma("unroll 1")
        for (int i = 0; i < n; ++i) { v = 3.920f * v * (1 - v); } break;
    case 5: _Pragma("unroll 1")
        for (int i = 0; i < n; ++i) { v = 3.925f * v * (1 - v); } break;
    case 6: _Pragma("unroll 1")
        for (int i = 0; i < n; ++i) { v = 3.930f * v * (1 - v); } break;
    case 7: _Pragma("unroll 1")
        for (int i = 0; i < n; ++i) { v = 3.935f * v * (1 - v); } break;
    case 8: _Pragma("unroll 1")
        for (int i = 0; i < n; ++i) { v = 3.940f * v * (1 - v); } break;
    case 9: _Pragma("unroll 1")
        for (int i = 0; i < n; ++i) { v = 3.945f * v * (1 - v); } break;
    case 10: _Pragma("unroll 1")
        for (int i = 0; i < n; ++i) { v = 3.950f * v * (1 - v); } break;
    case 11: _Pragma("unroll 1")
        for (int i = 0; i < n; ++i) { v = 3.955f * v * (1 - v); } break;
    case 12: _Pragma("unroll 1")
        for (int i = 0; i < n; ++i) { v = 3.960f * v * (1 - v); } break;
    case 13: _Pragma("unroll 1")
        for (int i = 0; i < n; ++i) { v = 3.965f * v * (1 - v); } break;
    case 14: _Pragma("unroll 1")
        for (int i = 0; i < n; ++i) { v = 3.970f * v * (1 - v); } break;
    case 15: _Pragma("unroll 1")
        for (int i = 0; i < n; ++i) { v = 3.975f * v * (1 - v); } break;
    case 16: _Pragma("unroll 1")
        for (int i = 0; i < n; ++i) { v = 3.9025f * v * (1 - v); } break;
    case 17: _Pragma("unroll 1")
        for (int i = 0; i < n; ++i) { v = 3.9075f * v * (1 - v); } break;
    case 18: _Pragma("unroll 1")
        for (int i = 0; i < n; ++i) { v = 3.9125f * v * (1 - v); } break;
    case 19: _Pragma("unroll 1")
        for (int i = 0; i < n; ++i) { v = 3.9175f * v * (1 - v); } break;
    case 20: _Pragma("unroll 1")
        for (int i = 0; i < n; ++i) { v = 3.9225f * v * (1 - v); } break;
    case 21: _Pragma("unroll 1")
        for (int i = 0; i < n; ++i) { v = 3.9275f * v * (1 - v); } break;
    case 22: _Pragma("unroll 1")
        for (int i = 0; i < n; ++i) { v = 3.9325f * v * (1 - v); } break;
    case 23: _Pragma("unroll 1")
        for (int i = 0; i < n; ++i) { v = 3.9375f * v * (1 - v); } break;
    case 24: _Pragma("unroll 1")
        for (int i = 0; i < n; ++i) { v = 3.9425f * v * (1 - v); } break;
    case 25: _Pragma("unroll 1")
        for (int i = 0; i < n; ++i) { v = 3.9475f * v * (1 - v); } break;
    case 26: _Pragma("unroll 1")
        for (int i = 0; i < n; ++i) { v = 3.9525f * v * (1 - v); } break;
    case 27: _Pragma("unroll 1")
        for (int i = 0; i < n; ++i) { v = 3.9575f * v * (1 - v); } break;
    case 28: _Pragma("unroll 1")
        for (int i = 0; i < n; ++i) { v = 3.9625f * v * (1 - v); } break;
    case 29: _Pragma("unroll 1")
        for (int i = 0; i < n; ++i) { v = 3.9675f * v * (1 - v); } break;
    case 30: _Pragma("unroll 1")
        for (int i = 0; i < n; ++i) { v = 3.9725f * v * (1 - v); } break;
    case 31: _Pragma("unroll 1")
        for (int i = 0; i < n; ++i) { v = 3.9775f * v * (1 - v); } break;
    default: break;
    }
    return v;
}
// clang-format on

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
