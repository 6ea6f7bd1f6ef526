// SPDX-License-Identifier: MIT
// The page: heading, then for each run its plot, what was found, its numbers and its settings, and
// the machine at the end.
#include "app/experiment/html_report.hpp"

#include "app/experiment/card_times.hpp"
#include "app/experiment/counts.hpp"
#include "app/experiment/fits.hpp"
#include "app/experiment/html_style.hpp"
#include "app/experiment/plain_text.hpp"
#include "app/experiment/run_words.hpp"
#include "app/experiment/sweep.hpp"
#include "sim/base/units.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <iterator>
#include <set>

namespace lockstep {

namespace {

constexpr double wide = 760, narrow = 380; ///< view boxes; the browser's width chooses

std::string_view verdict_class(Finding::Verdict verdict) {
    switch (verdict) {
    case Finding::Verdict::Holds:
        return "holds";
    case Finding::Verdict::DoesNotHold:
        return "fails";
    case Finding::Verdict::CannotBeShown:
        return "absent";
    case Finding::Verdict::Noted:
        return "noted";
    }
    return "";
}

/// What was computed or counted has none.
bool has_rounds(const Series& series) {
    return series.provenance != Provenance::Model && !series.is_simulated();
}

/// "1.331 ± 0.006", or why there is nothing.
std::string cell_words(const Series& series, const Estimate& mark) {
    const bool computed = series.provenance == Provenance::Model;
    if (series.is_simulated() && mark.n > 0)
        return count_digits(mark.value);
    if (!computed && mark.n == 0)
        return mark.reason.empty() ? "–" : fmt::format("– ({})", mark.reason);
    std::string words = mark.provisional || computed
                            ? format_number(mark.value, computed ? 4 : 2)
                            : format_with_interval(mark.value, mark.low, mark.high).text();
    if (mark.status == PointStatus::Disturbed)
        words += " (disturbed)";
    return words;
}

class Page {
  public:
    explicit Page(const Report& report) : m_report(report) {}

    std::string html() {
        put("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            "<title>{}</title>\n<style>\n{}</style>\n</head>\n<body>\n<main>\n",
            escaped_html(m_report.title), html_style);
        put("<h1>{}</h1>\n", escaped_html(m_report.title));
        if (!m_report.introduction.empty())
            put("<p class=\"lead\">{}</p>\n", escaped_html(plain_text(m_report.introduction)));
        for (const ReportPart& part : m_report.parts)
            if (part.run)
                add_part(part);
        if (const Run* run = first_run())
            add_machine(*run);
        put("</main>\n</body>\n</html>\n");
        return std::move(m_out);
    }

  private:
    template <class... Args>
    void put(fmt::format_string<Args...> format, Args&&... args) {
        fmt::format_to(std::back_inserter(m_out), format, std::forward<Args>(args)...);
    }

    const Run* first_run() const {
        for (const ReportPart& part : m_report.parts)
            if (part.run)
                return part.run;
        return nullptr;
    }

    void add_part(const ReportPart& part) {
        put("<section>\n");
        if (!part.title.empty())
            put("<h2>{}</h2>\n", escaped_html(part.title));
        PlotPicture picture = plot_picture(*part.run, part.context);
        picture.width = wide;
        picture.height = 440;
        put("<div class=\"wide\">{}</div>\n", plot_svg(picture));
        picture.width = narrow;
        picture.height = 360;
        put("<div class=\"narrow\">{}</div>\n", plot_svg(picture));
        for (const Finding& finding : part.findings)
            add_finding(finding);
        add_table(*part.run, part.context);
        for (const CardTable& table : card_tables(*part.run, part.context))
            add_card(table);
        add_settings(*part.run, part.context);
        put("</section>\n");
    }

    void add_finding(const Finding& finding) {
        put("<div class=\"finding {}\"><span class=\"verdict\">{}</span> <b>{}</b>",
            verdict_class(finding.verdict), verdict_words(finding.verdict),
            escaped_html(plain_text(finding.title)));
        if (!finding.says.empty())
            put("<p>{}</p>", escaped_html(plain_text(finding.says)));
        put("</div>\n");
    }

    void add_table(const Run& run, const PlotContext& context) {
        std::vector<const Series*> columns;
        std::set<double> xs;
        for (const Series& series : run.series) {
            columns.push_back(&series);
            for (const Estimate& mark : series.points)
                xs.insert(mark.x);
        }
        for (const Series& curve : context.curves)
            if (curve.provenance == Provenance::Model)
                columns.push_back(&curve);
        put("<div class=\"scroll\"><table>\n<caption>{}</caption>\n<thead><tr><th>{}</th>",
            escaped_html(y_words(run, context)), escaped_html(x_words(run, context)));
        for (const Series* series : columns) {
            put("<th>{}{}</th>{}",
                escaped_html(series->label.empty() ? series->variant : series->label),
                series->is_simulated() ? " (simulated)" : "",
                has_rounds(*series) ? "<th>rounds</th>" : "");
        }
        put("</tr></thead>\n<tbody>\n");
        for (const double x : xs)
            add_row(run, context, columns, x);
        put("</tbody></table></div>\n");
    }

