// SPDX-License-Identifier: MIT
// Cases that are different enough to stay branches, and a loop that is left in the middle.
__global__ void switches(int* x, int n) {
    switch (x[threadIdx.x]) {
    case 0:
        x[1] = n * 3;
        break;
    case 1:
        __syncthreads();
        x[2] = n / 3;
        break;
    case 2:
        for (int i = 0; i < n; ++i)
            x[i] = x[i + 1] ^ i;
        break;
    case 3:
        x[5] = __popc(n);
        break;
    case 4:
        atomicAdd(x, 1);
    case 5:
        x[6] = 7;
        break;
    case 6:
        x[7] = __clz(n);
        break;
    case 7:
        __threadfence();
        x[8] = 1;
        break;
    default:
        x[9] = 1;
    }
    while (x[threadIdx.x] > n)
        if (x[--n] == 5)
            break;
    x[n] = n;
}
