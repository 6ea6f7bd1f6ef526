// SPDX-License-Identifier: MIT
// Rows and columns of runs.
#include "app/experiment/csv.hpp"

#include "app/experiment/card_times.hpp"
#include "app/experiment/parameters.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <map>
#include <vector>

namespace lockstep {

namespace {

/// A row as column -> field; columns that it lacks are empty.
using Row = std::map<std::string, std::string>;

std::string quoted(const std::string& field) {
    if (field.find_first_of(",\"\r\n") == std::string::npos)
        return field;
    std::string inside;
    for (const char c : field)
        inside += c == '"' ? std::string("\"\"") : std::string(1, c);
    return "\"" + inside + "\"";
}

std::string number(double value) {
    return std::isfinite(value) ? fmt::format("{}", value) : std::string{};
}

std::string_view status_words(PointStatus status) {
    switch (status) {
    case PointStatus::Ok:
        return "ok";
    case PointStatus::Wrong:
        return "wrong";
    case PointStatus::Unavailable:
        return "unavailable";
    case PointStatus::Disturbed:
        return "disturbed";
    }
    return "";
}

class Table {
  public:
    explicit Table(std::span<const CsvPart> parts) : m_parts(parts) {
        if (std::ranges::any_of(parts, [](const CsvPart& part) { return !part.name.empty(); }))
            column("run");
        for (const char* name : {"series", "provenance"})
            column(name);
        for (const CsvPart& part : parts)
            add_parameters(part);
        for (const CsvPart& part : parts) {
            const std::string value = quantity(*part.run);
            for (const std::string& name : {value, "low: " + value, "high: " + value})
                column(name);
        }
        for (const char* name :
             {"rounds", "rounds left out", "with all rounds", "status", "reason", "rate",
              "serial part", "load balance", "coordination", "f measured", "caches"})
            column(name);
        if (std::ranges::any_of(parts, [](const CsvPart& part) { return on_a_card(*part.run); }))
            for (const char* name : {"kernel", "launch", "copies [ns]",
                                     "copies of the baseline [ns]", "speedup with copies"})
                column(name);
    }

    std::string text() {
        for (const CsvPart& part : m_parts) {
            for (const Series& series : part.run->series)
                add_series(part, series);
            for (const Series& curve : part.context.curves)
                add_series(part, curve);
        }
        std::string text = line([](const std::string& name) { return name; });
        for (const Row& row : m_rows)
            text += line([&row](const std::string& name) {
                const auto field = row.find(name);
                return field == row.end() ? std::string{} : field->second;
            });
        return text;
    }

  private:
    void column(const std::string& name) {
        if (std::ranges::find(m_columns, name) == m_columns.end())
            m_columns.push_back(name);
    }

    std::string line(const auto& field_of) const {
        std::string text;
        for (const std::string& name : m_columns)
            text += (text.empty() ? "" : ",") + quoted(field_of(name));
        return text + "\r\n";
    }

    static std::string quantity(const Run& run) {
        return fmt::format("{} [{}]", run.quantity, run.unit.empty() ? "1" : run.unit);
    }

    static std::string parameter(const CsvPart& part, const std::string& name) {
        static const protocol::Catalogue nothing;
        const auto info = parameter_info(part.context.catalogue ? *part.context.catalogue : nothing,
                                         part.run->workload, name);
        const bool has_unit = info && !info->unit.empty() && info->unit != "share";
        return has_unit ? fmt::format("{} [{}]", name, info->unit) : name;
    }

    void add_parameters(const CsvPart& part) {
        column(parameter(part, part.run->x));
        for (const auto& [name, value] : part.run->parameters)
            if (name != caches_parameter)
                column(parameter(part, name));
    }

    void add_series(const CsvPart& part, const Series& series) {
        const Run& run = *part.run;
        const bool computed =
            series.provenance == Provenance::Model || series.provenance == Provenance::Predicted;
        for (const Estimate& mark : series.points) {
            Row row;
            row["run"] = part.name;
            row["series"] = series.label.empty() ? series.variant : series.label;
            row["provenance"] = name_of(series.provenance);
            for (const auto& [name, value] : run.parameters)
                if (name != caches_parameter)
                    row[parameter(part, name)] = number(value);
            row[parameter(part, run.x)] = number(mark.x);
            row["status"] = status_words(mark.status);
            row["reason"] = mark.reason;
            if (computed || mark.n > 0)
                row[quantity(run)] = number(mark.value);
            if (!computed && !series.is_simulated() && mark.n > 0)
                add_measured(run, mark, row);
            m_rows.push_back(std::move(row));
        }
    }

    static void add_measured(const Run& run, const Estimate& mark, Row& row) {
        if (!mark.provisional) {
            row["low: " + quantity(run)] = number(mark.low);
            row["high: " + quantity(run)] = number(mark.high);
        }
        row["rounds"] = fmt::format("{}", mark.n);
        row["caches"] = run.cache;
        row["rounds left out"] = fmt::format("{}", mark.disturbed);
        row["with all rounds"] = number(mark.with_all);
        if (mark.factors) {
            row["rate"] = number(mark.factors->rate);
            row["serial part"] = number(mark.factors->serial_part);
            row["load balance"] = number(mark.factors->load_balance);
            row["coordination"] = number(mark.factors->coordination);
        }
        if (mark.card) {
            row["kernel"] = number(mark.card->kernel);
            row["launch"] = number(mark.card->launch);
        }
        if (mark.copies) {
            row["copies [ns]"] = number(mark.copies->time_ns);
            row["copies of the baseline [ns]"] = number(mark.copies->baseline_ns);
            row["speedup with copies"] = number(mark.copies->speedup);
        }
        if (mark.f_measured)
            row["f measured"] = number(*mark.f_measured);
    }

    const std::span<const CsvPart> m_parts;
    std::vector<std::string> m_columns;
    std::vector<Row> m_rows;
};

} // namespace

std::string csv_of(std::span<const CsvPart> parts) {
    return Table(parts).text();
}

std::string csv_of(const Run& run, const PlotContext& context) {
    return csv_of(run, context, {});
}

std::string csv_of(const Run& run, const PlotContext& context, std::span<const NamedRun> beside) {
    std::vector<CsvPart> parts{{&run, context, beside.empty() ? "" : "this run"}};
    for (const NamedRun& other : beside)
        parts.push_back({&other.run, {nullptr, context.catalogue, {}}, other.name});
    return csv_of(parts);
}

} // namespace lockstep
