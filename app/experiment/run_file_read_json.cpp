// SPDX-License-Identifier: MIT
// The text of a run file as a run. Others write such files too, and people edit them: what cannot
// be is refused with the place where it stands, never guessed.
#include "app/experiment/run_file.hpp"
#include "app/experiment/run_file_columns.hpp"
#include "app/experiment/run_file_fields.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <limits>
#include <nlohmann/json.hpp>
#include <set>

// After json.hpp, which only this file includes.
#include "app/experiment/run_file_reader.hpp"

namespace lockstep {

namespace {

using namespace run_file;

/// Deeper than any run file: "[[[[..." of 60 MB would else become as many small allocations.
constexpr int deepest = 16;

class RunReader {
  public:
    RunReader(const Json& json, std::string name) : m_json(json), m_name(std::move(name)) {}

    Result<Run> run() {
        LOCKSTEP_CHECK(check_format());
        read_head();
        for (const Json* point : entries(m_json, "points"))
            read_point(*point);
        for (const Json* series : entries(m_json, "series"))
            read_series(*series);
        if (!m_problem.empty())
            return fail(m_name, m_problem, "The file was damaged or edited; save the run again.");
        m_run.from_file = true;
        m_run.origin = origin();
        return std::move(m_run);
    }

  private:
    static Result<int> version_of(const Json& json) {
        const auto found = json.find("version");
        if (found == json.end() || !found->is_number_integer())
            return fail("version", "the run file does not say its version.");
        return found->is_number_unsigned() && found->get<std::uint64_t>() > 1000000
                   ? 1000000
                   : static_cast<int>(found->get<std::int64_t>());
    }

    Result<void> check_format() const {
        const auto format = m_json.find("format");
        if (format != m_json.end() && *format == "lockstep-lesson")
            return fail(m_name, "this holds the runs of a whole lesson, not one run.",
                        "Take one of the entries of its list \"runs\".");
        if (format == m_json.end() || *format != "lockstep-run")
            return fail(m_name, "this is JSON, but not a run file of Lockstep.",
                        "A run file begins with \"format\": \"lockstep-run\".");
        const auto version = version_of(m_json);
        if (!version)
            return fail(m_name, version.error().what, "Save the run again.");
        if (*version > run_file_version)
            return fail(m_name,
                        fmt::format("this run file has version {}, and this Lockstep reads up to "
                                    "version {}.",
                                    *version, run_file_version),
                        "Open it with the newer Lockstep that wrote it.");
        return {};
    }

    void read_head() {
        Reader top{m_json, "", m_problem};
        top("id", m_run.id);
        top("started", m_run.started);
        top("lockstep", m_run.program);
        top("finished", m_run.finished);
        top("cancelled", m_run.cancelled);
        top("seconds", m_run.seconds);
        top("remarks", m_run.remarks);
        top("passport", m_run.machine);
        top("machine", m_run.machine.hash);
        if (!m_json.contains("finished"))
            m_run.finished = true;
        static const Json nothing = Json::object();
        const auto found = m_json.find("experiment");
        const Json& experiment = found != m_json.end() && found->is_object() ? *found : nothing;
        Reader reader{experiment, "experiment.", m_problem};
        reader("lesson", m_run.lesson);
        reader("id", m_run.experiment_id);
        reader("workload", m_run.workload);
        reader("parameters", m_run.parameters);
        reader("quantity", m_run.quantity);
        reader("unit", m_run.unit);
        reader("baseline", m_run.baseline);
        reader("cache", m_run.cache);
        if (experiment.contains("count"))
            reader("count", m_run.count.emplace());
        if (const auto x = experiment.find("x"); x != experiment.end() && x->is_object()) {
            Reader axis{*x, "experiment.x.", m_problem};
            axis("name", m_run.x);
            axis("unit", m_run.x_unit);
        }
    }

    /// The objects of a list; whatever else stands there is noted.
    std::vector<const Json*> entries(const Json& json, const char* name) {
        std::vector<const Json*> found;
        const auto list = json.find(name);
        if (list == json.end() || list->is_null())
            return found;
        if (!list->is_array())
            m_problem = fmt::format("{} is not a list.", name);
        else
            for (const Json& entry : *list)
                if (entry.is_object())
                    found.push_back(&entry);
                else if (m_problem.empty())
                    m_problem = fmt::format("{} holds what is no object.", name);
        return found;
    }

    void read_point(const Json& json) {
        Point point;
        point.id = static_cast<int>(m_run.points.size());
        const std::string path = fmt::format("points[{}].", m_run.points.size());
        Reader reader{json, path, m_problem};
        point_fields(reader, point);
        if (const auto samples = json.find("samples");
            samples != json.end() && samples->is_object()) {
            Reader columns{*samples, path + "samples.", m_problem};
            sample_fields(columns, point);
        }
        if (json.contains("counters"))
            read_counted(json, reader, point);
        if (json.contains("spans"))
            reader("spans", point.spans.emplace());
        if (point.workload.empty())
            point.workload = m_run.workload;
        if (!m_ids.insert(point.id).second && m_problem.empty())
            m_problem = fmt::format("two points have the id {}.", point.id);
        if (const std::string wrong = fit_columns(point); !wrong.empty() && m_problem.empty())
            m_problem = fmt::format("{}samples.{}", path, wrong);
        m_run.points.push_back(std::move(point));
    }

