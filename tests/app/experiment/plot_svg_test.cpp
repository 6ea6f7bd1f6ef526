// SPDX-License-Identifier: MIT
// What stands in the picture, and that it is whole XML without anything from outside.
#include "app/experiment/plot_svg.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>
#include <regex>

namespace lockstep {
namespace {

using testing::HasSubstr;
using testing::Not;

PlotPicture picture() {
    PlotPicture made;
    made.title = "times <as> fast";
    made.x.words = "workers";
    made.x.low = 1;
    made.x.high = 8;
    made.y.words = "times as fast";
    made.y.low = 0;
    made.y.high = 4;
    made.baseline = 1;
    made.series.push_back(
        {"Amdahl's law", Provenance::Model, {{.x = 1, .y = 1}, {.x = 8, .y = 3}}});
    made.series.push_back({"multicore",
                           Provenance::Measured,
                           {{.x = 1, .y = 1, .low = 0.9, .high = 1.1},
                            {.x = 2, .y = 1.9, .low = 1.9, .high = 1.9, .provisional = true},
                            {.x = 4, .y = std::numeric_limits<double>::quiet_NaN()}}});
    return made;
}

std::size_t count(const std::string& text, const std::string& what) {
    std::size_t found = 0;
    for (auto at = text.find(what); at != text.npos; at = text.find(what, at + 1))
        ++found;
    return found;
}

TEST(PlotSvg, HasAxesLegendCurveMarksAndWhiskers) {
    const std::string svg = plot_svg(picture());
    EXPECT_THAT(svg,
                testing::StartsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 760"));
    EXPECT_THAT(svg, testing::EndsWith("</svg>\n"));
    EXPECT_THAT(svg, HasSubstr(">workers</text>"));
    EXPECT_THAT(svg, HasSubstr(">times as fast</text>"));
    EXPECT_THAT(svg, HasSubstr(">Amdahl's law</text>"));
    EXPECT_EQ(count(svg, "<polyline"), 1u);
    EXPECT_EQ(count(svg, "<circle"), 3u);              // legend and two marks
    EXPECT_EQ(count(svg, "stroke-width=\"1.4\""), 1u); // the provisional one has no whisker
    EXPECT_THAT(svg, HasSubstr("multicore: workers = 1: 1.0 ± 0.1"));
    EXPECT_THAT(svg, HasSubstr("workers = 4: no value"));
}

TEST(PlotSvg, IsSafeXmlAndNeedsNothingFromOutside) {
    PlotPicture made = picture();
    made.series[1].label = "<script>&\"";
    const std::string svg = plot_svg(made);
    EXPECT_THAT(svg, Not(HasSubstr("<script")));
    EXPECT_THAT(svg, HasSubstr("&lt;script&gt;&amp;&quot;"));
    EXPECT_THAT(svg, Not(HasSubstr("href")));
    EXPECT_THAT(svg, Not(HasSubstr("nan")));
    EXPECT_EQ(count(svg, "<g>"), count(svg, "</g>"));
    EXPECT_EQ(count(svg, "<text"), count(svg, "</text>"));
}

TEST(PlotSvg, TheSamePictureGivesTheSameBytes) {
    EXPECT_EQ(plot_svg(picture()), plot_svg(picture()));
}

TEST(PlotSvg, ProvenanceIsSeenWithoutColour) {
    PlotPicture made = picture();
    made.series[1].provenance = Provenance::Recorded;
    EXPECT_THAT(plot_svg(made), HasSubstr("fill=\"#FFFFFF\" stroke=\"#0B6E99\"")); // hollow
    made.series[1].provenance = Provenance::Simulated;
    const std::string simulated = plot_svg(made);
    EXPECT_THAT(simulated, HasSubstr("stroke-dasharray=\"6 4\""));
    EXPECT_EQ(count(simulated, "<circle"), 0u); // diamonds
    made.series[1].provenance = Provenance::Predicted;
    EXPECT_EQ(count(plot_svg(made), "<polyline"), 2u);
    made.series.push_back(made.series[1]);
    made.series[1].provenance = made.series[2].provenance = Provenance::Measured;
    EXPECT_GE(count(plot_svg(made), "<rect x"), 3u); // the second series has squares
}

TEST(PlotSvg, NothingLeavesTheViewBox) {
    PlotPicture made = picture();
    made.series[1].marks[0].high = 1e9;
    made.series[1].marks[0].low = -1e9;
    const std::string svg = plot_svg(made);
    const std::regex number("y[12]?=\"(-?[0-9.]+)\"");
    for (auto at = std::sregex_iterator(svg.begin(), svg.end(), number);
         at != std::sregex_iterator(); ++at) {
        EXPECT_GE(std::stod((*at)[1]), 0);
        EXPECT_LE(std::stod((*at)[1]), 460);
    }
}

TEST(PlotSvg, AnEmptyPictureIsStillAPicture) {
    EXPECT_THAT(plot_svg({}), testing::EndsWith("</svg>\n"));
}

} // namespace
} // namespace lockstep
