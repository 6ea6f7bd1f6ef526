// SPDX-License-Identifier: MIT
// cp.async in two stages, and a product of matrices by a warp: compute_80 and later.
#include <cuda_pipeline.h>

__global__ void copies(const float4* x, float4* y) {
    __shared__ float4 stage[2][64];
    __pipeline_memcpy_async(&stage[0][threadIdx.x], &x[threadIdx.x], 16);
    __pipeline_commit();
    __pipeline_memcpy_async(&stage[1][threadIdx.x], &x[threadIdx.x + 64], 16);
    __pipeline_commit();
    __pipeline_wait_prior(1);
    __syncthreads();
    y[threadIdx.x] = stage[0][63 - threadIdx.x];
    __pipeline_wait_prior(0);
    __syncthreads();
    y[threadIdx.x + 64] = stage[1][63 - threadIdx.x];
}

__global__ void tensor(const unsigned* a, const unsigned* b, float* c) {
    const int i = threadIdx.x;
    asm volatile("{\n\t.reg .f32 t;\n\tmov.f32 t, 0f3F800000;\n\t"
                 "mma.sync.aligned.m16n8k16.row.col.f32.f16.f16.f32 {%0, %1, %2, %3}, "
                 "{%4, %5, %6, %7}, {%8, %9}, {t, t, t, t};\n\t}"
                 : "=f"(c[i]), "=f"(c[i + 32]), "=f"(c[i + 64]), "=f"(c[i + 96])
                 : "r"(a[i]), "r"(a[i + 32]), "r"(a[i + 64]), "r"(a[i + 96]), "r"(b[i]),
                   "r"(b[i + 32]));
    asm volatile("mma.sync.aligned.m16n8k8.row.col.f32.tf32.tf32.f32 {%0, %1, %2, %3}, "
                 "{%4, %5, %6, %7}, {%8, %9}, {%0, %1, %2, %3};"
                 : "+f"(c[i]), "+f"(c[i + 32]), "+f"(c[i + 64]), "+f"(c[i + 96])
                 : "r"(a[i]), "r"(a[i + 32]), "r"(a[i + 64]), "r"(a[i + 96]), "r"(b[i]),
                   "r"(b[i + 32]));
    asm volatile(
        "{ .reg .pred p; setp.ne.u32 p, %0, 0; @p bra DONE; st.global.u32 [%1], 1; DONE: }" ::"r"(
            a[i]),
        "l"(c));
    asm volatile(
        "{ .reg .pred p; setp.ne.u32 p, %0, 1; @p bra DONE; st.global.u32 [%1], 2; DONE: }" ::"r"(
            b[i]),
        "l"(c));
}
