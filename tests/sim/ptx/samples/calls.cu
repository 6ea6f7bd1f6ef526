// SPDX-License-Identifier: MIT
// Functions that are not inlined: one that calls itself, some called by their address, one that
// returns a structure; and what the module's variables start with.
struct Pair {
    double first;
    int counts[5];
};
using Operation = float (*)(float);

__device__ float twice(float x) {
    return 2 * x;
}
__device__ float square(float x) {
    return x * x;
}
__device__ Operation operations[] = {twice, square};
__constant__ int weights[2][3] = {{1, 2, 3}, {4, 5}};
__device__ const char* names[] = {"left", "right"};
__device__ int target;
__device__ int* pointer = &target;

__device__ __noinline__ int factorial(int n) {
    return n < 2 ? 1 : n * factorial(n - 1);
}
__device__ __noinline__ Pair make_pair(Pair pair, int i) {
    pair.counts[i] = weights[i & 1][2];
    pair.first += i;
    return pair;
}

__global__ void calls(float* x, Pair pair, int n) {
    x[0] = operations[n & 1](x[1]);
    x[2] = factorial(n) + names[n & 1][n];
    const Pair made = make_pair(pair, n);
    x[3] = made.first + made.counts[2];
    *pointer = n;
}
