// SPDX-License-Identifier: MIT
// A plan's buffers become allocations, its launches run one after another.
#include "kernels/bench/simulation.hpp"

#include "sim/ptx/read.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fstream>
#include <iterator>

namespace lockstep::bench {

namespace {

simt::Value value_of(const Argument& argument, const std::vector<std::uint64_t>& addresses) {
    return std::visit(
        [&](const auto& value) -> simt::Value {
            using T = std::decay_t<decltype(value)>;
            if constexpr (std::is_same_v<T, BufferArgument>)
                return simt::BufferAddress{addresses[static_cast<std::size_t>(value.buffer)]};
            else
                return value;
        },
        argument);
}

void add(simt::Outcome& sum, simt::Outcome next) {
    sum.counters += next.counters;
    std::ranges::move(next.findings, std::back_inserter(sum.findings));
    sum.finished = sum.finished && next.finished;
    sum.in_reference_order = sum.in_reference_order && next.in_reference_order;
    if (sum.remark.empty()) sum.remark = std::move(next.remark);
}

const std::vector<std::byte>& bytes_at(const simt::Memory& memory, std::uint64_t address) {
    const auto found = std::ranges::find(memory.allocations(), address, &simt::Allocation::address);
    return found->bytes;
}

} // namespace

simt::Launch launch_of(const Launch& wanted, const std::vector<std::uint64_t>& addresses) {
    simt::Launch launch{wanted.grid, wanted.block, wanted.shared_bytes, {}};
    for (const Argument& argument : wanted.arguments)
        launch.arguments.push_back(value_of(argument, addresses));
    return launch;
}

simt::Options options_of(const SimulationOptions& options) {
    simt::Options made;
    made.checks = {options.checks, options.checks, options.global_races};
    made.budget.seconds = options.budget_s;
    made.threads = std::max(1, options.cores);
    made.resident_blocks = std::max(1, options.resident_blocks);
    return made;
}

Result<simt::Outcome> simulate_launch(const std::shared_ptr<const simt::Program>& program,
                                      simt::Memory& memory, const simt::Launch& launch,
                                      const SimulationOptions& options, int number,
                                      std::unique_ptr<simt::Trace>& trace) {
    simt::Options wanted = options_of(options);
    if (options.residency != nullptr)
        wanted.resident_blocks = options.residency->wave_of(*program, launch);
    if (options.traced_block < 0 || options.traced_launch != number)
        return simt::simulate(*program, memory, launch, wanted);
    LOCKSTEP_TRY(simt::Traced traced,
                 simt::record(program, memory, launch, wanted,
                              static_cast<std::uint64_t>(options.traced_block)));
    trace = std::move(traced.trace);
    return std::move(traced.outcome);
}

static std::string name_beside(const Variant& variant, const LaunchPlan& plan,
                               std::string_view ending) {
    return plan.module + "_" + std::filesystem::path(variant.file).stem().string() +
           std::string(ending);
}

Result<std::string> text_beside(const Variant& variant, const LaunchPlan& plan,
                                const std::filesystem::path& folder, std::string_view ending) {
    const std::string name = name_beside(variant, plan, ending);
    std::ifstream in(folder / name, std::ios::binary);
    std::string text(std::istreambuf_iterator<char>(in), {});
    if (text.empty())
        return fail("", fmt::format("'{}' is missing beside the bench.", name),
                    "No nvcc was found when Lockstep was built: run `lockstep doctor`.");
    return text;
}

Result<std::shared_ptr<const ptx::Module>> module_of(const Variant& variant, const LaunchPlan& plan,
                                                     const std::filesystem::path& folder) {
    LOCKSTEP_TRY(const std::string text, text_beside(variant, plan, folder, ".ptx"));
    return read_module(text, name_beside(variant, plan, ".ptx"));
}

Result<std::shared_ptr<const ptx::Module>> read_module(const std::string& text,
                                                       const std::string& name) {
    LOCKSTEP_TRY(ptx::Module module, ptx::read(text, name));
    return std::make_shared<const ptx::Module>(std::move(module));
}

Result<SimulatedLaunches> simulate_plan(const LaunchPlan& plan,
                                        const std::shared_ptr<const ptx::Module>& module,
                                        const SimulationOptions& options) {
    simt::Memory memory;
    std::vector<std::uint64_t> addresses;
    for (std::size_t i = 0; i < plan.buffers.size(); ++i)
        addresses.push_back(memory.upload(fmt::format("buffer {}", i), plan.buffers[i].initial));
    SimulatedLaunches done;
    done.outcome.finished = true;
    if (options.traced_block >= 0 &&
        (options.traced_launch < 0 ||
         static_cast<std::size_t>(options.traced_launch) >= plan.launches.size()))
        return fail("trace", fmt::format("there is no launch {}.", options.traced_launch),
                    fmt::format("There are {}, counted from 0.", plan.launches.size()));
    for (std::size_t i = 0; i < plan.launches.size(); ++i) {
        const Launch& wanted = plan.launches[i];
        LOCKSTEP_TRY(const auto program, simt::prepare(module, wanted.kernel));
        LOCKSTEP_TRY(simt::Outcome outcome,
                     simulate_launch(program, memory, launch_of(wanted, addresses), options,
                                     static_cast<int>(i), done.trace));
        add(done.outcome, std::move(outcome));
        if (!done.outcome.finished) return done;
    }
    for (std::size_t i = 0; i < plan.buffers.size(); ++i)
        if (plan.buffers[i].result) done.results.push_back(bytes_at(memory, addresses[i]));
    done.checksum = plan.fold(done.results);
    return done;
}

} // namespace lockstep::bench
