// SPDX-License-Identifier: MIT
#include "app/cli/simulate_trace.hpp"

#include <cstdio>
#include <fmt/format.h>

namespace lockstep::cli {

bool is_trace_file(const std::string& name) {
    return name.ends_with(trace_file_ending);
}

/// The bench's PTX: of CUDA C++ it was made there.
static tl::expected<std::string, Trouble> ask_for_ptx(BenchClient& bench, std::int64_t lines) {
    std::string text;
    std::int64_t next = 1;
    while (next <= lines) {
        const auto answer = bench.ask(protocol::PtxRequest{"ptx", next, 5000});
        if (!answer)
            return tl::unexpected(answer.error());
        const auto* part = std::get_if<protocol::PtxText>(&*answer);
        if (part == nullptr || part->lines.empty())
            return tl::unexpected(Trouble{cannot, "The bench did not say what it executed.", {}});
        for (const std::string& line : part->lines)
            text += line + "\n";
        next += static_cast<std::int64_t>(part->lines.size());
    }
    return text;
}

/// Another version's defaults may be others, and the inputs follow from the parameters.
static void name_every_parameter(protocol::PointRequest& point,
                                 const protocol::Catalogue& catalogue) {
    if (const auto* workload = catalogue.workload(point.workload))
        for (const protocol::ParameterInfo& parameter : workload->parameters)
            point.parameters.try_emplace(parameter.name, parameter.fallback);
}

std::optional<Trouble> write_trace_file(BenchClient& bench, const SimulateOptions& options,
                                        const protocol::SimulateRequest& request,
                                        const protocol::Simulated& seen) {
    if (seen.trace.block < 0)
        return Trouble{cannot, "The bench kept no trace.", {}};
    auto ptx = ask_for_ptx(bench, seen.trace.ptx_lines);
    if (!ptx)
        return ptx.error();
    TraceFile trace;
    trace.device = options.device;
    trace.request = request;
    trace.steps = seen.trace.steps;
    // Another machine may have no ptxas, and the wave would be another.
    for (const protocol::OccupancyInfo& occupancy : seen.occupancy)
        if (occupancy.figures.registers > 0)
            trace.request.figures.push_back(occupancy.figures);
    if (request.kernels.empty()) {
        trace.request.ptx = *std::move(ptx);
        name_every_parameter(trace.request.points.front(), bench.catalogue());
    } else {
        protocol::KernelSource& kernel = trace.request.kernels.front();
        if (kernel.name.ends_with(".cu")) {
            trace.source = std::move(kernel.text);
            kernel.name += ".ptx";
        }
        kernel.text = *std::move(ptx);
    }
    if (protocol::write(protocol::ToBench(trace.request)).size() > protocol::longest_line)
        return Trouble{cannot, "The kernel and its inputs are too long for a trace file.", {}};
    if (const auto saved = save_trace_file(trace, options.trace); !saved)
        return Trouble{cannot, saved.error().text(), {}};
    fmt::print(stderr, "Written: {}\n", options.trace);
    return std::nullopt;
}

} // namespace lockstep::cli
