// SPDX-License-Identifier: MIT
// Addresses of lanes that lie at equal distances, which most do, are two numbers on the wire.
#include "kernels/protocol/messages.hpp"

#include <algorithm>

namespace lockstep::protocol {

std::array<std::int64_t, 32> lane_addresses(const Steps& steps, std::size_t access) {
    std::array<std::int64_t, 32> found{};
    const auto& apart = steps.access_apart[access];
    std::size_t nth = 0;
    for (std::size_t lane = 0; lane < 32; ++lane) {
        if ((steps.access_on[access] >> lane & 1) == 0) continue;
        const std::int64_t behind =
            apart.empty() ? steps.access_stride[access] * static_cast<std::int64_t>(nth)
                          : apart[nth];
        found[lane] = steps.access_base[access] + behind;
        ++nth;
    }
    return found;
}

void add_addresses(Steps& steps, const std::array<std::uint64_t, 32>& addresses, std::uint32_t on) {
    std::vector<std::int64_t> apart;
    std::uint64_t base = 0;
    for (std::size_t lane = 0; lane < 32; ++lane) {
        if ((on >> lane & 1) == 0) continue;
        base = apart.empty() ? addresses[lane] : base;
        apart.push_back(static_cast<std::int64_t>(addresses[lane] - base));
    }
    const std::int64_t stride = apart.size() > 1 ? apart[1] : 0;
    bool regular = true;
    for (std::size_t i = 0; i < apart.size(); ++i)
        regular = regular && apart[i] == stride * static_cast<std::int64_t>(i);
    steps.access_on.push_back(on);
    steps.access_base.push_back(static_cast<std::int64_t>(base));
    steps.access_stride.push_back(regular ? stride : 0);
    steps.access_apart.push_back(regular ? std::vector<std::int64_t>{} : std::move(apart));
}

static bool all_below(const std::vector<int>& column, std::size_t least, std::size_t end) {
    return std::ranges::all_of(column, [&](int one) {
        return one + 1 >= static_cast<int>(least) && one < static_cast<int>(end);
    });
}

static bool accesses_agree(const Steps& s, std::size_t n) {
    const std::size_t count = s.access_step.size();
    if (s.access_kind.size() != count || s.access_space.size() != count ||
        s.access_bytes.size() != count || s.access_on.size() != count ||
        s.access_base.size() != count || s.access_stride.size() != count ||
        s.access_apart.size() != count || !all_below(s.access_step, 1, n) ||
        !all_below(s.access_kind, 1, std::size(access_kinds)) ||
        !all_below(s.access_space, 1, std::size(access_spaces)))
        return false;
    for (std::size_t i = 0; i < count; ++i) {
        const auto lanes = static_cast<std::size_t>(__builtin_popcount(s.access_on[i]));
        if (lanes == 0 || !(s.access_apart[i].empty() || s.access_apart[i].size() == lanes))
            return false;
    }
    return true;
}

bool columns_agree(const Overview& overview) {
    const auto is_letter = [](char letter) {
        return (letter >= '1' && letter <= warp_all) || letter == warp_turn ||
               letter == warp_waits || letter == warp_done;
    };
    return overview.columns >= 0 && overview.count >= overview.columns &&
           std::ranges::all_of(overview.warps, [&](const std::string& row) {
               return row.size() == static_cast<std::size_t>(overview.columns) &&
                      std::ranges::all_of(row, is_letter);
           });
}

bool columns_agree(const Steps& s) {
    const std::size_t n = s.warp.size();
    return s.function.size() == n && s.instruction.size() == n && s.ptx_line.size() == n &&
           s.chain.size() == n && s.lanes.size() == n && s.on.size() == n && s.kind.size() == n &&
           s.flags.size() == n && all_below(s.chain, 0, s.chains.size()) &&
           all_below(s.kind, 1, std::size(step_kinds)) &&
           std::ranges::none_of(s.chains, [](const auto& one) { return one.size() % 2 != 0; }) &&
           s.found_step.size() == s.found.size() && all_below(s.found_step, 1, n) &&
           accesses_agree(s, n);
}

} // namespace lockstep::protocol
