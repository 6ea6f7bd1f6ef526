// SPDX-License-Identifier: MIT
// `lockstep list`: what there is.
#include "app/cli/commands.hpp"
#include "app/cli/json_output.hpp"
#include "app/cli/terminal.hpp"
#include "app/cli/values.hpp"
#include "app/content/devices.hpp"
#include "app/content/recordings.hpp"
#include "sim/base/units.hpp"
#include "sim/models/model.hpp"

#include <algorithm>
#include <cstdio>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <functional>

namespace lockstep::cli {

namespace {

namespace fs = std::filesystem;

std::vector<Object> lessons(const Installed& installed) {
    std::vector<Object> found;
    for (const content::Lesson& lesson : installed.course.lessons)
        found.push_back({{"number", lesson.number},
                         {"id", lesson.id},
                         {"title", lesson.title},
                         {"unit", lesson.unit},
                         {"minutes", fmt::format("{}", lesson.minutes)}});
    return found;
}

std::vector<Object> workloads(const Installed& installed) {
    std::vector<Object> found;
    for (const protocol::WorkloadInfo& workload : installed.catalogue.workloads) {
        std::vector<std::string> variants, parameters;
        for (const protocol::VariantInfo& variant : workload.variants)
            variants.push_back(variant.name);
        for (const protocol::ParameterInfo& parameter : workload.parameters)
            parameters.push_back(parameter.name);
        found.push_back({{"name", workload.name},
                         {"title", workload.title},
                         {"sentence", workload.sentence},
                         {"variants", fmt::format("{}", fmt::join(variants, ", "))},
                         {"parameters", fmt::format("{}", fmt::join(parameters, ", "))}});
    }
    return found;
}

std::vector<Object> variants(const Installed& installed) {
    std::vector<Object> found;
    for (const protocol::WorkloadInfo& workload : installed.catalogue.workloads)
        for (const protocol::VariantInfo& variant : workload.variants)
            found.push_back({{"workload", workload.name},
                             {"name", variant.name},
                             {"sentence", variant.sentence},
                             {"file", variant.file}});
    return found;
}

std::vector<Object> all_models(const Installed&) {
    std::vector<Object> found;
    for (const models::Model* model : models::all_models())
        found.push_back({{"name", std::string(model->name)},
                         {"title", std::string(model->title)},
                         {"sentence", std::string(model->sentence)},
                         {"source", std::string(model->source)}});
    return found;
}

std::string device_words(const simt::Device& device) {
    return fmt::format(
        "{} {}: {} SMs, each with {} warps in {} blocks and {} KiB of shared memory; "
        "{} MiB of L2, {} GB/s",
        device.architecture, device.capability(), device.sms, device.warps_per_sm,
        device.blocks_per_sm, device.shared_bytes_per_sm / 1024, device.l2_bytes >> 20,
        format_number(device.dram_bandwidth_gb_s, 4));
}

/// What is wrong with a card goes to standard error; it is left out.
std::vector<Object> devices(const Installed& installed) {
    const auto read = content::read_devices(installed.root / "assets" / "devices");
    for (const content::Problem& problem : read.problems)
        fmt::print(stderr, "lockstep: {}\n", problem.text());
    std::vector<Object> found;
    for (const simt::Device& device : read.devices) {
        Object object{{"name", device.id},
                      {"title", device.name},
                      {"compute_capability", device.capability()},
                      {"words", device_words(device)}};
        for (const auto& [figure, value, source] : device.citations) {
            object.emplace_back(figure, format_number(value, 9));
            object.emplace_back(figure + "_source", source);
        }
        for (const auto& [level, latency] :
             {std::pair("arithmetic", &device.arithmetic), std::pair("shared", &device.shared),
              std::pair("l1_hit", &device.l1_hit), std::pair("l2_hit", &device.l2_hit),
              std::pair("dram", &device.dram)}) {
            object.emplace_back(fmt::format("{}_cycles", level),
                                fmt::format("{}", latency->cycles));
            object.emplace_back(fmt::format("{}_cycles_source", level), latency->source);
        }
        found.push_back(std::move(object));
    }
    return found;
}

/// What is wrong with an entry goes to standard error; it is left out.
std::vector<Object> recordings(const Installed& installed) {
    const auto read = content::read_recordings(installed.root / "assets" / "recordings");
    for (const content::Problem& problem : read.problems)
        fmt::print(stderr, "lockstep: {}\n", problem.text());
    std::vector<Object> found;
    for (const content::Recording& recording : read.recordings)
        found.push_back({{"file", recording.file},
                         {"lesson", recording.lesson},
                         {"experiment", recording.experiment},
                         {"of", recording.lesson + ", " + recording.experiment},
                         {"machine", recording.machine},
                         {"gpu", recording.gpu},
                         {"cores", fmt::format("{}", recording.cores)},
                         {"date", recording.date},
                         {"sha256", recording.sha256}});
    return found;
}

struct Kind {
    std::string name;
    std::function<std::vector<Object>(const Installed&)> entries;
    std::vector<std::string> shown; ///< fields of the terminal's list, in order
    std::string none;               ///< said when there are none
};

std::vector<Kind> kinds() {
    return {{"lessons", lessons, {"number", "id", "title"}, "No lessons were found."},
            {"workloads",
             workloads,
             {"name", "title", "variants"},
             "No workloads are known: the bench is not built."},
            {"variants",
             variants,
             {"workload", "name", "sentence"},
             "No variants are known: the bench is not built."},
            {"models", all_models, {"name", "sentence"}, "There are no models."},
            {"devices",
             devices,
             {"name", "title", "words"},
             "No device descriptions came with this version."},
            {"recordings",
             recordings,
             {"of", "machine", "date", "file"},
             "No recordings came with this version."}};
}

void print(const Kind& kind, const std::vector<Object>& entries) {
    if (entries.empty()) {
        fmt::print("  {}\n", kind.none);
        return;
    }
    std::vector<std::vector<std::string>> rows;
    for (const Object& object : entries) {
        std::vector<std::string> row;
        for (const std::string& field : kind.shown)
            for (const auto& [name, value] : object)
                if (name == field)
                    row.push_back(value);
        rows.push_back(std::move(row));
    }
    fmt::print("{}", listing(rows));
}

} // namespace

int list(const ListOptions& options) {
    const auto installed = find_installed();
    if (!installed)
        return refuse(installed.error(), cannot);
    std::vector<std::string> names;
    std::vector<std::pair<std::string, std::vector<Object>>> found;
    // Without a word the terminal gets what can be started; JSON gets everything.
    const auto wanted = [&](const std::string& name) {
        if (!options.what.empty())
            return options.what == name;
        return options.json || name == "lessons" || name == "workloads";
    };
    for (const Kind& kind : kinds()) {
        names.push_back(kind.name);
        if (wanted(kind.name))
            found.emplace_back(kind.name, kind.entries(*installed));
    }
    if (found.empty())
        return refuse(unknown_name("list of", options.what, names), misuse);
    if (options.json) {
        fmt::print("{}", list_json(found));
        return done;
    }
    for (const Kind& kind : kinds())
        for (const auto& [name, entries] : found)
            if (name == kind.name) {
                if (options.what.empty())
                    fmt::print("{}{}\n", name == "lessons" ? "" : "\n", name);
                print(kind, entries);
            }
    if (options.what.empty())
        fmt::print("\nSee also lockstep list variants, models, devices or recordings.\n");
    return done;
}

} // namespace lockstep::cli
