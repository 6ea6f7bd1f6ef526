// SPDX-License-Identifier: MIT
// From constants in code to names on the wire, and back.
#include "kernels/bench/catalogue.hpp"

#include "kernels/measure/cores.hpp"
#include "sim/base/units.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace lockstep::bench {
namespace {

std::string crew_name(Crew crew) {
    constexpr std::string_view names[] = {"one", "team", "threads", "arena", "beside", "card"};
    return std::string(names[static_cast<std::size_t>(crew)]);
}

protocol::ParameterInfo info_of(const Parameter& parameter) {
    return {std::string(parameter.name),
            std::string(parameter.words),
            std::string(parameter.unit),
            parameter.low,
            parameter.high,
            parameter.fallback,
            parameter.scale == Scale::Log,
            parameter.whole,
            {parameter.choices.begin(), parameter.choices.end()}};
}

protocol::VariantInfo info_of(const Variant& variant) {
    const std::string stem = std::filesystem::path(variant.file).stem().string();
    const std::string module =
        variant.crew == Crew::Card ? std::string(variant.workload) + "_" + stem : std::string();
    return {std::string(variant.name),
            std::string(variant.sentence),
            std::string(variant.function),
            std::string(variant.file),
            crew_name(variant.crew),
            takes_workers(variant.crew),
            module};
}

std::vector<const Variant*> variants_of(std::string_view workload) {
    std::vector<const Variant*> found;
    for (const Variant* const variant : all_variants())
        if (variant->workload == workload) found.push_back(variant);
    std::ranges::sort(found, {}, [](const Variant* variant) {
        return std::pair(variant->name != "serial", variant->name);
    });
    return found;
}

/// "Did you mean 'amdahl'?", or all there are.
std::string remedy_for(std::string_view wrong, const std::vector<std::string>& names) {
    const std::vector<std::string> nearest = nearest_names(wrong, names, 3);
    return nearest.empty() ? fmt::format("There are: {}.", fmt::join(names, ", "))
                           : fmt::format("Did you mean '{}'?", fmt::join(nearest, "' or '"));
}

template <class Range>
std::vector<std::string> names_of(const Range& things) {
    std::vector<std::string> names;
    for (const auto* const thing : things)
        names.emplace_back(thing->name);
    return names;
}

Result<Values> complete(const protocol::PointRequest& point, const Workload& workload, Crew crew) {
    Values values;
    std::vector<std::string> names{"p"};
    for (const Parameter& parameter : workload.parameters) {
        values.emplace(parameter.name, parameter.fallback);
        names.emplace_back(parameter.name);
    }
    values["p"] = takes_workers(crew) ? usable_cores().workers() : 1;
    for (const auto& [name, value] : point.parameters) {
        if (!values.contains(name))
            return fail(fmt::format("point {}", point.id),
                        fmt::format("'{}' has no parameter '{}'.", point.workload, name),
                        remedy_for(name, names));
        values[name] = value;
    }
    LOCKSTEP_CHECK(check_values(workload, values));
    return values;
}

} // namespace

bool takes_workers(Crew crew) {
    return crew == Crew::Team || crew == Crew::Threads || crew == Crew::Arena;
}

protocol::Catalogue catalogue() {
    protocol::Catalogue all;
    for (const Workload* const workload : all_workloads()) {
        protocol::WorkloadInfo info{std::string(workload->name),
                                    std::string(workload->title),
                                    std::string(workload->sentence),
                                    std::string(workload->item),
                                    {},
                                    {}};
        for (const Parameter& parameter : workload->parameters)
            info.parameters.push_back(info_of(parameter));
        for (const Variant* const variant : variants_of(workload->name))
            info.variants.push_back(info_of(*variant));
        all.workloads.push_back(std::move(info));
    }
    return all;
}

Result<SideRequest> find_point(const protocol::PointRequest& point) {
    const std::string where = fmt::format("point {}", point.id);
    const auto workloads = all_workloads();
    const auto workload = std::ranges::find(workloads, point.workload, &Workload::name);
    if (workload == workloads.end())
        return fail(where, fmt::format("unknown workload '{}'.", point.workload),
                    remedy_for(point.workload, names_of(workloads)));
    const std::vector<const Variant*> variants = variants_of(point.workload);
    const auto variant = std::ranges::find(variants, point.variant, &Variant::name);
    if (variant == variants.end())
        return fail(where, fmt::format("'{}' has no variant '{}'.", point.workload, point.variant),
                    remedy_for(point.variant, names_of(variants)));
    const auto serial = std::ranges::find(variants, "serial", &Variant::name);
    if (serial == variants.end())
        return fail(where,
                    fmt::format("'{}' has no serial variant to check against.", point.workload),
                    "Add one.");
    LOCKSTEP_TRY(Values values, complete(point, **workload, (*variant)->crew));
    return SideRequest{point.id, *workload, *variant, (*serial)->run, std::move(values)};
}

} // namespace lockstep::bench
