// SPDX-License-Identifier: MIT
#include "sim/ptx/symbols.hpp"

#include <gtest/gtest.h>

namespace lockstep::ptx {

TEST(SymbolsTest, ARangeDeclaresItsNumbers) {
    Scope scope;
    EXPECT_TRUE(scope.declare_range("%r", {10, 3}));
    EXPECT_FALSE(scope.declare_range("%r", {20, 3}));
    EXPECT_EQ(scope.find("%r0")->index, 10);
    EXPECT_EQ(scope.find("%r2")->index, 12);
    EXPECT_FALSE(scope.find("%r3"));
    EXPECT_FALSE(scope.find("%r"));
    EXPECT_FALSE(scope.find("%r01"));
    EXPECT_FALSE(scope.find("%r99999999999999999999"));
    EXPECT_FALSE(scope.find("%rd1"));
}

TEST(SymbolsTest, NamesStandForThemselves) {
    Scope scope;
    EXPECT_TRUE(scope.declare("x1", {Symbol::Kind::Variable, Operand::Where::Parameter, 4}));
    EXPECT_FALSE(scope.declare("x1", {}));
    EXPECT_EQ(scope.find("x1")->where, Operand::Where::Parameter);
    EXPECT_EQ(scope.find("x1")->index, 4);
    EXPECT_FALSE(scope.find("x"));
}

} // namespace lockstep::ptx
