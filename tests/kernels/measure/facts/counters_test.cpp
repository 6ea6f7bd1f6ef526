// SPDX-License-Identifier: MIT
// Counters, or who forbids them.
#include "kernels/measure/facts/counters.hpp"

#include <cerrno>
#include <gmock/gmock.h>

namespace lockstep {
namespace {

using testing::HasSubstr;

TEST(Counters, ThisMachineHasThemOrAReason) {
    const HardwareCounters counters = hardware_counters();
    EXPECT_FALSE(counters.words.empty());
    EXPECT_EQ(counters.usable, counters.words.find("none: ") == std::string::npos);
}

TEST(Counters, EveryReasonIsASentenceOfItsOwn) {
    EXPECT_THAT(why_no_counters(ENOENT, 2), HasSubstr("the processor shows no counters"));
    EXPECT_THAT(why_no_counters(EACCES, 3), HasSubstr("kernel.perf_event_paranoid is 3"));
    EXPECT_THAT(why_no_counters(EPERM, 1), HasSubstr("container"));
    EXPECT_THAT(why_no_counters(EACCES, -1), HasSubstr("container"));
    EXPECT_THAT(why_no_counters(ENOSYS, -1), HasSubstr("built without"));
    EXPECT_THAT(why_no_counters(EMFILE, 2), HasSubstr("none: "));
}

} // namespace
} // namespace lockstep
