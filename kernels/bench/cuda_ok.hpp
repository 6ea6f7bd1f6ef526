// SPDX-License-Identifier: MIT
// The CUDA runtime's answers as Results. Only for files that see LOCKSTEP_CUDA.
#pragma once

#include "sim/base/result.hpp"

#include <cuda_runtime_api.h>
#include <filesystem>
#include <fmt/format.h>
#include <source_location>

namespace lockstep::bench {

/// With the file and line of the call.
inline Result<void> ok(cudaError_t error,
                       std::source_location at = std::source_location::current()) {
    if (error == cudaSuccess) return {};
    cudaGetLastError(); // the next call must not report this one again
    const std::string file = std::filesystem::path(at.file_name()).filename().string();
    return fail(fmt::format("{}:{}", file, at.line()),
                fmt::format("{} ({})", cudaGetErrorString(error), cudaGetErrorName(error)));
}

/// Of card 0; 0 for what this card or driver does not say.
inline int attribute(cudaDeviceAttr which) {
    int value = 0;
    return ok(cudaDeviceGetAttribute(&value, which, 0)) ? value : 0;
}

} // namespace lockstep::bench
