// SPDX-License-Identifier: MIT
// A run as the text of a run file: a line for each point and each mark, so that a person can read
// it and a version control shows what differs.
#include "app/experiment/run_file.hpp"
#include "app/experiment/run_file_fields.hpp"

#include <cmath>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace lockstep {

namespace {

using OrderedJson = nlohmann::ordered_json; // fields in the order of run_file_fields.hpp
using namespace run_file;

struct Writer {
    OrderedJson out = OrderedJson::object();
    void operator()(const char* name, const auto& value);
};

OrderedJson written(const auto& plain) {
    return plain;
}

OrderedJson written(double number) {
    return std::isfinite(number) ? OrderedJson(number) : OrderedJson(nullptr); // JSON has no NaN
}

OrderedJson written(PointStatus status) {
    return protocol::status_names[static_cast<std::size_t>(status)];
}

OrderedJson written(const Values& values) {
    OrderedJson object = OrderedJson::object();
    for (const auto& [name, value] : values)
        object[name] = written(value);
    return object;
}

template <class T>
requires requires(Writer& writer, const T& part) {
    fields(writer, part);
}
OrderedJson written(const T& part) {
    Writer writer;
    fields(writer, part);
    return std::move(writer.out);
}

template <class T>
OrderedJson written(const std::vector<T>& list) {
    OrderedJson array = OrderedJson::array();
    for (const T& entry : list)
        array.push_back(written(entry));
    return array;
}

void Writer::operator()(const char* name, const auto& value) {
    out[name] = written(value);
}

OrderedJson point_json(const Point& point) {
    Writer writer, samples;
    point_fields(writer, point);
    if (point.simulated) {
        // Without counters it was asked for, and what became of it stands in its status.
        counted_fields(writer, point.counted ? *point.counted : Counted{});
        return std::move(writer.out);
    }
    sample_fields(samples, point);
    writer.out["samples"] = std::move(samples.out);
    if (point.spans)
        writer.out["spans"] = written(*point.spans);
    return std::move(writer.out);
}

/// A mark without rounds or count has no value: null, so that nobody takes 0 for a measurement.
OrderedJson mark_json(const Estimate& mark, bool found_out) {
    Writer writer;
    mark_fields(writer, mark);
    if (found_out && mark.n == 0)
        for (const char* name : {"value", "low", "high", "with_all"})
            writer.out[name] = nullptr;
    if (mark.factors)
        writer.out["factors"] = written(*mark.factors);
    if (mark.card)
        writer.out["factors"] = written(*mark.card);
    if (mark.copies)
        writer.out["copies"] = written(*mark.copies);
    if (mark.lanes)
        writer.out["lanes"] = written(*mark.lanes);
    if (mark.f_measured)
        writer.out["f_measured"] = written(*mark.f_measured);
    return std::move(writer.out);
}

std::string line_of(const OrderedJson& json) {
    // A byte that is not UTF-8 (a file name in a reason) must not keep a run from being saved.
    return json.dump(-1, ' ', false, OrderedJson::error_handler_t::replace);
}

std::string series_text(const Series& series) {
    const bool measured =
        series.provenance == Provenance::Measured || series.provenance == Provenance::Recorded;
    const bool found_out = measured || series.is_simulated();
    OrderedJson head = {
        {"variant", series.variant},
        {"label", series.label},
        {"provenance", name_of(measured ? Provenance::Measured : series.provenance)},
        {"interval", measured ? "sign-test 95 %" : ""}};
    std::string text = "  " + line_of(head);
    text.back() = ','; // in place of the closing brace
    text += "\"points\":[";
    for (std::size_t i = 0; i < series.points.size(); ++i)
        text += (i ? ",\n    " : "\n    ") + line_of(mark_json(series.points[i], found_out));
    return text + "]}";
}

OrderedJson experiment_json(const Run& run) {
    OrderedJson json = {{"lesson", run.lesson},
                        {"id", run.experiment_id},
                        {"workload", run.workload},
                        {"parameters", written(run.parameters)},
                        {"x", {{"name", run.x}, {"unit", run.x_unit}}},
                        {"quantity", run.quantity},
                        {"unit", run.unit},
                        {"baseline", run.baseline},
                        {"cache", run.cache}};
    if (run.count)
        json["count"] = written(*run.count);
    return json;
}

} // namespace

std::string write_run(const Run& run) {
    std::string text = "{\"format\":\"lockstep-run\"";
    const auto add = [&text](const char* name, const OrderedJson& value) {
        text += fmt::format(",\n\"{}\":{}", name, line_of(value));
    };
    add("version", run_file_version);
    add("id", run.id);
    add("started", run.started);
    add("lockstep", run.program);
    add("machine", run.machine.hash);
    add("passport", written(run.machine));
    add("experiment", experiment_json(run));
    add("finished", run.finished);
    add("cancelled", run.cancelled);
    add("seconds", written(run.seconds));
    add("remarks", written(run.remarks));
    text += ",\n\"points\":[";
    for (std::size_t i = 0; i < run.points.size(); ++i)
        text += (i ? ",\n  " : "\n  ") + line_of(point_json(run.points[i]));
    text += "],\n\"series\":[";
    for (std::size_t i = 0; i < run.series.size(); ++i)
        text += (i ? ",\n" : "\n") + series_text(run.series[i]);
    return text + "]}\n";
}

} // namespace lockstep
