// SPDX-License-Identifier: MIT
// The drawing: ground, grid, curves, whiskers, marks, legend. Colours are the light tokens of the
// window; shapes and dashes tell series apart where colours cannot be seen.
#include "app/experiment/plot_svg.hpp"

#include "app/experiment/axis_ticks.hpp"
#include "app/experiment/plain_text.hpp"
#include "sim/base/units.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <iterator>

namespace lockstep {

namespace {

constexpr std::string_view ink = "#1F2328", soft = "#5B626B", faint = "#6B727B", grid = "#E3E1DC";
constexpr std::string_view zone = "#F6F5F2", cost = "#B25E00";
constexpr double small = 13; ///< text size in units of the view box

std::string_view colour_of(Provenance provenance) {
    switch (provenance) {
    case Provenance::Measured:
    case Provenance::Recorded:
        return "#0B6E99";
    case Provenance::Simulated:
        return "#7B3FA0";
    case Provenance::Model:
        return "#7A7F87";
    case Provenance::Predicted:
        return "#C2410C";
    }
    return ink;
}

bool is_line(Provenance provenance) {
    return provenance == Provenance::Model || provenance == Provenance::Predicted;
}

/// About how wide a line of the interface's type is; good enough to wrap a legend.
double text_width(std::string_view text) {
    const auto letters = std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; });
    return 0.55 * small * static_cast<double>(letters);
}

struct LegendPlace {
    double x, y; ///< of the mark's left end and the text's base line
};

class Drawing {
  public:
    explicit Drawing(const PlotPicture& picture) : m_picture(picture) { lay_out(); }

    std::string svg() {
        open();
        draw_ground();
        draw_y_axis();
        draw_x_axis();
        draw_legend();
        for (std::size_t i = 0; i < m_picture.series.size(); ++i)
            draw_curve(i);
        for (std::size_t i = 0; i < m_picture.series.size(); ++i)
            draw_marks(i);
        return m_out + "</svg>\n";
    }

  private:
    template <class... Args>
    void put(fmt::format_string<Args...> format, Args&&... args) {
        fmt::format_to(std::back_inserter(m_out), format, std::forward<Args>(args)...);
    }

    /// The legend stands above the plot in as many lines as it needs; the plot has the rest.
    void lay_out() {
        m_left = 58;
        m_right = m_picture.width - 22;
        double x = 8, y = 22 + (m_picture.y.words.empty() ? 0 : 22);
        for (const PlotSeries& series : m_picture.series) {
            const double width = 30 + text_width(series.label) + 18;
            if (x > 8 && x + width > m_picture.width - 8) {
                x = 8;
                y += 20;
            }
            m_legend.push_back({x, y});
            x += width;
        }
        m_top = (m_legend.empty() ? y - 20 : y) + 18;
        m_bottom = m_picture.height - (m_picture.x.words.empty() ? 28 : 52);
    }

    static double share(const PlotAxis& axis, double value) {
        if (axis.doubling && axis.low > 0)
            return std::log(std::max(value, 1e-300) / axis.low) / std::log(axis.high / axis.low);
        return (value - axis.low) / (axis.high - axis.low);
    }
    double pixel_x(double x) const { return m_left + share(m_picture.x, x) * (m_right - m_left); }
    /// Whiskers and curves may leave the plot; they end at its edge.
    double pixel_y(double y) const {
        return std::clamp(m_bottom - share(m_picture.y, y) * (m_bottom - m_top), m_top - 6,
                          m_bottom + 6);
    }

    void open() {
        put("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {:.0f} {:.0f}\" role=\"img\" "
            "font-family=\"Inter, system-ui, sans-serif\" "
            "font-size=\"{:.0f}\">\n<title>{}</title>\n",
            m_picture.width, m_picture.height, small, escaped_html(m_picture.title));
        put("<rect width=\"100%\" height=\"100%\" fill=\"#FFFFFF\"/>\n");
    }

    void text(double x, double y, std::string_view anchor, std::string_view colour,
              std::string_view words) {
        put("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\" fill=\"{}\">{}</text>\n", x, y,
            anchor, colour, escaped_html(words));
    }

