// SPDX-License-Identifier: MIT
// The JSON of `lockstep simulate`.
#include "app/cli/json_output.hpp"

#include <cmath>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace lockstep::cli {

namespace {

using OrderedJson = nlohmann::ordered_json;

/// Counts are whole; only the efficiency is not.
OrderedJson number_of(double value) {
    if (!std::isfinite(value))
        return nullptr;
    if (value == std::floor(value) && std::abs(value) < 9e15)
        return static_cast<long long>(value);
    return value;
}

OrderedJson json_of(const protocol::FindingInfo& finding) {
    return {{"kind", finding.kind},
            {"message", finding.message},
            {"remark", finding.remark},
            {"line", finding.line},
            {"ptx_line", finding.ptx_line},
            {"block", finding.block},
            {"thread", finding.thread},
            {"lane", finding.lane},
            {"count", number_of(finding.count)}};
}

OrderedJson json_of(const protocol::OccupancyInfo& occupancy) {
    const protocol::KernelFigures& figures = occupancy.figures;
    OrderedJson json{{"kernel", figures.kernel}};
    if (figures.registers > 0)
        json.update({{"registers_per_thread", figures.registers},
                     {"sm", figures.sm},
                     {"spilled_bytes", figures.spilled_bytes}});
    else
        json.update({{"registers_per_thread", nullptr},
                     {"unknown", occupancy.unknown},
                     {"fewest_blocks_per_sm", occupancy.fewest_per_sm}});
    json.update({{"static_shared_bytes", figures.shared_bytes},
                 {"shared_bytes", number_of(occupancy.shared_bytes)},
                 {"warps_per_block", occupancy.warps_per_block},
                 {"blocks_per_sm", occupancy.blocks_per_sm},
                 {"fraction", occupancy.fraction},
                 {"limiters", occupancy.limiters},
                 {"resident_blocks", occupancy.resident_blocks}});
    if (!occupancy.impossible.empty())
        json["impossible"] = occupancy.impossible;
    return json;
}

} // namespace

std::string simulation_json(const protocol::Simulated& seen, const std::string& device, int shown) {
    OrderedJson json{{"format", "lockstep-simulation"},
                     {"version", 1},
                     {"kernel", seen.kernel},
                     {"grid", seen.grid},
                     {"block", seen.block},
                     {"device", device},
                     {"seconds", seen.seconds},
                     {"finished", seen.finished},
                     {"remark", seen.remark}};
    json["occupancy"] = OrderedJson::array();
    for (const protocol::OccupancyInfo& occupancy : seen.occupancy)
        json["occupancy"].push_back(json_of(occupancy));
    json["counters"] = OrderedJson::object();
    for (const auto& [name, value] : seen.counters)
        json["counters"][name] = number_of(value);
    json["findings"] = OrderedJson::array();
    for (const protocol::FindingInfo& finding : seen.findings)
        json["findings"].push_back(json_of(finding));
    json["buffers"] = OrderedJson::object();
    if (shown >= 0) {
        OrderedJson& numbers = json["buffers"][fmt::format("{}", shown)] = OrderedJson::array();
        for (const double value : seen.shown)
            numbers.push_back(number_of(value));
    }
    return json.dump(1, ' ', false, OrderedJson::error_handler_t::replace) + "\n";
}

} // namespace lockstep::cli
