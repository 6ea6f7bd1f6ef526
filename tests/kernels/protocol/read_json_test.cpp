// SPDX-License-Identifier: MIT
// Every message survives the way there; what is garbage, too long or of another version is refused
// with a sentence, and never crashes.
#include "tests/kernels/protocol/examples.hpp"

#include <cmath>
#include <gmock/gmock.h>

namespace lockstep::protocol {
namespace {

using testing::HasSubstr;

std::string problem_of(std::string_view line) {
    const auto read = read_from_bench(line, {});
    return read ? "accepted" : read.error().text();
}

TEST(ReadJson, EveryMessageSurvivesTheWayToTheBench) {
    for (const ToBench& message : examples::to_bench()) {
        const std::string line = write(message);
        const auto read = read_to_bench(line);
        ASSERT_TRUE(read) << read.error().text();
        EXPECT_EQ(read->index(), message.index());
        EXPECT_EQ(write(*read), line);
    }
}

TEST(ReadJson, EveryMessageSurvivesTheWayBack) {
    for (const FromBench& message : examples::from_bench()) {
        const std::string line = write(message);
        const auto* const picture = std::get_if<Picture>(&message);
        const auto bytes = picture ? picture->bytes : std::vector<std::byte>{};
        ASSERT_EQ(announced_bytes(line).value(), bytes.size());
        const auto read = read_from_bench(line, bytes);
        ASSERT_TRUE(read) << read.error().text();
        EXPECT_EQ(read->index(), message.index());
        EXPECT_EQ(write(*read), line);
        if (picture) {
            EXPECT_EQ(std::get<Picture>(*read).bytes, bytes);
        }
    }
}

TEST(ReadJson, TimesOfTheClockKeepEveryDigit) {
    const auto read = read_to_bench(write(ToBench(Go{"r", 1234567890123456789, 0})));
    ASSERT_TRUE(read);
    EXPECT_EQ(std::get<Go>(*read).frame_begin_ns, 1234567890123456789);
}

TEST(ReadJson, UnknownFieldsAreIgnoredAndMissingOnesKeepTheirDefault) {
    const auto read =
        read_to_bench(R"({"type":"run","id":"r","colour":{"deep":[1]},"budget_s":null})");
    ASSERT_TRUE(read) << read.error().text();
    EXPECT_EQ(std::get<RunRequest>(*read).budget_s, RunRequest{}.budget_s);
}

TEST(ReadJson, NullInAColumnIsNoNumber) {
    const auto read = read_from_bench(
        R"({"type":"samples","round":[1],"time_ns":[null],"busy_ns":[[]],"longest_ns":[0],)"
        R"("serial_ns":[0],"flags":[0]})",
        {});
    ASSERT_TRUE(read) << read.error().text();
    EXPECT_TRUE(std::isnan(std::get<Samples>(*read).time_ns.at(0)));
}

TEST(ReadJson, AnotherProtocolIsRefusedInOneSentence) {
    EXPECT_THAT(problem_of(R"({"type":"hello","protocol":2,"bench":"x"})"),
                HasSubstr("this is protocol 1, and the other end speaks 2."));
    EXPECT_THAT(problem_of(R"({"type":"hello","bench":"x"})"), HasSubstr("does not say which"));
}

TEST(ReadJson, GarbageIsRefusedWithItsReason) {
    EXPECT_THAT(problem_of(""), HasSubstr("not one JSON object"));
    EXPECT_THAT(problem_of("Segmentation fault"), HasSubstr("not one JSON object"));
    EXPECT_THAT(problem_of("[1,2]"), HasSubstr("not one JSON object"));
    EXPECT_THAT(problem_of("{}"), HasSubstr("type"));
    EXPECT_THAT(problem_of(R"({"type":7})"), HasSubstr("type"));
    EXPECT_THAT(problem_of(R"({"type":"dance"})"), HasSubstr("unknown message 'dance'"));
    EXPECT_THAT(problem_of(R"({"type":"done","seconds":"long"})"),
                HasSubstr("'done': field 'seconds' is not a number"));
    EXPECT_THAT(problem_of(R"({"type":"point","point":1.5})"), HasSubstr("whole number"));
    EXPECT_THAT(problem_of(R"({"type":"point","point":99999999999})"), HasSubstr("whole number"));
    EXPECT_THAT(problem_of(R"({"type":"point","point":18446744073709551615})"),
                HasSubstr("whole number"));
    EXPECT_THAT(problem_of(R"({"type":"point","status":"fine"})"), HasSubstr("status"));
    EXPECT_THAT(problem_of("{\"type\":\"\xff\"}"), HasSubstr("protocol"));
}

TEST(ReadJson, EveryTruncationIsRefused) {
    for (const FromBench& message : examples::from_bench()) {
        const std::string line = write(message);
        for (std::size_t length = 0; length + 1 < line.size(); length += 7)
            EXPECT_FALSE(read_from_bench(std::string_view(line).substr(0, length), {})) << length;
    }
}

TEST(ReadJson, NestingAsDeepAsALineAllowsIsHarmless) {
    EXPECT_FALSE(read_from_bench(std::string(longest_line, '['), {}));
    const std::string half(longest_line / 2 - 100, '[');
    std::string nested = R"({"type":"done","x":)" + half + std::string(half.size(), ']') + "}";
    EXPECT_TRUE(read_from_bench(nested, {}));
}

TEST(ReadJson, ColumnsOfDifferentLengthAreRefused) {
    EXPECT_THAT(problem_of(R"({"type":"samples","round":[1,2],"time_ns":[1]})"),
                HasSubstr("columns differ"));
    EXPECT_THAT(problem_of(R"({"type":"samples","round":[1],"time_ns":[1],"flags":[0,0]})"),
                HasSubstr("columns differ"));
    for (const char* const column : {"kernel_ns", "copy_ns"})
        EXPECT_THAT(problem_of(R"({"type":"samples","round":[1],"time_ns":[1],")" +
                               std::string(column) + R"(":[0,0]})"),
                    HasSubstr("columns differ"));
    EXPECT_EQ(problem_of(R"({"type":"samples","round":[1],"time_ns":[1]})"), "accepted");
    EXPECT_THAT(problem_of(R"({"type":"spans","worker":[1]})"), HasSubstr("columns differ"));
    EXPECT_THAT(problem_of(R"({"type":"picture","width":2,"height":2})"), HasSubstr("four bytes"));
    EXPECT_THAT(problem_of(R"({"type":"picture","width":-1,"height":-1})"),
                HasSubstr("four bytes"));
}