    static void read_counted(const Json& json, Reader& reader, Point& point) {
        point.simulated = true;
        Counted counted;
        counted_fields(reader, counted);
        if (!json.at("counters").empty())
            point.counted = std::move(counted);
    }

    void read_series(const Json& json) {
        Series series;
        std::string provenance = "measured";
        const std::string path = fmt::format("series[{}].", m_run.series.size());
        Reader reader{json, path, m_problem};
        reader("variant", series.variant);
        reader("label", series.label);
        reader("provenance", provenance);
        if (series.label.empty())
            series.label = series.variant;
        if (provenance == "simulated")
            series.provenance = Provenance::Simulated;
        else if (provenance == "model")
            series.provenance = Provenance::Model;
        else if (provenance == "predicted")
            series.provenance = Provenance::Predicted;
        else if (provenance == "measured")
            series.provenance = Provenance::Recorded;
        else if (m_problem.empty())
            m_problem = fmt::format("{}provenance is '{}'.", path, provenance.substr(0, 40));
        for (const Json* mark : entries(json, "points"))
            read_mark(*mark, fmt::format("{}points[{}].", path, series.points.size()), series);
        std::ranges::stable_sort(series.points, {}, &Estimate::x);
        m_run.series.push_back(std::move(series));
    }

    void read_mark(const Json& json, const std::string& path, Series& series) {
        constexpr double none = std::numeric_limits<double>::quiet_NaN();
        Estimate mark;
        mark.value = mark.low = mark.high = mark.with_all = none;
        Reader reader{json, path, m_problem};
        mark_fields(reader, mark);
        if (const auto factors = json.find("factors"); factors != json.end()) {
            // A card's are others, and are told by their first.
            if (factors->is_object() && factors->contains("kernel"))
                reader("factors", mark.card.emplace());
            else
                reader("factors", mark.factors.emplace());
        }
        if (json.contains("copies"))
            reader("copies", mark.copies.emplace());
        if (json.contains("lanes"))
            reader("lanes", mark.lanes.emplace());
        if (json.contains("f_measured"))
            reader("f_measured", mark.f_measured.emplace());
        if (std::isnan(mark.value)) {
            // Nothing is known of it: it is not there, unless the reason is.
            if (mark.status == PointStatus::Ok)
                return;
            mark.value = mark.n = 0;
        }
        for (double* end : {&mark.low, &mark.high, &mark.with_all})
            if (std::isnan(*end))
                *end = mark.value;
        if (!m_ids.contains(mark.point))
            mark.point = -1;
        if (!m_ids.contains(mark.baseline))
            mark.baseline = -1;
        series.points.push_back(std::move(mark));
    }

    std::string origin() const {
        const protocol::Machine& machine = m_run.machine;
        std::string words = machine.name.empty() ? "a machine without a name" : machine.name;
        if (!m_run.started.empty())
            words += ", " + m_run.started.substr(0, 10);
        return words;
    }

    const Json& m_json;
    const std::string m_name;
    std::string m_problem;
    std::set<int> m_ids;
    Run m_run;
};

} // namespace

namespace {

/// The whole text as JSON, an object; refused before it is read where it is too long.
Result<Json> parse_file(std::string_view text, const std::string& name) {
    if (text.size() > most_run_file_bytes)
        return fail(name, fmt::format("this has {} MB; no run has more than {}.", text.size() >> 20,
                                      most_run_file_bytes >> 20));
    bool too_deep = false;
    const auto shallow = [&too_deep](int depth, Json::parse_event_t, Json&) {
        too_deep = too_deep || depth > deepest;
        return depth <= deepest;
    };
    Json json = Json::parse(text, shallow, false);
    if (too_deep || (!json.is_discarded() && !json.is_object()))
        return fail(name, "this is not a run file of Lockstep.",
                    "A run file begins with \"format\": \"lockstep-run\".");
    if (json.is_discarded())
        return fail(name,
                    text.find("lockstep-run") == text.npos
                        ? "this is not JSON, and so not a run file."
                        : "this run file is cut off or damaged: it is not whole JSON.",
                    "Save the run again, or take another copy.");
    return json;
}

/// What `lockstep run LESSON --json` writes.
bool is_lesson_file(const Json& json) {
    const auto format = json.find("format");
    return format != json.end() && *format == "lockstep-lesson";
}

} // namespace

Result<Run> read_run(std::string_view text, const std::string& name) {
    LOCKSTEP_TRY(const Json json, parse_file(text, name));
    return RunReader(json, name).run();
}

Result<std::vector<Run>> read_runs(std::string_view text, const std::string& name) {
    LOCKSTEP_TRY(const Json json, parse_file(text, name));
    std::vector<Run> runs;
    if (!is_lesson_file(json)) {
        LOCKSTEP_TRY(Run run, RunReader(json, name).run());
        runs.push_back(std::move(run));
        return runs;
    }
    const auto list = json.find("runs");
    if (list != json.end() && list->is_array())
        for (const Json& entry : *list) {
            const std::string place = fmt::format("{}, runs[{}]", name, runs.size());
            if (!entry.is_object())
                return fail(place, "this is no run.", "Run the lesson again.");
            LOCKSTEP_TRY(Run run, RunReader(entry, place).run());
            runs.push_back(std::move(run));
        }
    if (runs.empty())
        return fail(name, "this lesson was not run: the file holds no run.",
                    "Run the lesson again.");
    return runs;
}

} // namespace lockstep
