// SPDX-License-Identifier: MIT
// Two numbers of 16 bits in a register.
#include <cuda_bf16.h>
#include <cuda_fp16.h>

__global__ void half_axpy(__half2 a, const __half2* x, __half2* y, __nv_bfloat162* z, float* f) {
    const int i = threadIdx.x;
    y[i] = __hfma2(a, x[i], y[i]);
    if (__hgt(__low2half(x[i]), __float2half(1.5f)))
        y[i] = h2exp(__hmax2(x[i], y[i]));
    z[i] = __hadd2(z[i], __float22bfloat162_rn(make_float2(f[i], f[i + 1])));
    f[i] = __half2float(hsqrt(__high2half(y[i]))) + __bfloat162float(z[i].x);
}
