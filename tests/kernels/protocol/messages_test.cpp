// SPDX-License-Identifier: MIT
// Finding a workload and a variant in the catalogue by name.
#include "tests/kernels/protocol/examples.hpp"

#include <gtest/gtest.h>

namespace lockstep::protocol {
namespace {

TEST(Catalogue, FindsByNameOrNot) {
    const Catalogue catalogue = examples::catalogue();
    ASSERT_NE(catalogue.workload("chains"), nullptr);
    EXPECT_EQ(catalogue.workload("chains")->title, "Chains");
    EXPECT_EQ(catalogue.workload("chain"), nullptr);
    ASSERT_NE(catalogue.variant("amdahl", "multicore"), nullptr);
    EXPECT_EQ(catalogue.variant("amdahl", "serial"), nullptr);
    EXPECT_EQ(catalogue.variant("chains", "multicore"), nullptr);
    EXPECT_EQ(catalogue.variant("nothing", "multicore"), nullptr);
}

} // namespace
} // namespace lockstep::protocol
