// SPDX-License-Identifier: MIT
// `lockstep simulate`: a kernel lane by lane, on any machine. Counts and findings, never a time.
#include "app/cli/bench_client.hpp"
#include "app/cli/commands.hpp"
#include "app/cli/json_output.hpp"
#include "app/cli/kernel_file.hpp"
#include "app/cli/occupancy_words.hpp"
#include "app/cli/outputs.hpp"
#include "app/cli/simulate_trace.hpp"
#include "app/cli/terminal.hpp"
#include "app/cli/values.hpp"
#include "app/content/devices.hpp"
#include "sim/base/units.hpp"
#include "sim/simt/counters.hpp"
#include "sim/simt/limits.hpp"

#include <algorithm>
#include <cstdio>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace lockstep::cli {

namespace {

using protocol::Simulated;
using protocol::SimulateRequest;

/// "divergence/cuda_1", or a workload's first kernel.
Result<protocol::PointRequest> read_kernel_name(const SimulateOptions& options,
                                                const protocol::Catalogue& catalogue) {
    const auto slash = options.name.find('/');
    const std::string workload = options.name.substr(0, slash);
    const auto* known = catalogue.workload(workload);
    std::vector<std::string> kernels;
    for (const auto& each : catalogue.workloads)
        for (const auto& variant : each.variants)
            if (variant.crew == "card")
                kernels.push_back(each.name + "/" + variant.name);
    for (const std::string& kernel : kernels) {
        const bool named = slash == options.name.npos ? known && kernel.starts_with(workload + "/")
                                                      : kernel == options.name;
        if (!named)
            continue;
        protocol::PointRequest point;
        point.workload = workload;
        point.variant = kernel.substr(workload.size() + 1);
        LOCKSTEP_TRY(point.parameters, read_values(catalogue, workload, options.set));
        return point;
    }
    return Failure(unknown_name("kernel", options.name, kernels));
}

Result<simt::Device> read_device_named(const std::string& name, const std::filesystem::path& root) {
    const auto read = content::read_devices(root / "assets/devices");
    if (const simt::Device* device = read.device(name))
        return *device;
    std::vector<std::string> names;
    for (const simt::Device& device : read.devices)
        names.push_back(device.id);
    return Failure(unknown_name("device", name, names));
}

Result<SimulateRequest> make_request(const SimulateOptions& options, const Installed& installed,
                                     const BenchClient& bench) {
    SimulateRequest request;
    request.id = "simulate";
    request.checks = !options.fast;
    request.global_races = options.global_races;
    request.cores = bench.machine().cores;
    request.budget_s = options.budget_s;
    request.shown = options.shown;
    if (!options.trace.empty()) {
        request.traced_block = options.traced_block;
        request.traced_launch = options.traced_launch;
    }
    LOCKSTEP_TRY(const simt::Device device, read_device_named(options.device, installed.root));
    request.device = simt::limits_of(device);
    if (is_kernel_file(options.name)) {
        LOCKSTEP_TRY(protocol::KernelSource kernel, read_kernel_file(options));
        request.kernels.push_back(std::move(kernel));
    } else {
        LOCKSTEP_TRY(protocol::PointRequest point, read_kernel_name(options, bench.catalogue()));
        request.points.push_back(std::move(point));
    }
    return request;
}

std::string shape_words(const std::vector<int>& shape) {
    return fmt::format("{}", fmt::join(shape, " x "));
}

void print_counters(const Simulated& seen) {
    std::vector<std::vector<std::string>> rows;
    for (const simt::CounterInfo& counter : simt::counter_list())
        if (const auto found = seen.counters.find(std::string(counter.name));
            found != seen.counters.end() && found->second != 0)
            rows.push_back({std::string(counter.name), fmt::format("{:.0f}", found->second),
                            std::string(counter.metric)});
    if (const auto found = seen.counters.find("lane_efficiency"); found != seen.counters.end())
        rows.push_back({"lane_efficiency", format_percent(found->second), ""});
    fmt::print("{}", listing(rows));
}

void print_findings(const Simulated& seen) {
    if (seen.findings.empty())
        fmt::print("\n  Nothing was found wrong.\n");
    for (const protocol::FindingInfo& finding : seen.findings) {
        const std::string place = finding.line > 0 ? fmt::format("line {}", finding.line)
                                                   : fmt::format("PTX line {}", finding.ptx_line);
        fmt::print("\n{}", wrapped(fmt::format("  {}{}, {}, block {}, thread {}: {}", finding.kind,
                                               finding.remark ? " (a remark)" : "", place,
                                               fmt::join(finding.block, ","), finding.thread,
                                               finding.message),
                                   terminal_columns, 4));
        if (finding.count > 1)
            fmt::print("    {:.0f} times in all\n", finding.count);
    }
}

void print(const Simulated& seen, const SimulateOptions& options) {
    fmt::print("{}, simulated for {}\n  grid {}, block {}; {} s\n\n", options.name, options.device,
               shape_words(seen.grid), shape_words(seen.block), format_number(seen.seconds, 3));
    for (const protocol::OccupancyInfo& occupancy : seen.occupancy)
        fmt::print("{}\n", wrapped("  " + occupancy_words(occupancy), terminal_columns, 4));
    print_counters(seen);
    if (!seen.remark.empty())
        fmt::print("\n{}", wrapped("  " + seen.remark, terminal_columns, 2));
    print_findings(seen);
    if (!seen.shown.empty())
        fmt::print("\n  buffer {}: {}\n", options.shown, fmt::join(seen.shown, " "));
    fmt::print(
        "\n  Counts of PTX instructions, not cycles: a card runs what ptxas makes of them.\n");
}

bool has_fault(const Simulated& seen) {
    return !seen.finished ||
           std::ranges::any_of(seen.findings, [](const auto& finding) { return !finding.remark; });
}

int refuse_trouble(const Trouble& trouble) {
    if (!trouble.sentence.empty())
        tell({trouble.sentence, trouble.log, ""});
    return trouble.code;
}

/// The answer; or the exit code of what went wrong, which was told.
tl::expected<Simulated, int> answer_of(BenchClient& bench, const SimulateRequest& request) {
    std::optional<Simulated> seen;
    const auto trouble =
        bench.carry_out(request, request.id, [&](const protocol::FromBench& message) {
            if (const auto* answer = std::get_if<Simulated>(&message))
                seen = *answer;
        });
    if (trouble)
        return tl::unexpected(refuse_trouble(*trouble));
    if (!seen)
        return tl::unexpected(refuse({"simulate", "the bench gave no answer.", ""}, cannot));
    if (seen->status == protocol::PointStatus::Unavailable)
        return tl::unexpected(refuse({"", seen->reason, ""}, misuse));
    return *std::move(seen);
}

/// A trace file says itself what is to be done; of the options only where the answer goes counts.
Result<SimulateRequest> request_of_file(SimulateOptions& options, TraceFile& file) {
    LOCKSTEP_TRY(file, load_trace_file(options.name));
    options.device = file.device;
    if (options.shown < 0)
        options.shown = file.request.shown;
    file.request.id = "simulate";
    file.request.shown = options.shown;
    return file.request;
}

} // namespace

