// SPDX-License-Identifier: MIT
// Starting, feeding and ending a child.
#include "app/experiment/child_process.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

namespace lockstep {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;

std::string read_all(int descriptor) {
    std::string text;
    char chunk[256];
    while (true) {
        const ssize_t count = ::read(descriptor, chunk, sizeof chunk);
        if (count <= 0)
            return text;
        text.append(chunk, static_cast<std::size_t>(count));
    }
}

TEST(ChildProcess, TalksThroughItsPipes) {
    auto child = *ChildProcess::start({"cat"});
    EXPECT_TRUE(child->write("hello\n"));
    child->close_input();
    EXPECT_EQ(read_all(child->output()), "hello\n");
    EXPECT_EQ(child->how_it_ended(5s), "ended with code 0");
}

TEST(ChildProcess, SaysHowItEnded) {
    auto child = *ChildProcess::start({"sh", "-c", "echo why >&2; exit 7"});
    EXPECT_EQ(read_all(child->error_output()), "why\n");
    EXPECT_EQ(child->how_it_ended(5s), "ended with code 7");
    child = *ChildProcess::start({"sh", "-c", "kill -ABRT $$"});
    EXPECT_THAT(*child->how_it_ended(5s), HasSubstr("signal 6"));
    child = *ChildProcess::start({"sleep", "60"});
    EXPECT_FALSE(child->how_it_ended(1ms));
}

TEST(ChildProcess, WritingToOneThatDiedIsNoSignal) {
    auto child = *ChildProcess::start({"true"});
    ASSERT_TRUE(child->how_it_ended(5s));
    EXPECT_FALSE(child->write("hello\n"));
}

TEST(ChildProcess, WritingToOneThatDoesNotReadGivesUp) {
    auto child = *ChildProcess::start({"sleep", "60"});
    EXPECT_FALSE(child->write(std::string(10 << 20, 'x')));
}

TEST(ChildProcess, EndsWithinATenthOfASecondEvenWhenStubborn) {
    auto child =
        *ChildProcess::start({"sh", "-c", "trap '' TERM; echo up; while :; do sleep 1; done"});
    char byte = 0;
    ASSERT_EQ(::read(child->output(), &byte, 1), 1);
    child->end();
    EXPECT_THAT(*child->how_it_ended(0ms), HasSubstr("signal 9"));
}

TEST(ChildProcess, NoCommandAndNoProgramAreErrors) {
    EXPECT_FALSE(ChildProcess::start({}).has_value());
    const auto child = ChildProcess::start({"no-such-program-of-ours"});
    ASSERT_FALSE(child.has_value());
    EXPECT_THAT(child.error().text(), HasSubstr("could not be started"));
}

} // namespace
} // namespace lockstep