TEST(ReadJson, APassportOfAnotherShapeIsRefused) {
    EXPECT_THAT(problem_of(R"({"type":"passport","passport":7})"), HasSubstr("an object"));
    EXPECT_THAT(problem_of(R"({"type":"passport","passport":{"peaks":[{"lanes_f32":"many"}]}})"),
                HasSubstr("field 'lanes_f32' is not a whole number"));
    EXPECT_THAT(problem_of(R"({"type":"passport","passport":{"layout":{"cores":[{"cpus":3}]}}})"),
                HasSubstr("field 'cpus'"));
    EXPECT_THAT(problem_of(R"({"type":"passport","passport":{"gpu":{"present":"yes"}}})"),
                HasSubstr("field 'present' is not true or false"));
    const auto read = read_from_bench(
        R"({"type":"passport","passport":{"latencies":{"cpus":[0,1],"ns":[[],[null]]}}})", {});
    ASSERT_TRUE(read) << read.error().text();
    EXPECT_TRUE(std::isnan(std::get<PassportAnswer>(*read).passport.latencies.ns.at(1).at(0)));
}

TEST(ReadJson, AnOlderBenchHasNoPassport) {
    const auto read = read_from_bench(R"({"type":"passport","id":"p","machine":{"cores":2}})", {});
    ASSERT_TRUE(read) << read.error().text();
    EXPECT_EQ(std::get<PassportAnswer>(*read).passport.edition, 0);
}

TEST(ReadJson, AFloodIsRefused) {
    EXPECT_THAT(problem_of(std::string(longest_line + 1, ' ')), HasSubstr("longer"));
    EXPECT_FALSE(announced_bytes(R"({"type":"picture","bytes":67108865})"));
    EXPECT_FALSE(announced_bytes(R"({"type":"picture","bytes":-1})"));
    EXPECT_FALSE(announced_bytes(R"({"type":"picture","bytes":"many"})"));
    EXPECT_EQ(announced_bytes(R"({"type":"picture","bytes":67108864})").value(), most_bytes);
    EXPECT_EQ(announced_bytes(R"({"type":"done"})").value(), 0u);
}

TEST(ReadJson, ACatalogueThatIsNoneIsRefused) {
    EXPECT_FALSE(read_catalogue("{"));
    EXPECT_FALSE(read_catalogue("[]"));
    EXPECT_FALSE(read_catalogue(R"({"workloads":[{"name":3}]})"));
}

} // namespace
} // namespace lockstep::protocol