int simulate(const SimulateOptions& given) {
    SimulateOptions options = given;
    const auto installed = find_installed();
    if (!installed)
        return refuse(installed.error(), cannot);
    auto bench = BenchClient::create();
    if (!bench)
        return refuse_trouble(bench.error());
    TraceFile file;
    const bool again = is_trace_file(options.name);
    const auto request =
        again ? request_of_file(options, file) : make_request(options, *installed, **bench);
    if (!request)
        return refuse(request.error(), misuse);
    const auto seen = answer_of(**bench, *request);
    if (!seen)
        return seen.error();
    if (const std::string other = again ? trace_difference(file, seen->trace) : ""; !other.empty())
        tell({other, {}, ""});
    if (!options.trace.empty())
        if (const auto trouble = write_trace_file(**bench, options, *request, *seen))
            return refuse_trouble(*trouble);
    if (options.json != "-")
        print(*seen, options);
    if (!options.json.empty())
        if (const auto written =
                write_output(options.json, simulation_json(*seen, options.device, options.shown));
            !written)
            return refuse(written.error(), cannot);
    if (seen->status == protocol::PointStatus::Wrong)
        return refuse({"", seen->reason, ""}, cannot);
    return has_fault(*seen) ? answer_is_no : done;
}

} // namespace lockstep::cli
