// SPDX-License-Identifier: MIT
// Trace files that are whole, and others: cut short, edited, newer, of another kind.
#include "tests/app/experiment/trace_example.hpp"

#include <gmock/gmock.h>

namespace lockstep {
namespace {

using testing::HasSubstr;

std::string problem_of(const std::string& text) {
    const auto read = read_trace(text, "a.trace.json");
    return read ? "accepted" : read.error().text();
}

/// The file of the kernel with one piece of text in place of another.
std::string edited(const std::string& from, const std::string& to) {
    std::string text = write_trace(trace_of_kernel());
    const auto at = text.find(from);
    EXPECT_NE(at, text.npos) << from << " is not in\n" << text;
    return text.replace(at, from.size(), to);
}

TEST(TraceFileJson, BothKindsComeBack) {
    for (const TraceFile& trace : {trace_of_kernel(), trace_of_point()}) {
        const std::string text = write_trace(trace);
        const auto read = read_trace(text, "a.trace.json");
        ASSERT_TRUE(read) << read.error().text();
        EXPECT_EQ(write_trace(*read), text);
        EXPECT_EQ(read->steps, 4);
        EXPECT_EQ(read->device, "h200");
        EXPECT_EQ(read->request.traced_block, 3);
        EXPECT_EQ(read->source, trace.source);
    }
}

TEST(TraceFileJson, CutShortAtAnyPlaceItIsRefused) {
    const std::string text = write_trace(trace_of_kernel());
    for (std::size_t length = 0; length + 2 < text.size(); length += 7)
        EXPECT_THAT(problem_of(text.substr(0, length)), HasSubstr("not a whole JSON object"));
}

TEST(TraceFileJson, ANewerOneIsRefusedWithBothVersions) {
    const std::string problem = problem_of(edited("\"version\": 1", "\"version\": 2"));
    EXPECT_THAT(problem, HasSubstr("version 2"));
    EXPECT_THAT(problem, HasSubstr("up to version 1"));
}

TEST(TraceFileJson, EditedOnesAreRefusedWithTheirReason) {
    EXPECT_THAT(problem_of("[]"), HasSubstr("not a whole JSON object"));
    EXPECT_THAT(problem_of("{\"format\":\"lockstep-run\"}"), HasSubstr("not a trace file"));
    EXPECT_THAT(problem_of(edited("\"version\": 1", "\"version\": \"one\"")),
                HasSubstr("does not say its version"));
    EXPECT_THAT(problem_of(edited("\"request\"", "\"wish\"")),
                HasSubstr("does not say what was simulated"));
    EXPECT_THAT(problem_of(edited("\"text\"", "\"words\"")), HasSubstr("PTX is missing"));
    EXPECT_THAT(problem_of(edited("\"traced_block\": 3", "\"traced_block\": -1")),
                HasSubstr("which block"));
    EXPECT_THAT(problem_of(edited("\"traced_block\": 3", "\"traced_block\": \"x\"")),
                HasSubstr("'traced_block' is not a whole number"));
    EXPECT_THAT(problem_of(edited("\"kernels\"", "\"others\"")), HasSubstr("not of one kernel"));
    EXPECT_THAT(problem_of(edited("\"steps\": 4", "\"steps\": \"few\"")),
                HasSubstr("how many steps"));
    EXPECT_THAT(problem_of(edited("\"device\": \"h200\"", "\"device\": 7")),
                HasSubstr("'device' is not text"));
    EXPECT_THAT(problem_of(edited("\"format\"", "\"comment\": {}, \"format\"")), "accepted");
}

} // namespace
} // namespace lockstep
