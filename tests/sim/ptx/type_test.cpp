// SPDX-License-Identifier: MIT
#include "sim/ptx/type.hpp"

#include <gtest/gtest.h>

namespace lockstep::ptx {

TEST(TypeTest, NamesLeadBackToTheirTypes) {
    for (int i = 1; i <= static_cast<int>(Type::F64); ++i) {
        const auto type = static_cast<Type>(i);
        EXPECT_EQ(type_named(name_of(type)), type) << name_of(type);
    }
    EXPECT_EQ(type_named("u32"), Type::U32);
    EXPECT_EQ(type_named("bf16x2"), Type::BF16x2);
    EXPECT_EQ(type_named("u33"), std::nullopt);
    EXPECT_EQ(type_named(""), std::nullopt);
}

TEST(TypeTest, SizesAndKinds) {
    EXPECT_EQ(size_bytes(Type::U8), 1);
    EXPECT_EQ(size_bytes(Type::F16x2), 4);
    EXPECT_EQ(size_bytes(Type::TF32), 4);
    EXPECT_EQ(size_bytes(Type::B128), 16);
    EXPECT_EQ(kind_of(Type::S16), Kind::Signed);
    EXPECT_EQ(kind_of(Type::BF16), Kind::Float);
    EXPECT_EQ(kind_of(Type::B64), Kind::Bits);
    EXPECT_EQ(kind_of(Type::Pred), Kind::Predicate);
    EXPECT_EQ(name_of(Space::Shared), "shared");
}

} // namespace lockstep::ptx
