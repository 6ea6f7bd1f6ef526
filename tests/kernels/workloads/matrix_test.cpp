// SPDX-License-Identifier: MIT
// The matrix: every variant of every workload, at every size, corner and choice, for all four
// inputs and one and two workers, computes what the serial variant computes.
#include "trial.hpp"

#include <gtest/gtest.h>
#include <set>

namespace lockstep::trial {
namespace {

constexpr double sizes[] = {0, 1, 2, 7, 8, 31, 32, 33, 1000, 1025};

struct Case {
    Values values;
    std::string words;
};

/// What is small enough to be repeated hundreds of times, and which parameter is the size. A
/// parameter's ends are tried unless they are named here: then these are.
struct Plan {
    std::string_view workload;
    Values base;
    std::string_view size;
    double most_size;
    std::map<std::string, std::vector<double>, std::less<>> ends;
};

const std::vector<Plan>& plans() {
    static const std::vector<Plan> all = {
        {"chains", {{"work_ms", 2}}, "chains", 12, {{"work_ms", {2}}}},
        {"amdahl", {{"work_ms", 0.2}}, "", 0, {{"work_ms", {0, 1}}}},
        {"false_sharing", {{"increments", 1000}}, "increments", 1025, {{"increments", {0, 1}}}},
        {"straggler", {{"kind", 0}, {"steps", 1}}, "steps", 8, {{"steps", {0, 2}}}},
        {"straggler",
         {{"kind", 1}, {"steps", 3}, {"base_ms", 0.1}},
         "steps",
         8,
         {{"steps", {0, 100}}, {"base_ms", {0.1}}}},
        {"divergence", {{"lanes", 40}}, "lanes", 1025, {{"lanes", {0, 1}}}},
        {"mandelbrot",
         {{"size", 40}, {"iterations", 50}},
         "size",
         1025,
         {{"size", {0, 1}}, {"iterations", {1, 300}}}},
        {"launch_shape",
         {{"items", 1100}, {"block", 96}},
         "items",
         1025,
         {{"items", {5000, 9999}}}},
        {"gather",
         {{"loads", 1100}, {"array", 64}},
         "loads",
         1025,
         {{"loads", {4099}}, {"array", {65, 500}}}},
        {"gather",
         {{"loads", 1100}, {"array", 64}, {"stride", 7}, {"order", 1}},
         "loads",
         1025,
         {{"loads", {4099}}, {"array", {64}}}},
        {"transpose", {{"n", 70}, {"tile", 13}}, "n", 1025, {{"n", {64, 257}}}},
        {"reduction", {{"n", 5000}}, "n", 1025, {{"n", {511, 512, 513, 200'001}}}},
        {"measuring",
         {{"work_us", 150}, {"share", 0}},
         "",
         0,
         {{"work_us", {150, 400}}, {"share", {0, 0.5}}}},
        {"intensity",
         {{"array_kib", 48}, {"k", 5}},
         "k",
         33,
         {{"array_kib", {12, 100}}, {"k", {1, 100}}}},
        {"pointer_chase",
         {{"loads", 3001}, {"buffer", 32}, {"chains", 5}},
         "loads",
         1025,
         {{"loads", {0}}, {"buffer", {33, 500}}, {"chains", {1, 31, 32, 33, 5000}}}},
    };
    return all;
}

std::vector<double> ends_of(const Plan& plan, const Parameter& parameter) {
    if (const auto named = plan.ends.find(parameter.name); named != plan.ends.end())
        return named->second;
    if (parameter.choices.empty())
        return {parameter.low, parameter.high};
    std::vector<double> all;
    for (std::size_t i = 0; i < parameter.choices.size(); ++i)
        all.push_back(static_cast<double>(i));
    return all;
}

std::vector<Values> cases_of(const Plan& plan) {
    const Workload& work = workload(plan.workload);
    std::vector<Values> cases = {with_defaults(work, plan.base)};
    const auto add = [&](std::string_view name, double value) {
        cases.push_back(cases.front());
        cases.back()[std::string(name)] = value;
    };
    for (const Parameter& parameter : work.parameters)
        for (const double value : ends_of(plan, parameter))
            if (!(parameter.name == "kind" && value != cases.front().at("kind") &&
                  plan.workload == "straggler"))
                add(parameter.name, value);
    for (const double size : sizes)
        if (!plan.size.empty() && size <= plan.most_size &&
            (size >= 1 || (plan.size != "chains" && plan.size != "k")))
            add(plan.size, size);
    return cases;
}

void expect_rung_as_serial(const Variant& one, const Values& values) {
    const auto job = problem(workload(one.workload), values);
    const Variant& serial = variant(one.workload, "serial");
    const int workers = static_cast<int>(values.at("p"));
    for (int input = 0; input < input_count; ++input) {
        const auto expected = run(serial, *job, input, 1);
        job->forget_results();
        const auto outcome = run(one, *job, input, workers);
        if (!outcome)
            GTEST_SKIP() << "fewer than " << workers << " cores may be used";
        ASSERT_EQ(outcome->checksum, expected->checksum) << words(one, values, input);
    }
}

class Matrix : public testing::TestWithParam<const Variant*> {};

TEST_P(Matrix, EqualsSerial) {
    const Variant& one = *GetParam();
    int tried = 0;
    for (const Plan& plan : plans())
        for (Values values : plan.workload == one.workload ? cases_of(plan) : std::vector<Values>{})
            for (const double p : {1.0, 2.0}) {
                if (p > 1 && (one.crew == Crew::One || one.crew == Crew::Beside))
                    continue;
                values["p"] = p;
                expect_rung_as_serial(one, values);
                ++tried;
            }
    EXPECT_GT(tried, 5) << one.workload << " has no plan in this test";
}

std::vector<const Variant*> on_the_cpu() {
    std::vector<const Variant*> list;
    for (const Variant* one : all_variants())
        if (one->crew != Crew::Card)
            list.push_back(one);
    return list;
}

INSTANTIATE_TEST_SUITE_P(All, Matrix, testing::ValuesIn(on_the_cpu()), [](const auto& one) {
    return std::string(one.param->workload) + "_" + std::string(one.param->name);
});

TEST(Inputs, GiveFourResults) {
    for (const Workload* one : all_workloads()) {
        const auto job = problem(*one, {});
        std::set<std::uint64_t> results;
        for (int input = 0; input < input_count; ++input)
            results.insert(run(variant(one->name, "serial"), *job, input, 1)->checksum);
        EXPECT_EQ(results.size(), input_count) << one->name;
    }
}

TEST(Inputs, GiveTheSameResultAgain) {
    for (const Workload* one : all_workloads()) {
        const Variant& serial = variant(one->name, "serial");
        const auto first = problem(*one, {}), second = problem(*one, {});
        EXPECT_EQ(run(serial, *first, 1, 1)->checksum, run(serial, *first, 1, 1)->checksum)
            << one->name;
        EXPECT_EQ(run(serial, *first, 2, 1)->checksum, run(serial, *second, 2, 1)->checksum)
            << one->name;
    }
}

TEST(Lists, NameWhatTheyHold) {
    for (const Variant* one : all_variants()) {
        EXPECT_EQ(one->workload, workload(one->workload).name);
        EXPECT_EQ(one->run == nullptr, one->crew == Crew::Card) << one->name;
        EXPECT_EQ(one->plan == nullptr, one->crew != Crew::Card) << one->name;
        EXPECT_FALSE(one->sentence.empty() || one->function.empty()) << one->name;
    }
    for (const Workload* one : all_workloads())
        EXPECT_EQ(variant(one->name, "serial").crew, Crew::One) << one->name;
}

} // namespace
} // namespace lockstep::trial
