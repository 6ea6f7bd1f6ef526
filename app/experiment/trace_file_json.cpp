// SPDX-License-Identifier: MIT
// The text of a trace file. Its request is the protocol's own message, so that a file holds
// whatever a bench can be asked.
#include "app/experiment/trace_file.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace lockstep {
namespace {

using Written = nlohmann::ordered_json;
using Read = nlohmann::json;

constexpr const char* damaged =
    "The file was damaged or edited; write it again with simulate --trace.";

Result<int> version_of(const Read& json, const std::string& name) {
    const auto found = json.find("version");
    if (found == json.end() || !found->is_number_integer())
        return fail(name, "the trace file does not say its version.", damaged);
    const auto version = found->is_number_unsigned() ? found->get<std::uint64_t>() : 0;
    return static_cast<int>(std::min<std::uint64_t>(version, 1'000'000));
}

Result<void> check_format(const Read& json, const std::string& name) {
    const auto format = json.find("format");
    if (format == json.end() || *format != "lockstep-trace")
        return fail(name, "this is JSON, but not a trace file of Lockstep.",
                    "A trace file begins with \"format\": \"lockstep-trace\".");
    LOCKSTEP_TRY(const int version, version_of(json, name));
    if (version > trace_file_version)
        return fail(name,
                    fmt::format("this trace file has version {}, and this Lockstep reads up to "
                                "version {}.",
                                version, trace_file_version),
                    "Open it with the newer Lockstep that wrote it.");
    return {};
}

Result<std::string> text_in(const Read& json, const char* field, const std::string& name) {
    const auto found = json.find(field);
    if (found == json.end() || found->is_null())
        return std::string();
    if (!found->is_string())
        return fail(name, fmt::format("'{}' is not text.", field), damaged);
    return found->get<std::string>();
}

Result<protocol::SimulateRequest> request_in(const Read& json, const std::string& name) {
    const auto found = json.find("request");
    if (found == json.end() || !found->is_object())
        return fail(name, "it does not say what was simulated.", damaged);
    Read message = *found;
    message["type"] = "simulate";
    const auto read =
        protocol::read_to_bench(message.dump(-1, ' ', false, Read::error_handler_t::replace));
    if (!read)
        return fail(name, fmt::format("its request: {}", read.error().what), damaged);
    const auto* request = std::get_if<protocol::SimulateRequest>(&*read);
    if (request == nullptr || request->points.size() + request->kernels.size() != 1)
        return fail(name, "its request is not of one kernel.", damaged);
    const std::string& ptx = request->kernels.empty() ? request->ptx : request->kernels[0].text;
    if (ptx.empty())
        return fail(name, "the kernel's PTX is missing.", damaged);
    if (request->traced_block < 0)
        return fail(name, "it does not say which block was traced.", damaged);
    return *request;
}

} // namespace

std::string write_trace(const TraceFile& trace) {
    // What it holds was text of files, which may be of any encoding.
    Written request = Written::parse(protocol::write(protocol::ToBench(trace.request)));
    Written json{{"format", "lockstep-trace"},    {"version", trace_file_version},
                 {"device", trace.device},        {"steps", trace.steps},
                 {"request", std::move(request)}, {"source", trace.source}};
    return json.dump(1, ' ', false, Written::error_handler_t::replace) + "\n";
}

Result<TraceFile> read_trace(std::string_view text, const std::string& name) {
    const Read json = Read::parse(text, nullptr, false);
    if (json.is_discarded() || !json.is_object())
        return fail(name, "this is not a whole JSON object.",
                    "The file was cut short or is no trace; write it again with simulate --trace.");
    LOCKSTEP_CHECK(check_format(json, name));
    TraceFile trace;
    LOCKSTEP_TRY(trace.device, text_in(json, "device", name));
    LOCKSTEP_TRY(trace.source, text_in(json, "source", name));
    LOCKSTEP_TRY(trace.request, request_in(json, name));
    if (const auto steps = json.find("steps"); steps != json.end() && steps->is_number_integer())
        trace.steps = steps->get<std::int64_t>();
    else
        return fail(name, "it does not say how many steps the trace has.", damaged);
    return trace;
}

} // namespace lockstep
