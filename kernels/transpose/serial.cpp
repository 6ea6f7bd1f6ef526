// SPDX-License-Identifier: MIT
// Row after row is read, and each word goes to a line of its own, which is long
// gone from the nearest cache when the next row has a word for it.
#include "kernels/transpose/transpose.hpp"

namespace lockstep::transpose {

std::uint64_t serial(const Transpose& job, Context& run) {
    const int n = job.n;
    const std::uint32_t* x = job.x_of(run.input);
    std::uint32_t* y = job.y.data();
    for (int row = 0; row < n; ++row)
        for (int col = 0; col < n; ++col)
            y[col * n + row] = x[row * n + col];
    return job.fold();
}

} // namespace lockstep::transpose

namespace lockstep {
extern const Variant transpose_serial{
    "transpose", "serial",
    Crew::One,   &ErasedRun<&transpose::serial>::run,
    nullptr,     "Row after row is read, and written down a column.",
    "serial",    "kernels/transpose/serial.cpp",
};
}