    void draw_ground() {
        if (m_picture.beyond_x > 0 && m_picture.beyond_x < m_picture.x.high) {
            const double from = pixel_x(m_picture.beyond_x);
            put("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" "
                "fill=\"{}\"/>\n",
                from, m_top, m_right - from, m_bottom - m_top, zone);
            if (m_right - from > text_width("beyond this machine"))
                text(m_right - 4, m_bottom - 8, "end", faint, "beyond this machine");
        }
    }

    void draw_level(double y, std::string_view colour) {
        put("<path d=\"M{:.1f} {:.1f}H{:.1f}\" stroke=\"{}\"/>\n", m_left, pixel_y(y), m_right,
            colour);
    }

    void draw_y_axis() {
        const PlotAxis& axis = m_picture.y;
        text(8, 22, "start", ink, axis.words);
        const std::vector<double> ticks = ticks_of(axis, 6);
        for (std::size_t i = 0; i < ticks.size(); ++i) {
            draw_level(ticks[i], grid);
            text(m_left - 8, pixel_y(ticks[i]) + 4.5, "end", faint, tick_words(axis, ticks, i));
        }
        if (m_picture.baseline && *m_picture.baseline < axis.high)
            draw_level(*m_picture.baseline, "#B9BDC3");
    }

    void draw_x_axis() {
        const PlotAxis& axis = m_picture.x;
        const std::vector<double> ticks = ticks_of(axis, 6);
        double free_from = -1e9;
        for (std::size_t i = 0; i < ticks.size(); ++i) {
            const std::string words = tick_words(axis, ticks, i);
            const double at = pixel_x(ticks[i]), half = text_width(words) / 2;
            if (at - half < free_from)
                continue; // words of neighbours never touch
            text(std::clamp(at, half + 2, m_picture.width - half - 2), m_bottom + 20, "middle",
                 faint, words);
            free_from = at + half + 8;
        }
        text((m_left + m_right) / 2, m_picture.height - 10, "middle", ink, axis.words);
    }

    std::vector<double> ticks_of(const PlotAxis& axis, int about) const {
        if (!axis.ticks.empty())
            return axis.ticks;
        return axis.doubling ? doubling_ticks(axis.low, axis.high, about + 2)
                             : even_ticks(axis.low, axis.high, about);
    }

    static std::string tick_words(const PlotAxis& axis, const std::vector<double>& ticks,
                                  std::size_t i) {
        if (i < axis.tick_words.size())
            return axis.tick_words[i];
        return axis.percent ? format_percent(ticks[i], 3) : format_number(ticks[i], 4);
    }

    void draw_legend() {
        for (std::size_t i = 0; i < m_legend.size(); ++i) {
            const PlotSeries& series = m_picture.series[i];
            const LegendPlace at = m_legend[i];
            if (is_line(series.provenance))
                put("<line x1=\"{:.1f}\" x2=\"{:.1f}\" y1=\"{:.1f}\" y2=\"{:.1f}\" {}/>\n", at.x,
                    at.x + 22, at.y - 4.5, at.y - 4.5, stroke(i));
            else
                put("{}\n", shape(i, at.x + 12, at.y - 4.5, 5, false));
            text(at.x + 30, at.y, "start", soft, series.label);
        }
    }

    /// Models are thin and the second is dashed, a guess is thick, what was simulated is dashed.
    std::string stroke(std::size_t index) const {
        const Provenance provenance = m_picture.series[index].provenance;
        const auto earlier = std::count_if(
            m_picture.series.begin(), m_picture.series.begin() + static_cast<std::ptrdiff_t>(index),
            [&](const PlotSeries& series) { return series.provenance == provenance; });
        std::string_view dash;
        if (provenance == Provenance::Simulated)
            dash = "6 4";
        else if (earlier > 0)
            dash = earlier % 2 ? "7 4" : "2 4";
        return fmt::format(
            "stroke=\"{}\" stroke-width=\"{}\" fill=\"none\" stroke-linecap=\"round\"{}",
            colour_of(provenance), provenance == Provenance::Predicted ? 2.6 : 1.6,
            dash.empty() ? "" : fmt::format(" stroke-dasharray=\"{}\"", dash));
    }

