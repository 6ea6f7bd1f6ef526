// SPDX-License-Identifier: MIT
// A learner's kernel: its arguments as words, made into numbers and buffers.
#include "kernels/bench/nvrtc.hpp"
#include "kernels/bench/simulation.hpp"

#include "sim/base/random.hpp"
#include "sim/ptx/read.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <optional>

namespace lockstep::bench {

namespace {

using protocol::KernelArgument;
using protocol::KernelSource;

/// Calls `with` with a number of the named C++ type; false when there is no such type.
template <class With>
bool with_type(std::string_view name, With with) {
    if (name == "u8") return with(std::uint8_t{}), true;
    if (name == "s8") return with(std::int8_t{}), true;
    if (name == "u16") return with(std::uint16_t{}), true;
    if (name == "s16") return with(std::int16_t{}), true;
    if (name == "u32") return with(std::uint32_t{}), true;
    if (name == "s32") return with(std::int32_t{}), true;
    if (name == "u64") return with(std::uint64_t{}), true;
    if (name == "s64") return with(std::int64_t{}), true;
    if (name == "f32") return with(float{}), true;
    if (name == "f64") return with(double{}), true;
    return false;
}

constexpr const char* types = "The types are u8 to u64, s8 to s64, f32 and f64.";

std::string where_of(std::size_t index) {
    return fmt::format("argument {}", index);
}

template <class T>
std::optional<T> number(std::string_view text) {
    T value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::optional<std::vector<std::byte>> bytes_of_hex(std::string_view text) {
    if (text.size() % 2 != 0) return std::nullopt;
    std::vector<std::byte> bytes;
    for (std::size_t i = 0; i < text.size(); i += 2) {
        unsigned byte = 0;
        const auto [end, error] = std::from_chars(text.data() + i, text.data() + i + 2, byte, 16);
        if (error != std::errc{} || end != text.data() + i + 2) return std::nullopt;
        bytes.push_back(static_cast<std::byte>(byte));
    }
    return bytes;
}

/// From -100 to 100 for whole numbers, from -1 to 1 for others; never negative for unsigned ones.
template <class T>
T random_number(Random& random) {
    const double share = random.uniform();
    if constexpr (std::is_floating_point_v<T>)
        return static_cast<T>(2 * share - 1);
    else if constexpr (std::is_signed_v<T>)
        return static_cast<T>(std::floor(201 * share) - 100);
    else
        return static_cast<T>(std::floor(101 * share));
}

template <class T>
bool fill(std::vector<std::byte>& bytes, std::size_t count, std::string_view how) {
    std::vector<T> numbers(count);
    if (how == "iota") {
        for (std::size_t i = 0; i < count; ++i)
            numbers[i] = static_cast<T>(i);
    } else if (how.starts_with("random:")) {
        const auto seed = number<std::uint64_t>(how.substr(7));
        if (!seed) return false;
        Random random(*seed);
        for (T& each : numbers)
            each = random_number<T>(random);
    } else if (const auto same = number<T>(how)) {
        std::ranges::fill(numbers, *same);
    } else {
        return false;
    }
    bytes.resize(count * sizeof(T));
    std::memcpy(bytes.data(), numbers.data(), bytes.size());
    return true;
}

constexpr int most_elements = 1 << 28;
constexpr std::string_view unwritten = "none";

Result<std::vector<std::byte>> contents(const KernelArgument& argument, std::size_t index) {
    if (argument.count > most_elements)
        return fail(where_of(index), fmt::format("{} elements are too many.", argument.count),
                    fmt::format("Ask for {} at most.", most_elements));
    std::vector<std::byte> bytes;
    bool filled = false;
    const std::string_view how = argument.value;
    const bool known = with_type(argument.type, [&](auto zero) {
        const auto count = static_cast<std::size_t>(argument.count);
        if (how == unwritten) {
            bytes.resize(count * sizeof zero);
            filled = true;
        } else if (how.starts_with("hex:")) {
            auto given = bytes_of_hex(how.substr(4));
            filled = given && given->size() <= count * sizeof zero;
            if (filled) {
                bytes = *std::move(given);
                bytes.resize(count * sizeof zero);
            }
        } else {
            filled = fill<decltype(zero)>(bytes, count, how);
        }
    });
    if (!known)
        return fail(where_of(index), fmt::format("there is no type '{}'.", argument.type), types);
    if (!filled)
        return fail(where_of(index), fmt::format("'{}' fills no buffer.", how.substr(0, 40)),
                    "Write a number, iota, random:SEED, none or @FILE.");
    return bytes;
}

Result<simt::Value> plain_value(const KernelArgument& argument, std::size_t index) {
    std::vector<std::byte> bytes;
    const bool known = with_type(argument.type, [&](auto zero) {
        if (const auto value = number<decltype(zero)>(argument.value)) {
            bytes.resize(sizeof *value);
            std::memcpy(bytes.data(), &*value, sizeof *value);
        }
    });
    if (!known)
        return fail(where_of(index), fmt::format("there is no type '{}'.", argument.type), types);
    if (bytes.empty())
        return fail(where_of(index),
                    fmt::format("'{}' is no {}.", argument.value.substr(0, 40), argument.type),
                    "Write a number that the type can hold.");
    return simt::Value(std::move(bytes));
}

Result<std::array<unsigned, 3>> shape_of(const std::vector<int>& given, std::string_view what) {
    std::array<unsigned, 3> shape{1, 1, 1};
    if (given.size() > 3)
        return fail(std::string(what), "a shape has at most three numbers.", "Write X,Y,Z.");
    for (std::size_t i = 0; i < given.size(); ++i) {
        if (given[i] < 1)
            return fail(std::string(what), fmt::format("{} cannot be.", given[i]),
                        "Every number of a shape is 1 or more.");
        shape[i] = static_cast<unsigned>(given[i]);
    }
    return shape;
}

Result<std::string> entry_of(const KernelSource& kernel, const ptx::Module& module) {
    if (!kernel.entry.empty()) return kernel.entry;
    std::vector<std::string> names;
    for (const ptx::Function& function : module.functions)
        if (function.entry && function.defined) names.push_back(function.name);
    if (names.size() == 1) return names.front();
    if (names.empty())
        return fail(kernel.name, "there is no kernel in it.", "A kernel is a .entry of the PTX.");
    return fail(kernel.name, "there are several kernels in it.",
                fmt::format("Name one with --kernel: {}.", fmt::join(names, ", ")));
}

std::vector<double> numbers_of(const std::vector<std::byte>& bytes, std::string_view type) {
    std::vector<double> numbers;
    with_type(type, [&](auto zero) {
        for (std::size_t at = 0; at + sizeof zero <= bytes.size(); at += sizeof zero) {
            std::memcpy(&zero, bytes.data() + at, sizeof zero);
            numbers.push_back(static_cast<double>(zero));
        }
    });
    return numbers;
}

/// A buffer that comes back must fit a line of the protocol.
constexpr std::size_t most_shown = 30'000;

} // namespace

Result<SimulatedLaunches> simulate_kernel(const KernelSource& kernel,
                                          const SimulationOptions& options) {
    std::string text = kernel.text;
    const bool cuda = kernel.name.ends_with(".cu");
    if (cuda) {
        // For the card that was named: it may know more than the least one.
        const int sm = options.residency != nullptr ? options.residency->sm() : least_sm;
        LOCKSTEP_TRY(text, compile_cuda(kernel.text, kernel.name, FusedMultiplyAdd::On,
                                        Optimised::Yes, std::max(sm, least_sm)));
    }
    if (Residency* const card = options.residency; card != nullptr && !card->knows())
        card->know(cuda ? ptxas_log_of_cuda(kernel.text, kernel.name, card->sm())
                        : ptxas_log_of(text, card->sm()));
    LOCKSTEP_TRY(ptx::Module read, ptx::read(text, kernel.name));
    const auto module = std::make_shared<const ptx::Module>(std::move(read));
    LOCKSTEP_TRY(const std::string entry, entry_of(kernel, *module));
    LOCKSTEP_TRY(const auto program, simt::prepare(module, entry));
    simt::Launch launch;
    LOCKSTEP_TRY(launch.grid, shape_of(kernel.grid, "grid"));
    LOCKSTEP_TRY(launch.block, shape_of(kernel.block, "block"));
    launch.shared_bytes = static_cast<std::uint64_t>(std::max(0.0, kernel.shared_bytes));
    simt::Memory memory;
    std::vector<std::pair<std::uint64_t, std::string>> buffers;
    for (std::size_t i = 0; i < kernel.arguments.size(); ++i) {
        const KernelArgument& argument = kernel.arguments[i];
        if (argument.count <= 0) {
            LOCKSTEP_TRY(simt::Value value, plain_value(argument, i));
            launch.arguments.push_back(std::move(value));
            continue;
        }
        LOCKSTEP_TRY(const auto bytes, contents(argument, i));
        const std::string name = fmt::format("buffer {}", buffers.size());
        buffers.emplace_back(argument.value == unwritten ? memory.allocate(name, bytes.size())
                                                         : memory.upload(name, bytes),
                             argument.type);
        launch.arguments.emplace_back(simt::BufferAddress{buffers.back().first});
    }
    SimulatedLaunches done;
    LOCKSTEP_TRY(done.outcome, simulate_launch(program, memory, launch, options,
                                               options.traced_launch, done.trace));
    if (options.shown >= 0 && static_cast<std::size_t>(options.shown) < buffers.size()) {
        const auto& [address, type] = buffers[static_cast<std::size_t>(options.shown)];
        for (const simt::Allocation& allocation : memory.allocations())
            if (allocation.address == address) done.shown = numbers_of(allocation.bytes, type);
        done.shown.resize(std::min(done.shown.size(), most_shown));
    }
    return done;
}

} // namespace lockstep::bench
