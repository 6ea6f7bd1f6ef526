// SPDX-License-Identifier: MIT
// Run files as the player needs them. What the protocol can read is handed to it as a message, so
// that a run file and the wire cannot disagree.
#include "kernels/bench/play.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace lockstep::bench {
namespace {

using Json = nlohmann::json;

constexpr int newest_version = 1;

/// The object as the protocol's message of this type.
template <class Message>
Result<Message> as_message(Json object, const char* type) {
    if (!object.is_object()) return fail(type, "this is not an object.");
    object["type"] = type;
    object.erase("protocol");
    const std::string line = object.dump(-1, ' ', false, Json::error_handler_t::replace);
    LOCKSTEP_TRY(auto message, protocol::read_from_bench(line, {}));
    return std::get<Message>(std::move(message));
}

const Json& at(const Json& object, const char* name) {
    static const Json nothing;
    const auto found = object.is_object() ? object.find(name) : object.end();
    return !object.is_object() || found == object.end() ? nothing : *found;
}

std::string text(const Json& value) {
    return value.is_string() ? value.get<std::string>() : "";
}

void add_values(Values& values, const Json& object) {
    if (object.is_object())
        for (const auto& [name, value] : object.items())
            if (value.is_number()) values[name] = value.get<double>();
}

/// A file of another program may lack the rounds; then samples of one place belong together.
Json with_rounds(Json samples) {
    if (!samples.is_object() || !at(samples, "time_ns").is_array()) return Json::object();
    if (!at(samples, "round").is_array()) {
        Json rounds = Json::array();
        for (std::size_t i = 0; i < samples["time_ns"].size(); ++i)
            rounds.push_back(i);
        samples["round"] = std::move(rounds);
    }
    return samples;
}

/// The longest worker's busy time, where the file has only the workers'.
void fill_longest(protocol::Samples& samples) {
    if (!samples.longest_ns.empty()) return;
    for (const auto& busy : samples.busy_ns)
        samples.longest_ns.push_back(busy.empty() ? 0 : *std::ranges::max_element(busy));
}

/// Status and reason of a point stand in the series, which say what the samples meant.
void add_status(PlayedRun& run, const Json& series) {
    for (const Json& one : series)
        for (const Json& mark : at(one, "points"))
            for (PlayedPoint& point : run.points) {
                const Json& number = at(mark, "point");
                if (!number.is_number_integer() || number != point.request.id) continue;
                Json state = {{"status", at(mark, "status")}, {"reason", at(mark, "reason")}};
                if (const auto read = as_message<protocol::PointState>(std::move(state), "point")) {
                    point.state.status = read->status;
                    point.state.reason = read->reason;
                }
            }
}

Result<PlayedPoint> point_of(const Json& json, const Json& experiment) {
    PlayedPoint point;
    const std::string workload = text(at(json, "workload"));
    point.request.id = at(json, "id").is_number_integer() ? at(json, "id").get<int>() : 0;
    point.request.workload = workload.empty() ? text(at(experiment, "workload")) : workload;
    point.request.variant = text(at(json, "variant"));
    add_values(point.request.parameters, at(experiment, "parameters"));
    add_values(point.request.parameters, at(json, "parameters"));
    point.request.parameters.erase("caches"); // of the whole run, and of no workload
    LOCKSTEP_TRY(point.samples,
                 as_message<protocol::Samples>(with_rounds(at(json, "samples")), "samples"));
    fill_longest(point.samples);
    if (const Json& items = at(json, "items"); items.is_number())
        point.state.items = items.get<double>();
    if (const Json& jobs = at(json, "jobs"); jobs.is_number())
        point.state.jobs = jobs.get<double>();
    if (at(json, "status").is_string()) {
        Json state = {{"status", at(json, "status")}, {"reason", at(json, "reason")}};
        LOCKSTEP_TRY(const auto read, as_message<protocol::PointState>(std::move(state), "point"));
        point.state.status = read.status;
        point.state.reason = read.reason;
    }
    if (at(json, "spans").is_object()) {
        LOCKSTEP_TRY(point.spans, as_message<protocol::Spans>(at(json, "spans"), "spans"));
    }
    return point;
}

/// A kept passport is the bench's answer, one line as it came.
Result<PlayedRun> passport_of(std::string_view file) {
    const std::string line(file.substr(0, file.find('\n')));
    LOCKSTEP_TRY(auto message, protocol::read_from_bench(line, {}));
    auto& answer = std::get<protocol::PassportAnswer>(message);
    PlayedRun played;
    played.machine = std::move(answer.machine);
    played.passport = std::move(answer.passport);
    return played;
}

} // namespace

Result<PlayedRun> read_played_run(std::string_view file, const std::string& name) {
    const Json json = Json::parse(file, nullptr, false);
    if (json.is_discarded())
        return fail(name, "this is not JSON: it may have been cut off.", "Save the run again.");
    if (text(at(json, "type")) == "passport") return passport_of(file);
    if (text(at(json, "format")) != "lockstep-run")
        return fail(name, "this is not a run file of Lockstep.", "Give a file that --json wrote.");
    const Json& version = at(json, "version");
    if (!version.is_number_integer() || version.get<int>() > newest_version)
        return fail(name,
                    fmt::format("this run file has version {}, and this bench reads up to {}.",
                                version.dump(), newest_version),
                    "Use the Lockstep that wrote it.");
    PlayedRun run;
    if (const auto passport =
            as_message<protocol::PassportAnswer>({{"machine", at(json, "passport")}}, "passport");
        passport && at(json, "passport").is_object())
        run.machine = passport->machine;
    for (const Json& point : at(json, "points")) {
        // What was simulated is simulated again: it has no samples to play.
        if (at(point, "counters").is_object()) continue;
        LOCKSTEP_TRY(PlayedPoint played, point_of(point, at(json, "experiment")));
        run.points.push_back(std::move(played));
    }
    add_status(run, at(json, "series"));
    for (const Json& remark : at(json, "remarks"))
        if (remark.is_string()) run.remarks.push_back(remark.get<std::string>());
    return run;
}

} // namespace lockstep::bench