    void add_row(const Run& run, const PlotContext& context,
                 const std::vector<const Series*>& columns, double x) {
        put("<tr><th>{}</th>", escaped_html(x_value_words(run, context, x)));
        for (const Series* series : columns) {
            const Estimate* mark = series->at(x);
            const bool model = series->provenance == Provenance::Model;
            put("<td class=\"{}\">{}</td>", model ? "model" : "measured",
                mark ? escaped_html(cell_words(*series, *mark)) : "");
            if (has_rounds(*series))
                put("<td class=\"rounds\">{}</td>",
                    !mark || mark->n == 0 ? ""
                    : mark->disturbed > 0 && mark->status == PointStatus::Ok
                        ? fmt::format("{}, {} left out", mark->n, mark->disturbed)
                        : fmt::format("{}", mark->n));
        }
        put("</tr>\n");
    }

    void add_card(const CardTable& table) {
        put("<div class=\"scroll\"><table>\n<caption>{}</caption>\n<thead><tr>",
            escaped_html(table.caption));
        for (const std::string& head : table.rows.front())
            put("<th>{}</th>", escaped_html(head));
        put("</tr></thead>\n<tbody>\n");
        for (std::size_t row = 1; row < table.rows.size(); ++row) {
            put("<tr><th>{}</th>", escaped_html(table.rows[row].front()));
            for (std::size_t i = 1; i < table.rows[row].size(); ++i)
                put("<td class=\"measured\">{}</td>", escaped_html(table.rows[row][i]));
            put("</tr>\n");
        }
        put("</tbody></table></div>\n");
    }

    void add_settings(const Run& run, const PlotContext& context) {
        std::size_t samples = 0;
        for (const Point& point : run.points)
            samples += point.time_ns.size();
        const auto settings = settings_words(run, context);
        put("<p class=\"small\">{}{}. {} points, {} samples in {:.1f} s{}. {}</p>\n",
            run.from_file ? fmt::format("Recorded: {}. ", escaped_html(run.origin)) : "",
            escaped_html(fmt::format("{}", fmt::join(settings, "; "))), run.points.size(), samples,
            run.seconds, run.cancelled ? ", stopped before the end" : "",
            "Whiskers are 95 % intervals (sign test over rounds).");
        for (const std::string& remark : run.remarks)
            put("<p class=\"small\">{}</p>\n", escaped_html(remark));
        for (const std::string& sentence : fit_sentences(run))
            put("<p class=\"small\">{}</p>\n", escaped_html(sentence));
        put("<p class=\"small\">Again: <code>{}</code></p>\n", escaped_html(repeat_command(run)));
    }

    void add_machine(const Run& run) {
        const protocol::Machine& machine = run.machine;
        put("<section>\n<h2>Machine</h2>\n<dl>\n");
        const auto row = [this](std::string_view name, const std::string& words) {
            if (!words.empty())
                put("<dt>{}</dt><dd>{}</dd>\n", name, escaped_html(words));
        };
        row("processor", machine.cpu);
        row("cores", fmt::format("{} of {} may be used", machine.cores, machine.cores_present));
        row("vector unit", machine.simd);
        row("memory", machine.memory_gib > 0 ? format_number(machine.memory_gib, 3) + " GiB" : "");
        row("graphics card", machine.has_gpu ? machine.gpu : "none: " + machine.gpu);
        for (const std::string& note : machine.notes)
            row("note", note);
        row("date", run.started);
        row("Lockstep", run.program);
        put("</dl>\n</section>\n");
    }

    const Report& m_report;
    std::string m_out;
};

} // namespace

std::string_view verdict_words(Finding::Verdict verdict) {
    switch (verdict) {
    case Finding::Verdict::Holds:
        return "holds";
    case Finding::Verdict::DoesNotHold:
        return "does not hold here";
    case Finding::Verdict::CannotBeShown:
        return "cannot be shown here";
    case Finding::Verdict::Noted:
        return "noted";
    }
    return "";
}

std::string html_of(const Report& report) {
    return Page(report).html();
}

std::string html_of(const Run& run, const PlotContext& context) {
    Report report;
    report.title = run_title(run, context);
    report.parts.push_back({{}, &run, context, {}});
    return html_of(report);
}

} // namespace lockstep
