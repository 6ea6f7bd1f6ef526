// SPDX-License-Identifier: MIT
// A CUDA variant is data: which kernel, in what shape, on which buffers. The bench hands it to a
// card (measured) or to the simulator (simulated); nothing here needs CUDA.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace lockstep {

using Shape = std::array<unsigned, 3>; ///< x, y, z

/// The number of a buffer of the plan, as a kernel's argument.
struct BufferArgument {
    int buffer = 0;
};
using Argument = std::variant<BufferArgument, std::int32_t, std::uint32_t, std::int64_t,
                              std::uint64_t, float, double>;

struct Launch {
    std::string kernel; ///< extern "C" name in the module
    Shape grid{1, 1, 1};
    Shape block{1, 1, 1};
    unsigned shared_bytes = 0; ///< dynamic shared memory
    std::vector<Argument> arguments;
};

/// Bytes that go up before the first launch and come back after the last. Uploads are never timed
/// with the kernel. For the card's own clock launches follow each other without an upload between
/// them: a kernel that changes what it reads would do other work each time. Where that shows in the
/// results, it has no time by that clock.
struct Buffer {
    std::vector<std::byte> initial; ///< contents before the launches
    bool result = false;            ///< read back and given to `fold`
};

/// The contents of a buffer from a vector or array of numbers.
template <class T>
std::vector<std::byte> bytes_of(std::span<const T> numbers) {
    const auto bytes = std::as_bytes(numbers);
    return {bytes.begin(), bytes.end()};
}

struct LaunchPlan {
    /// The .cu file's folder: "divergence". Beside the bench lie <module>_<variant>.fatbin and
    /// .ptx, the variant being named like the file.
    std::string module;
    std::vector<Buffer> buffers;
    std::vector<Launch> launches;
    /// From the result buffers, in order, to the checksum of the serial variant.
    std::function<std::uint64_t(std::span<const std::vector<std::byte>>)> fold;
};

} // namespace lockstep
