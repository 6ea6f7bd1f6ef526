// SPDX-License-Identifier: MIT
// What goes on the wire: one line per message, fields under their names, nothing that is not JSON.
#include "tests/kernels/protocol/examples.hpp"

#include <cmath>
#include <gmock/gmock.h>
#include <limits>

namespace lockstep::protocol {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

TEST(WriteJson, EveryMessageIsOneLine) {
    const auto one_line = [](const std::string& line) {
        EXPECT_EQ(line.find('\n'), line.size() - 1) << line;
        EXPECT_THAT(line, StartsWith("{\"type\":\""));
    };
    for (const ToBench& message : examples::to_bench())
        one_line(write(message));
    for (const FromBench& message : examples::from_bench())
        one_line(write(message));
}

TEST(WriteJson, FieldsStandUnderTheirNames) {
    const std::string run = write(examples::to_bench().front());
    EXPECT_THAT(run, StartsWith(R"({"type":"run","id":"r1","points":[{"id":7,"workload":"amdahl",)"
                                R"("variant":"multicore","parameters":{"f":0.25,"p":2.0}})"));
    PointState state;
    state.status = PointStatus::Unavailable;
    EXPECT_THAT(write(FromBench(state)), HasSubstr(R"("status":"unavailable")"));
}

TEST(WriteJson, APictureAnnouncesItsBytes) {
    const Picture picture{"r", 1, 2, 1, 1, 1, std::vector<std::byte>(8)};
    EXPECT_THAT(write(FromBench(picture)), HasSubstr(R"("bytes":8)"));
}

TEST(WriteJson, ANumberThatIsNoneIsNull) {
    const Done done{"r", false, std::numeric_limits<double>::quiet_NaN()};
    EXPECT_THAT(write(FromBench(done)), HasSubstr(R"("seconds":null)"));
    Samples samples;
    samples.time_ns = {INFINITY};
    EXPECT_THAT(write(FromBench(samples)), HasSubstr(R"("time_ns":[null])"));
}

TEST(WriteJson, TextThatIsNotUtf8DoesNotStopIt) {
    const std::string line = write(FromBench(ErrorMessage{"r", {"\xff\xfe", "what", ""}}));
    const auto read = read_from_bench(line, {});
    ASSERT_TRUE(read) << read.error().text();
    EXPECT_EQ(std::get<ErrorMessage>(*read).error.what, "what");
}

TEST(WriteJson, TheCatalogueSurvives) {
    const std::string text = write_catalogue(examples::catalogue());
    const auto read = read_catalogue(text);
    ASSERT_TRUE(read) << read.error().text();
    EXPECT_EQ(write_catalogue(*read), text);
    const VariantInfo* const variant = read->variant("amdahl", "multicore");
    ASSERT_NE(variant, nullptr);
    EXPECT_EQ(variant->file, "kernels/amdahl/multicore.cpp");
    EXPECT_TRUE(variant->takes_workers);
    const ParameterInfo& piece = read->workload("amdahl")->parameters.at(1);
    EXPECT_EQ(piece.low, 0.05);
    EXPECT_EQ(piece.fallback, 20);
}

} // namespace
} // namespace lockstep::protocol
