// SPDX-License-Identifier: MIT
#include "app/cli/kernel_file.hpp"

#include "app/cli/values.hpp"
#include "app/experiment/run_file.hpp"

#include <charconv>
#include <filesystem>
#include <fmt/format.h>

namespace lockstep::cli {

namespace {

/// A line of the protocol has an end; the kernel and what fills its buffers share one.
constexpr std::size_t most_text = 700'000, most_data = 128 * 1024;

Result<int> read_count(const std::string& option, const std::string& text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number < 1)
        return fail(option, fmt::format("'{}' is no whole number from 1.", text), "");
    return number;
}

Result<std::string> hex_of_file(const std::string& file) {
    LOCKSTEP_TRY(const std::string bytes, read_whole(file, most_data));
    std::string hex = "hex:";
    for (const char byte : bytes)
        hex += fmt::format("{:02x}", static_cast<unsigned char>(byte));
    return hex;
}

} // namespace

bool is_kernel_file(const std::string& name) {
    return name.ends_with(".ptx") || name.ends_with(".cu");
}

Result<std::vector<int>> read_shape(const std::string& option, const std::string& text) {
    std::vector<int> shape;
    for (const std::string& part : split_list(text)) {
        LOCKSTEP_TRY(const int number, read_count(option, part));
        shape.push_back(number);
    }
    if (shape.empty() || shape.size() > 3)
        return fail(option, fmt::format("'{}' is no shape.", text), "Write X or X,Y or X,Y,Z.");
    return shape;
}

Result<protocol::KernelArgument> read_kernel_argument(const std::string& text) {
    const auto equals = text.find('=');
    if (equals == text.npos)
        return fail("--arg", fmt::format("'{}' says no value.", text),
                    "Write TYPE=VALUE or TYPE[N]=FILL, as f32[1024]=iota.");
    protocol::KernelArgument argument;
    argument.type = text.substr(0, equals);
    argument.value = text.substr(equals + 1);
    if (const auto open = argument.type.find('['); open != argument.type.npos) {
        if (!argument.type.ends_with(']'))
            return fail("--arg", fmt::format("'{}' has no closing bracket.", argument.type),
                        "Write TYPE[N]=FILL.");
        const std::string count = argument.type.substr(open + 1, argument.type.size() - open - 2);
        LOCKSTEP_TRY(argument.count, read_count("--arg " + text, count));
        argument.type.resize(open);
        if (argument.value.starts_with('@')) {
            LOCKSTEP_TRY(argument.value, hex_of_file(argument.value.substr(1)));
        }
    }
    return argument;
}

Result<protocol::KernelSource> read_kernel_file(const SimulateOptions& options) {
    protocol::KernelSource kernel;
    kernel.name = std::filesystem::path(options.name).filename().string();
    LOCKSTEP_TRY(kernel.text, read_whole(options.name, most_text));
    kernel.entry = options.kernel;
    LOCKSTEP_TRY(kernel.grid, read_shape("--grid", options.grid));
    LOCKSTEP_TRY(kernel.block, read_shape("--block", options.block));
    kernel.shared_bytes = options.shared_bytes;
    for (const std::string& text : options.arguments) {
        LOCKSTEP_TRY(protocol::KernelArgument argument, read_kernel_argument(text));
        kernel.arguments.push_back(std::move(argument));
    }
    return kernel;
}

} // namespace lockstep::cli
