// SPDX-License-Identifier: MIT
// A chain for each thread. A warp waits for its load as a core does, but while
// it waits its multiprocessor goes on with the loads of other warps.
extern "C" __global__ void cuda_1(const unsigned* x, const unsigned* begin,
                                  unsigned* end, int chains, int loads) {
    const int chain = static_cast<int>(blockIdx.x * blockDim.x + threadIdx.x);
    if (chain >= chains) return;
    const int steps = loads / chains + (chain < loads % chains ? 1 : 0);
    unsigned at = begin[chain];
#pragma unroll 1
    for (int step = 0; step < steps; ++step)
        at = x[at];
    end[chain] = at;
}
