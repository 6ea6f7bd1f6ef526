// SPDX-License-Identifier: MIT
// An impossible value is refused in a sentence that names the parameter and its range.
#include "trial.hpp"

#include <cmath>
#include <gmock/gmock.h>
#include <limits>

namespace lockstep::trial {
namespace {

using testing::HasSubstr;

std::string refusal(const Workload& workload, const Values& given) {
    const auto made = workload.create(with_defaults(workload, given));
    return made ? "" : made.error().text();
}

TEST(Refusal, NamesEveryParameterBeyondItsRange) {
    for (const Workload* one : all_workloads())
        for (const Parameter& parameter : one->parameters) {
            const std::string name(parameter.name);
            for (const double value :
                 {parameter.low - 1, parameter.high + 1, std::numeric_limits<double>::quiet_NaN(),
                  std::numeric_limits<double>::infinity()}) {
                const std::string said = refusal(*one, {{name, value}});
                EXPECT_THAT(said, HasSubstr(std::string(one->name) + ": " + name)) << value;
                EXPECT_THAT(said, HasSubstr("cannot be. It is ")) << name << " " << value;
            }
            if (parameter.whole) {
                EXPECT_NE(refusal(*one, {{name, parameter.low + 0.5}}), "") << name;
            }
        }
}

TEST(Refusal, SaysTheRange) {
    EXPECT_EQ(refusal(workload("chains"), {{"chains", 13}}),
              "chains: chains: 13 cannot be. It is a whole number from 1 to 12.");
    EXPECT_EQ(refusal(workload("chains"), {{"work_ms", 0.05}}),
              "chains: work_ms: 0.05 cannot be. It is from 0.1 to 50 ms.");
    EXPECT_EQ(refusal(workload("straggler"), {{"kind", 2}}),
              "straggler: kind: 2 cannot be. It is one of 0 (work), 1 (wait).");
}

TEST(Refusal, OfACounterThatDoesNotLieOnEightBytes) {
    EXPECT_THAT(refusal(workload("false_sharing"), {{"distance", 12}}),
                HasSubstr("distance: 12 bytes cannot"));
    EXPECT_THAT(refusal(workload("false_sharing"), {{"offset", 4}}),
                HasSubstr("offset: 4 bytes cannot"));
}

TEST(Refusal, OfWorkersThatAreNoNumber) {
    for (const Workload* one : all_workloads())
        for (const double p : {0.0, -1.0, 1.5, std::nan("")})
            EXPECT_THAT(refusal(*one, {{"p", p}}), HasSubstr(": p: ")) << one->name << " " << p;
}

TEST(Refusal, OfAMissingValue) {
    const Workload& amdahl = workload("amdahl");
    Values values = with_defaults(amdahl, {});
    values.erase("f");
    EXPECT_THAT(amdahl.create(values).error().text(),
                HasSubstr("amdahl: f: this parameter has no value."));
}

} // namespace
} // namespace lockstep::trial