    void draw_curve(std::size_t index) {
        const PlotSeries& series = m_picture.series[index];
        if (!is_line(series.provenance) && series.provenance != Provenance::Simulated)
            return;
        std::string points;
        double steps = 0;
        for (const PlotMark& mark : series.marks) {
            if (!std::isfinite(mark.y))
                continue;
            // A small wobble, always the same: a guess looks drawn by hand.
            const double wobble =
                series.provenance == Provenance::Predicted ? 0.9 * std::sin(2.4 * ++steps) : 0;
            points += fmt::format("{:.1f},{:.1f} ", pixel_x(mark.x), pixel_y(mark.y) + wobble);
        }
        put("<polyline points=\"{}\" {}/>\n", points, stroke(index));
    }

    void draw_marks(std::size_t index) {
        const PlotSeries& series = m_picture.series[index];
        if (is_line(series.provenance))
            return;
        for (const PlotMark& mark : series.marks) {
            const double x = pixel_x(mark.x);
            if (!std::isfinite(mark.y)) {
                const double y = m_bottom - 10;
                put("<path d=\"M{:.1f} {:.1f}l8 8m0 -8l-8 8\" stroke=\"{}\" stroke-width=\"1.6\">"
                    "<title>{}</title></path>\n",
                    x - 4, y - 4, faint, title_of(series, mark));
                continue;
            }
            if (!mark.provisional && mark.high > mark.low)
                put("<path d=\"M{0:.1f} {1:.1f}V{2:.1f}\" stroke=\"{3}\" stroke-width=\"1.4\"/>\n",
                    x, pixel_y(mark.low), pixel_y(mark.high), colour_of(series.provenance));
            put("<g><title>{}</title>{}</g>\n", title_of(series, mark),
                shape(index, x, pixel_y(mark.y), 5, mark.status == PointStatus::Disturbed));
        }
    }

    std::string title_of(const PlotSeries& series, const PlotMark& mark) const {
        const std::string place =
            fmt::format("{}: {} = {}", series.label, m_picture.x.words,
                        m_picture.x.percent ? format_percent(mark.x, 3) : format_number(mark.x, 4));
        if (!std::isfinite(mark.y))
            return escaped_html(place + ": no value");
        return escaped_html(
            fmt::format("{}: {}", place, format_with_interval(mark.y, mark.low, mark.high).text()));
    }

    /// Measured is filled, recorded hollow, simulated a diamond; several measured series have
    /// several shapes. A disturbed one is hollow in the colour of what costs.
    std::string shape(std::size_t index, double x, double y, double r, bool disturbed) const {
        const Provenance provenance = m_picture.series[index].provenance;
        const bool hollow = provenance == Provenance::Recorded || disturbed;
        const std::string paint = fmt::format("fill=\"{}\" stroke=\"{}\" stroke-width=\"1.8\"",
                                              hollow ? "#FFFFFF" : colour_of(provenance),
                                              disturbed ? cost : colour_of(provenance));
        const auto before = std::count_if(
            m_picture.series.begin(), m_picture.series.begin() + static_cast<std::ptrdiff_t>(index),
            [](const PlotSeries& series) { return !is_line(series.provenance); });
        if (provenance == Provenance::Simulated)
            return fmt::format("<path d=\"M{:.1f} {:.1f}l{r} {r}l-{r} {r}l-{r} -{r}z\" {}/>", x,
                               y - r - 1, paint, fmt::arg("r", r + 1));
        switch (before % 4) {
        case 1:
            return fmt::format("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{}\" height=\"{}\" {}/>",
                               x - r + 0.5, y - r + 0.5, 2 * r - 1, 2 * r - 1, paint);
        case 2:
            return fmt::format("<path d=\"M{:.1f} {:.1f}l{} {}h-{}z\" {}/>", x, y - r - 1, r + 1,
                               2 * r, 2 * r + 2, paint);
        case 3:
            return fmt::format("<path d=\"M{:.1f} {:.1f}l{} -{}h-{}z\" {}/>", x, y + r + 1, r + 1,
                               2 * r, 2 * r + 2, paint);
        default:
            return fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{}\" {}/>", x, y, r, paint);
        }
    }

    const PlotPicture& m_picture;
    std::string m_out;
    std::vector<LegendPlace> m_legend;
    double m_left = 0, m_right = 0, m_top = 0, m_bottom = 0;
};

} // namespace

std::string plot_svg(const PlotPicture& picture) {
    return Drawing(picture).svg();
}

std::string svg_of(const Run& run, const PlotContext& context) {
    return plot_svg(plot_picture(run, context));
}

} // namespace lockstep
