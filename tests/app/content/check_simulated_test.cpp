// SPDX-License-Identifier: MIT
#include "tests/app/content/checked.hpp"

#include <gmock/gmock.h>

namespace lockstep::content {
namespace {

using testing::HasSubstr;

const std::string simulated =
    "simulated = { variants = ['cuda_1'], of = 'global_sectors', per = 'global_requests', words = "
    "'sectors a request' }";

KnownNames with_kernels() {
    KnownNames known = known_names();
    protocol::WorkloadInfo& workload = known.catalogue.workloads[0];
    for (const char* name : {"cuda_1", "cuda_2"}) {
        protocol::VariantInfo kernel;
        kernel.name = name;
        kernel.crew = "card";
        workload.variants.push_back(kernel);
    }
    known.models.emplace_back("sectors");
    known.count_models = {"sectors"};
    return known;
}

/// The lesson with `line` in its experiment, and other changes of its lesson.toml.
std::vector<Problem> problems_with(const std::string& line, const std::string& from = "",
                                   const std::string& to = "") {
    const Scratch scratch;
    std::string toml = replaced(good_toml, "sweep.f  =", line + "\nsweep.f  =");
    if (!from.empty())
        toml = replaced(toml, from, to);
    scratch.write("01_unit/unit.toml", "title = 'Unit'\n");
    scratch.write("01_unit/01_sample/lesson.toml", toml);
    scratch.write("01_unit/01_sample/lesson.md", good_markdown);
    return check_course(scratch.path(), scratch.path(), with_kernels());
}

/// The problem with these words, on the line of the series.
Problem found(const std::vector<Problem>& problems, const std::string& words) {
    for (const Problem& problem : problems)
        if (problem.what.find(words) != problem.what.npos)
            return problem;
    ADD_FAILURE() << "nobody says: " << words;
    for (const Problem& problem : problems)
        ADD_FAILURE() << problem.text();
    return {};
}

TEST(CheckSimulated, BesideATimeIsFine) {
    EXPECT_TRUE(problems_with(simulated).empty());
}

TEST(CheckSimulated, UnknownCountersAndKernels) {
    const Problem counter =
        only(problems_with(replaced(simulated, "'global_sectors'", "'global_sector'")));
    EXPECT_THAT(counter.what, HasSubstr("no counter 'global_sector'"));
    EXPECT_THAT(counter.remedy, HasSubstr("global_sectors"));
    EXPECT_GT(counter.line, 0);
    EXPECT_THAT(only(problems_with(replaced(simulated, "'global_requests'", "'itm'"))).remedy,
                HasSubstr("'item'"));
    EXPECT_TRUE(problems_with(replaced(simulated, "'global_requests'", "'item'")).empty());
    EXPECT_THAT(only(problems_with(replaced(simulated, "['cuda_1']", "['cuda_l']"))).remedy,
                HasSubstr("cuda_1"));
    EXPECT_THAT(only(problems_with(replaced(simulated, "['cuda_1']", "['multicore']"))).what,
                HasSubstr("no CUDA kernel"));
    EXPECT_THAT(only(problems_with(replaced(simulated, " }", ", baseline = 'serial' }"))).what,
                HasSubstr("no CUDA kernel"));
}

TEST(CheckSimulated, AxesThatItCannotStandOn) {
    EXPECT_THAT(only(problems_with(simulated + "\nquantity = 'time_per_item'\nunit = 'ms'")).what,
                HasSubstr("a count is no time"));
    found(problems_with(simulated, "sweep.f  = [0.0, 0.5, 1.0]", "sweep.p = 'cores'"),
          "has no workers");
    found(problems_with(simulated + "\nbaseline_at_each_x = true"), "divided by itself");
}

TEST(CheckSimulated, ASizeOfItsOwn) {
    const auto with_set = [](const std::string& set) {
        return problems_with(replaced(simulated, " }", ", set = { " + set + " } }"));
    };
    found(with_set("f = 0.5"), "'f' is moved by the learner");
    found(with_set("lnaes = 4"), "no parameter 'lnaes'");
    const std::string count = simulated + "\nquantity = 'count'";
    found(problems_with(replaced(count, " }", ", set = { f = 0.5 } }")),
          "that it could differ from");
}

TEST(CheckSimulated, ACountTimesNothing) {
    const std::string count = simulated + "\nquantity = 'count'";
    found(problems_with(count), "nothing is timed");
    found(problems_with(count), "model 'amdahl' is no count");
    found(problems_with(count), "'measured' does not exist where nothing is timed");
    found(problems_with(replaced(count, "words = 'sectors a request'", "words = ''")),
          "nothing says what is counted");
    found(problems_with(replaced(count, " }", ", baseline = 'cuda_2' }")),
          "not compared with a baseline");
    found(problems_with(simulated, "['amdahl']", "['sectors']"), "is a count, and this is none");
}

TEST(CheckSimulated, WhatATextCountsMustBeCounted) {
    const std::string text = good_markdown + "\n{{counted f=0.5}}\n";
    EXPECT_THAT(only(checked(good_toml, text)).what, HasSubstr("counts nothing"));
}

} // namespace
} // namespace lockstep::content
