// SPDX-License-Identifier: MIT
#include "app/views/numbers/table.hpp"

#include <gtest/gtest.h>

namespace lockstep::numbers {
namespace {

lockstep::Run run() {
    lockstep::Run made;
    made.quantity = "speedup";
    Estimate good, wrong;
    good.x = 0.5;
    good.value = 1.331;
    good.low = 1.326;
    good.high = 1.337;
    good.n = 21;
    good.disturbed = 1;
    good.with_all = 1.32;
    good.factors = stats::GapFactors{2, 0.998, 0.667, 1, 1};
    wrong.x = 1;
    wrong.status = PointStatus::Wrong;
    wrong.reason = "The sums differ.";
    Series series;
    series.variant = "multicore";
    series.points = {good, wrong};
    made.series = {series};
    return made;
}

TEST(Table, HasAColumnForEachThingThatIsKnown) {
    Series model;
    model.label = "Amdahl's law";
    Estimate at;
    at.x = 0.5;
    at.value = 4.0 / 3;
    model.points = {at};
    const Table table = table_of(run(), "f", true, {model}, std::map<double, double>{{0.5, 1.5}});
    EXPECT_EQ(table.columns,
              (std::vector<std::string>{"f", "speedup", "95 % interval", "model", "you", "rounds",
                                        "left out", "rate", "serial part", "balance",
                                        "coordination", "with all"}));
    EXPECT_EQ(table.rows[0].cells,
              (std::vector<std::string>{"50 %", "1.331", "[1.326, 1.337]", "1.333", "1.50", "21",
                                        "1", "0.998", "0.667", "1.000", "1.000", "1.320"}));
}

TEST(Table, ACountHasNoIntervalAndNoRounds) {
    lockstep::Run counted = run();
    counted.series[0].provenance = Provenance::Simulated;
    Estimate& mark = counted.series[0].points[0];
    mark.value = mark.low = mark.high = 32;
    mark.n = 1;
    const Table table = table_of(counted, "f", true, {}, std::nullopt);
    EXPECT_EQ(table.rows[0].variant, "multicore simulated");
    EXPECT_EQ(table.rows[0].cells[1], "32");
    EXPECT_EQ(table.rows[0].cells[2], "counted");
    EXPECT_EQ(table.rows[0].cells[3], "");
}

TEST(Table, AWrongPointHasAReasonAndNoFigures) {
    const Table table = table_of(run(), "f", true, {}, std::nullopt);
    EXPECT_EQ(table.rows[1].cells.size(), 1u);
    EXPECT_EQ(table.rows[1].reason, "The sums differ.");
}

TEST(Table, WithoutFactorsHasNoColumnsForThem) {
    lockstep::Run bare = run();
    bare.series[0].points[0].factors.reset();
    const Table table = table_of(bare, "f", true, {}, std::nullopt);
    EXPECT_EQ(table.columns.size(), 6u);
    EXPECT_EQ(table.rows[0].cells.size(), 6u);
}

TEST(Table, ACardHasItsKernelItsLaunchAndItsCopies) {
    lockstep::Run card = run();
    Estimate& mark = card.series[0].points[0];
    mark.factors.reset();
    mark.card = stats::GpuFactors{1.6638, 1, 0.8};
    mark.copies = stats::Copies{1.5e6, 0, 0.3328};
    Table table = table_of(card, "f", true, {}, std::nullopt);
    EXPECT_EQ(table.columns,
              (std::vector<std::string>{"f", "speedup", "95 % interval", "rounds", "left out",
                                        "kernel", "launch", "copies", "with copies", "with all"}));
    EXPECT_EQ(table.rows[0].cells,
              (std::vector<std::string>{"50 %", "1.331", "[1.326, 1.337]", "21", "1", "1.664",
                                        "0.800", "1.5 ms", "0.3328", "1.320"}));
    mark.copies.reset();
    table = table_of(card, "f", true, {}, std::nullopt);
    EXPECT_EQ(table.rows[0].cells.at(7), "");
    EXPECT_EQ(table.rows[0].cells.size(), table.columns.size());
}

TEST(Table, IsTextForASpreadsheet) {
    const std::string text = table_of(run(), "f", true, {}, std::nullopt).text();
    EXPECT_EQ(text.substr(0, text.find('\n')),
              "variant\tf\tspeedup\t95 % interval\trounds\tleft out\trate\tserial "
              "part\tbalance\tcoordination\twith all");
    EXPECT_NE(text.find("multicore\t100 %\tThe sums differ.\n"), std::string::npos);
}

TEST(Table, NamesItsQuantityInWords) {
    lockstep::Run run;
    run.quantity = "time_per_item";
    run.unit = "ms";
    EXPECT_EQ(table_of(run, "workers", false, {}, std::nullopt).columns[1], "time per item, ms");
}

} // namespace
} // namespace lockstep::numbers
