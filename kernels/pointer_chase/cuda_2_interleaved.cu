// SPDX-License-Identifier: MIT
// Since cuda_1: four chains for each thread, which takes a step on each by
// turns. None of these loads waits for another, so a warp has four under way.
extern "C" __global__ void cuda_2_interleaved(const unsigned* x,
                                              const unsigned* begin,
                                              unsigned* end, int chains,
                                              int loads) {
    const int threads = (chains + 3) / 4;
    const int thread = static_cast<int>(blockIdx.x * blockDim.x + threadIdx.x);
    if (thread >= threads) return;
    const int steps = loads / chains, longer = loads % chains;
    unsigned at[4];
    // A place for which no chain is left begins at 0. Its end is not kept.
#pragma unroll
    for (int k = 0; k < 4; ++k) {
        const int chain = thread + k * threads;
        at[k] = chain < chains ? begin[chain] : 0;
    }
#pragma unroll 1
    for (int step = 0; step < steps; ++step)
#pragma unroll
        for (int k = 0; k < 4; ++k)
            at[k] = x[at[k]];
#pragma unroll
    for (int k = 0; k < 4; ++k) {
        const int chain = thread + k * threads;
        if (chain < longer) at[k] = x[at[k]];
        if (chain < chains) end[chain] = at[k];
    }
}
