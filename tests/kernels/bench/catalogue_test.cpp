// SPDX-License-Identifier: MIT
// The catalogue names what there is, and a point that cannot be says what could.
#include "kernels/bench/catalogue.hpp"

#include "kernels/measure/cores.hpp"

#include <gmock/gmock.h>

namespace lockstep::bench {
namespace {

using testing::HasSubstr;

TEST(CatalogueOfBench, EveryVariantCanBeAskedFor) {
    const protocol::Catalogue all = catalogue();
    ASSERT_FALSE(all.workloads.empty());
    for (const auto& workload : all.workloads) {
        ASSERT_FALSE(workload.variants.empty()) << workload.name;
        EXPECT_EQ(workload.variants[0].name, "serial") << workload.name;
        for (const auto& variant : workload.variants) {
            EXPECT_FALSE(variant.sentence.empty()) << workload.name << ' ' << variant.name;
            EXPECT_EQ(variant.kernel_module.empty(), variant.crew != "card");
            const auto side = find_point({1, workload.name, variant.name, {}});
            ASSERT_TRUE(side) << side.error().text();
            EXPECT_EQ(side->values.size(), workload.parameters.size() + 1) << "all, and p";
            EXPECT_EQ(value_of(side->values, "p", 0),
                      variant.takes_workers ? usable_cores().workers() : 1);
        }
    }
}

TEST(CatalogueOfBench, AnUnknownNameHasItsNearest) {
    const auto workload = find_point({3, "amdal", "serial", {}});
    ASSERT_FALSE(workload);
    EXPECT_EQ(workload.error().where, "point 3");
    EXPECT_THAT(workload.error().remedy, HasSubstr("'amdahl'"));
    const auto variant = find_point({3, "amdahl", "seriel", {}});
    ASSERT_FALSE(variant);
    EXPECT_THAT(variant.error().remedy, HasSubstr("'serial'"));
    const auto nothing_like_it = find_point({3, "qqqqqqqq", "serial", {}});
    ASSERT_FALSE(nothing_like_it);
    EXPECT_THAT(nothing_like_it.error().remedy, HasSubstr("amdahl, "));
}

TEST(CatalogueOfBench, AnImpossibleValueNamesItsParameterAndRange) {
    const auto outside = find_point({3, "amdahl", "serial", {{"f", 1.5}}});
    ASSERT_FALSE(outside);
    EXPECT_THAT(outside.error().text(), HasSubstr("f"));
    EXPECT_THAT(outside.error().text(), HasSubstr("1.5"));
    EXPECT_THAT(outside.error().text(), HasSubstr("from 0 to 1"));
    const auto unknown = find_point({3, "amdahl", "serial", {{"g", 1}}});
    ASSERT_FALSE(unknown);
    EXPECT_THAT(unknown.error().what, HasSubstr("no parameter 'g'"));
    EXPECT_FALSE(find_point({3, "amdahl", "multicore", {{"p", 0}}}));
    EXPECT_FALSE(find_point({3, "amdahl", "multicore", {{"p", 1.5}}}));
}

TEST(CatalogueOfBench, WhatIsNotGivenHasItsDefault) {
    const auto side = find_point({3, "amdahl", "multicore", {{"f", 0.25}, {"p", 2}}});
    ASSERT_TRUE(side);
    EXPECT_EQ(side->values.at("f"), 0.25);
    EXPECT_EQ(side->values.at("p"), 2);
    for (const Parameter& parameter : side->workload->parameters) {
        if (parameter.name != "f") {
            EXPECT_EQ(side->values.find(parameter.name)->second, parameter.fallback);
        }
    }
}

} // namespace
} // namespace lockstep::bench
