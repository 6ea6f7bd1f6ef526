// SPDX-License-Identifier: MIT
#include "floats.hpp"
#include "machine.hpp"

#include <gtest/gtest.h>

namespace lockstep::simt {

/// opcode.rounding[.ftz][.sat].type with every rounding against the processor.
template <class T>
static void check_roundings(const std::string& opcode, int sources,
                            const std::function<T(T, T, T)>& operation) {
    const bool single = sizeof(T) == 4;
    const std::string reg = single ? "%f" : "%fd", type = single ? ".f32 " : ".f64 ";
    for (const std::string rounding : {"rn", "rz", "rm", "rp"}) {
        for (const std::string end : {"", ".ftz", ".sat", ".ftz.sat"}) {
            if (!end.empty() && !single)
                continue;
            const bool ftz = end.starts_with(".ftz"), sat = end.ends_with("sat");
            std::string text = opcode + "." + rounding + end + type + reg + "0";
            for (int k = 1; k <= sources; ++k)
                text += ", " + reg + std::to_string(k);
            check(text, [&](const std::uint64_t* in, std::uint64_t* out) {
                T x[3] = {};
                for (int k = 0; k < sources; ++k)
                    x[k] = ftz ? flushed(number<T>(in[k])) : number<T>(in[k]);
                T result = rounded<T>(rounding, operation, x[0], x[1], x[2]);
                if (ftz)
                    result = flushed(result);
                out[0] = pattern(sat ? saturated(result) : result);
            });
        }
    }
}

template <class T>
static void check_type() {
    check_roundings<T>("add", 2, [](T a, T b, T) { return a + b; });
    check_roundings<T>("sub", 2, [](T a, T b, T) { return a - b; });
    check_roundings<T>("mul", 2, [](T a, T b, T) { return a * b; });
    check_roundings<T>("fma", 3, [](T a, T b, T c) { return std::fma(a, b, c); });
    check_roundings<T>("mad", 3, [](T a, T b, T c) { return std::fma(a, b, c); });
    check_roundings<T>("div", 2, [](T a, T b, T) { return a / b; });
    check_roundings<T>("rcp", 1, [](T a, T, T) { return T(1) / a; });
    check_roundings<T>("sqrt", 1, [](T a, T, T) { return std::sqrt(a); });
}

TEST(FloatArithmeticTest, F32AgreesWithTheProcessorInEveryRounding) {
    check_type<float>();
}
TEST(FloatArithmeticTest, F64AgreesWithTheProcessorInEveryRounding) {
    check_type<double>();
}

static float f32(const std::string& text, std::initializer_list<float> sources) {
    std::vector<std::uint64_t> in;
    for (const float x : sources)
        in.push_back(std::bit_cast<std::uint32_t>(x));
    return number<float>(once(text, in));
}

TEST(FloatArithmeticTest, DirectedRoundingsByHand) {
    // 1 + 2^-30 lies between 1 and 1 + 2^-23.
    EXPECT_EQ(f32("add.rm.f32 %f0, %f1, %f2", {1, 0x1p-30f}), 1);
    EXPECT_EQ(f32("add.rp.f32 %f0, %f1, %f2", {1, 0x1p-30f}), 1 + 0x1p-23f);
    EXPECT_EQ(f32("add.rz.f32 %f0, %f1, %f2", {-1, -0x1p-30f}), -1);
    // Too far apart for f64 to hold both: 2^100 - 2^-100 is below 2^100, whose lower neighbour is
    // 2^100 - 2^76.
    EXPECT_EQ(f32("add.rz.f32 %f0, %f1, %f2", {0x1p100f, -0x1p-100f}), 0x1p100f - 0x1p76f);
    EXPECT_EQ(f32("fma.rp.f32 %f0, %f1, %f2, %f3", {0x1p50f, 0x1p50f, 0x1p-140f}),
              0x1p100f + 0x1p77f);
    // x - x is +0, towards minus infinity -0.
    EXPECT_TRUE(std::signbit(f32("add.rm.f32 %f0, %f1, %f2", {3, -3})));
    EXPECT_FALSE(std::signbit(f32("add.rn.f32 %f0, %f1, %f2", {3, -3})));
    EXPECT_FALSE(std::signbit(f32("add.rm.f32 %f0, %f1, %f2", {0, 0})));
    // Beyond the largest number: infinity, or the largest number where the rounding points inwards.
    EXPECT_EQ(f32("mul.rz.f32 %f0, %f1, %f2", {0x1p100f, 0x1p100f}), 0x1.fffffep127f);
    EXPECT_EQ(f32("mul.rp.f32 %f0, %f1, %f2", {0x1p100f, 0x1p100f}), INFINITY);
    // Below the smallest: 0, or the smallest.
    EXPECT_EQ(f32("mul.rp.f32 %f0, %f1, %f2", {0x1p-100f, 0x1p-100f}), 0x1p-149f);
    EXPECT_EQ(f32("mul.rm.f32 %f0, %f1, %f2", {-0x1p-100f, 0x1p-100f}), -0x1p-149f);
}

TEST(FloatArithmeticTest, NaNIsOneNaNAndSaturatesToZero) {
    EXPECT_EQ(once("add.f32 %f0, %f1, %f2", {0xffc12345, 0x3f800000}), 0x7fffffffu);
    EXPECT_EQ(once("add.f32 %f0, %f1, %f2", {0x7f800000, 0xff800000}), 0x7fffffffu);
    EXPECT_EQ(once("add.sat.f32 %f0, %f1, %f2", {0x7f800000, 0xff800000}), 0u);
    EXPECT_EQ(once("add.f64 %fd0, %fd1, %fd2", {0x7ff8000000000001, 0}), 0x7fffffffffffffffu);
}

} // namespace lockstep::simt
