// SPDX-License-Identifier: MIT
// One table for both directions.
#include "sim/simt/limits.hpp"

#include <cmath>
#include <fmt/format.h>

namespace lockstep::simt {

namespace {

constexpr const char* capability = "compute_capability";

struct Limit {
    const char* name;
    int Device::*member;
    int least, most; ///< on any card: nothing is divided by 0, and no product leaves an int
};

constexpr int few = 4096, many = 1 << 24;

constexpr Limit limits[] = {
    {"sms", &Device::sms, 1, few},
    {"warps_per_sm", &Device::warps_per_sm, 1, few},
    {"blocks_per_sm", &Device::blocks_per_sm, 1, few},
    {"threads_per_block", &Device::threads_per_block, 1, few},
    {"registers_per_sm", &Device::registers_per_sm, 1, many},
    {"registers_per_block", &Device::registers_per_block, 1, many},
    {"registers_per_thread", &Device::registers_per_thread, 1, few},
    {"register_unit", &Device::register_unit, 1, many},
    {"warp_granularity", &Device::warp_granularity, 1, few},
    {"shared_bytes_per_sm", &Device::shared_bytes_per_sm, 1, many},
    {"shared_bytes_per_block", &Device::shared_bytes_per_block, 1, many},
    {"shared_bytes_per_block_opt_in", &Device::shared_bytes_per_block_opt_in, 1, many},
    {"shared_bytes_reserved", &Device::shared_bytes_reserved, 0, many},
    {"shared_unit_bytes", &Device::shared_unit_bytes, 1, many},
};

} // namespace

Values limits_of(const Device& device) {
    Values values{{capability, device.capability_major + 0.1 * device.capability_minor}};
    for (const Limit& limit : limits)
        values[limit.name] = device.*limit.member;
    return values;
}

Result<Device> device_of(const Values& values) {
    Device device;
    const double version = value_of(values, capability, 0);
    if (!(version >= 1 && version < 100))
        return fail(capability, fmt::format("{} is none.", version), "It is a number as 8.6.");
    const auto tenths = static_cast<int>(std::lround(10 * version));
    device.capability_major = tenths / 10;
    device.capability_minor = tenths % 10;
    for (const Limit& limit : limits) {
        const double value = value_of(values, limit.name, -1);
        if (!(value >= limit.least && value <= limit.most))
            return fail(limit.name,
                        fmt::format("must be from {} to {} on a card.", limit.least, limit.most),
                        "Send all of a card's limits, or none.");
        device.*limit.member = static_cast<int>(value);
    }
    return device;
}

} // namespace lockstep::simt
