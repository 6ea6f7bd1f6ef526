// SPDX-License-Identifier: MIT
// What the figures of a card must have in common.
#include "sim/simt/device.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace lockstep::simt {

std::string_view Device::source_of(std::string_view figure) const {
    const auto found = std::ranges::find(citations, figure, &Citation::figure);
    return found == citations.end() ? std::string_view() : found->source;
}

std::string Device::capability() const {
    return fmt::format("{}.{}", capability_major, capability_minor);
}

namespace {

struct Named {
    const char* figure;
    double value;
};

/// None of these can be zero on any card.
Result<void> check_positive(const Device& device) {
    const Named needed[] = {
        {"sms", 1.0 * device.sms},
        {"schedulers_per_sm", 1.0 * device.schedulers_per_sm},
        {"boost_clock_mhz", device.boost_clock_mhz},
        {"dram_bandwidth_gb_s", device.dram_bandwidth_gb_s},
        {"l2_kib", static_cast<double>(device.l2_bytes)},
        {"blocks_per_sm", 1.0 * device.blocks_per_sm},
        {"threads_per_block", 1.0 * device.threads_per_block},
        {"registers_per_sm", 1.0 * device.registers_per_sm},
        {"registers_per_block", 1.0 * device.registers_per_block},
        {"registers_per_thread", 1.0 * device.registers_per_thread},
        {"register_unit", 1.0 * device.register_unit},
        {"warp_granularity", 1.0 * device.warp_granularity},
        {"shared_bytes_per_block", 1.0 * device.shared_bytes_per_block},
        {"shared_unit_bytes", 1.0 * device.shared_unit_bytes},
        {"sector_bytes", 1.0 * device.sector_bytes},
        {"banks", 1.0 * device.banks},
        {"arithmetic", 1.0 * device.arithmetic.cycles},
    };
    for (const Named& one : needed)
        if (!(one.value > 0))
            return fail(one.figure, "must be more than 0.", "Look it up in its source.");
    return {};
}

Result<void> check_order(const Device& device) {
    const struct {
        const char* figure;
        const char* rule;
        bool kept;
    } rules[] = {
        {"threads_per_sm", "is not 32 times warps_per_sm.",
         device.threads_per_sm == lanes_per_warp * device.warps_per_sm},
        {"threads_per_block", "is more than an SM has.",
         device.threads_per_block <= device.threads_per_sm},
        {"registers_per_block", "is more than an SM has.",
         device.registers_per_block <= device.registers_per_sm},
        {"shared_bytes_per_block_opt_in", "is less than shared_bytes_per_block.",
         device.shared_bytes_per_block_opt_in >= device.shared_bytes_per_block},
        {"shared_bytes_per_sm", "does not hold a block's largest share and what is reserved.",
         device.shared_bytes_per_block_opt_in + device.shared_bytes_reserved <=
             device.shared_bytes_per_sm},
        {"line_bytes", "is no multiple of sector_bytes.",
         device.line_bytes > 0 && device.line_bytes % device.sector_bytes == 0},
        {"shared", "is less than that of arithmetic.",
         device.shared.cycles >= device.arithmetic.cycles},
        {"l2_hit", "is less than that of an L1 hit.", device.l2_hit.cycles >= device.l1_hit.cycles},
        {"dram", "is less than that of an L2 hit.", device.dram.cycles >= device.l2_hit.cycles},
    };
    for (const auto& rule : rules)
        if (!rule.kept)
            return fail(rule.figure, rule.rule, "One of the two is mistyped.");
    return {};
}

} // namespace

Result<void> check_device(const Device& device) {
    LOCKSTEP_CHECK(check_positive(device));
    return check_order(device);
}

} // namespace lockstep::simt
