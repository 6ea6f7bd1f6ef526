// SPDX-License-Identifier: MIT
#include "kernels/bench/own_folder.hpp"

namespace lockstep::bench {

std::filesystem::path own_folder() {
    std::error_code error;
    const auto path = std::filesystem::read_symlink("/proc/self/exe", error);
    return error ? std::filesystem::current_path() : path.parent_path();
}

} // namespace lockstep::bench
